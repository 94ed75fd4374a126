package vivarium.debug;

/** Something that was asked of the debugger cannot be done; the message is for the user. */
public final class DebugException extends Exception {
    private static final long serialVersionUID = 1;

    /** With what to tell the user. */
    public DebugException(String message) {
        super(message);
    }
}
