package vivarium.app.inspect;

import java.io.Serial;

/** Something that the user can put right; the message says what happened and what to do about it. */
public final class InspectException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    InspectException(String message) {
        super(message);
    }
}
