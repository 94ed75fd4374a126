package vivarium.transfer;

import java.io.Serial;

/** Something cannot be imported; the message says why, and what can be. */
public final class ImportException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    ImportException(String message) {
        super(message);
    }
}
