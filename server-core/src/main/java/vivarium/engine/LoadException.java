package vivarium.engine;

import vivarium.journal.PythonFailure;

/** The application could not be loaded; {@link #failure()} is what Python said. */
public final class LoadException extends Exception {
    private final transient PythonFailure failure;

    /** Wraps what Python said. */
    public LoadException(PythonFailure failure) {
        super(failure.type() + ": " + failure.message());
        this.failure = failure;
    }

    /** The exception that ended the import, with the frames of the project. */
    public PythonFailure failure() {
        return failure;
    }
}
