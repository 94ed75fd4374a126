package vivarium.journal;

import java.util.List;

/** Where a journal keeps its events for good. Called by the journal's writer thread alone; may take its time. */
public interface Recorder extends AutoCloseable {
    /** Keeps nothing. */
    static Recorder none() {
        return new Recorder() {
            @Override
            public void write(List<Event> events) {}

            @Override
            public void commit() {}

            @Override
            public void close() {}
        };
    }

    /**
     * Takes the events, in the order of the journal.
     *
     * @throws SessionException when nothing more can be kept; its message is for the user, and {@link #close} is called next
     */
    void write(List<Event> events);

    /**
     * What was written until now survives the end of this process, however it ends.
     *
     * @throws SessionException as {@link #write} does
     */
    void commit();

    /** No more is coming. Nothing that was not committed needs to be kept. Never throws. */
    @Override
    void close();
}
