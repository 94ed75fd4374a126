package vivarium.exchange;

import java.util.List;
import java.util.Optional;
import vivarium.exchange.Exchanges.Changes;
import vivarium.journal.Event;
import vivarium.journal.Note;

/** Where exchanges are looked up by their numbers: those in memory, or those of a session file. For one thread at a time. */
public interface ExchangeSource {
    /** Takes the next events, in the journal's order, and says what they did. */
    Changes accept(List<? extends Event> events);

    /** Everything that is known about an exchange by now; empty where it is not kept (any more). */
    Optional<Exchange> exchange(long id);

    /** The outline alone, which is cheap. */
    Optional<Outline> outline(long id);

    /** The outlines of all that are kept, oldest first. */
    List<Outline> outlines();

    /** The newest exchange before this one that asked for the same path; the way to it is walked. */
    Optional<Exchange> previousToSamePath(Exchange exchange);

    /** What the user notes about an exchange from now on; says what that changed, which is nothing where it is not kept. */
    Changes note(long id, Note note);

    /** Forgets what need not be kept. */
    void clear();
}
