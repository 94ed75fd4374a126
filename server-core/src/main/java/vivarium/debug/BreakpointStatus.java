package vivarium.debug;

import java.time.Duration;

/**
 * A breakpoint and what has become of it.
 *
 * @param hits how often it was reached with its condition true, since the application was loaded
 */
public record BreakpointStatus(Breakpoint breakpoint, State state, long hits) {
    /** Whether a breakpoint can be reached. */
    public sealed interface State {
        /** Its code is not loaded yet, or nothing runs. */
        record Pending() implements State {}

        /** It will stop before this line, which may be one below that of the breakpoint. Line 0 where it is tied to none. */
        record Verified(int line) implements State {}

        /** It cannot be reached; the reason is for the user. */
        record Unreachable(String reason) implements State {}

        /** Its file was edited, and the line that said this is not there any more. It stops nothing until that comes back. */
        record Gone(String text) implements State {}

        /** The last time its condition was asked it raised this; the breakpoint did not stop. */
        record ConditionFailed(String problem) implements State {}

        /**
         * Its condition, or its message, was still not evaluated after this time. It stops nothing until it is changed or the application
         * is loaded anew: a request that comes by often would wait as often.
         */
        record TooSlow(Duration limit) implements State {}
    }
}
