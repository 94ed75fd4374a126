package vivarium.replay;

import java.io.Serial;

/** A request cannot be sent again; the message says why, and what to do about it. */
public final class ReplayException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    ReplayException(String message) {
        super(message);
    }
}
