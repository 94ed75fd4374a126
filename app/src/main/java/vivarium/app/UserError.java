package vivarium.app;

/** Something that the user can put right; the message is one sentence that says what happened and what to do about it. */
final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;

    UserError(String message) {
        super(message);
    }
}
