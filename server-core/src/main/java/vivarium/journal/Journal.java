package vivarium.journal;

/** The one stream of events. Any thread appends; appending never waits. */
public interface Journal {
    /** Nanoseconds since the journal was opened: what {@link Event#at()} counts. */
    long now();

    /** Takes the event. Never blocks and never throws; may be called from any thread. */
    void append(Event event);
}
