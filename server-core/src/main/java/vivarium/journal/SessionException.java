package vivarium.journal;

import java.io.Serial;

/** A session file cannot be written or read. The message says what happened, where, and what to do about it, for the user. */
public final class SessionException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public SessionException(String message) {
        super(message);
    }

    public SessionException(String message, Throwable cause) {
        super(message, cause);
    }
}
