package vivarium.journal;

/** What is held by someone who takes events from a journal, to stop it. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    /** No batch that is handed out after this returns reaches the subscriber; one may be on its way. Any thread, never blocks. */
    @Override
    void close();
}
