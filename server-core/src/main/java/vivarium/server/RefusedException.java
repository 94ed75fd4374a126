package vivarium.server;

/** A request that does not reach the application; the message goes to the client and to the error log. */
final class RefusedException extends Exception {
    private final int status;

    RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
