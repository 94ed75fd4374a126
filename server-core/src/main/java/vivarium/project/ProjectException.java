package vivarium.project;

/** Something the user can put right. The message says what is wrong, where, and what to do; show it without a stack trace. */
public final class ProjectException extends RuntimeException {
    public ProjectException(String message) {
        super(message);
    }

    public ProjectException(String message, Throwable cause) {
        super(message, cause);
    }
}
