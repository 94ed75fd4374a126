package vivarium.server;

import java.io.IOException;

/** A request's body that cannot be read to its end; the message is for the application's author and for the client. */
final class UnreadableBodyException extends IOException {
    private final int status;

    /** @param status what the client is told where the application does not catch it */
    UnreadableBodyException(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    UnreadableBodyException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
