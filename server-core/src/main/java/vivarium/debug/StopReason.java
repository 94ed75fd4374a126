package vivarium.debug;

/**
 * Why a thread was stopped.
 *
 * @param breakpoint the number of the breakpoint that did it, or 0
 * @param text in words for the user, for example {@code breakpoint 3} or {@code KeyError: 'name'}
 */
public record StopReason(Kind kind, long breakpoint, String text) {
    /** What did it. */
    public enum Kind {
        /** A breakpoint in a line, or at the application's entry, its response or a part of it. */
        BREAKPOINT,
        /** A step is over. */
        STEP,
        /** The user asked a running request to pause. */
        PAUSE,
        /** An exception breakpoint, or an exception that left the application. */
        EXCEPTION,
        /** {@code breakpoint()} or {@code pdb.set_trace()} in the application's code. */
        CODE,
        /** The application was just loaded. */
        STARTUP,
        /** Frames of an exception from earlier; nothing is being executed. */
        POST_MORTEM
    }
}
