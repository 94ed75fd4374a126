package vivarium.journal;

/** Hears how far a search has come that has to make its index first, and may end it. */
@FunctionalInterface
public interface SearchProgress {
    /** Whether to go on; called often, on the thread that searches. */
    boolean proceed(long done, long all);

    /** Hears nothing. */
    static SearchProgress none() {
        return (done, all) -> true;
    }
}
