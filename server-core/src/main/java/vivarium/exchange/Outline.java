package vivarium.exchange;

import java.util.Optional;
import vivarium.journal.Note;
import vivarium.journal.Outcome;
import vivarium.journal.RequestHead;

/**
 * An exchange in the few facts that a list of many shows. Made anew whenever one of them changes.
 *
 * @param at when the request's head arrived, on the journal's clock
 * @param origin the exchange that this one replays, or 0
 * @param thread empty while it waits for one
 * @param status the status code, or 0 while there is none
 * @param type the response's media type without parameters, in lower case; empty where it has none
 * @param requestBytes what the application read of the request's body
 * @param responseBytes what was written of the response's body
 * @param nanos from the head's arrival to the end, or -1 while it runs
 * @param exception the type of the exception that left the application, or empty
 * @param errors log lines of the level {@code ERROR} or worse
 * @param findings what checks had to say
 * @param outcome empty while it runs
 * @param paused whether the debugger holds it now
 * @param pausedNanos how long the debugger has held it, as far as that is over
 * @param gaps whether the recorder dropped events while this one ran, so that some of its own may be missing
 * @param note what the user noted about it
 */
public record Outline(
        long id,
        long at,
        RequestHead head,
        long origin,
        Phase phase,
        String thread,
        int status,
        String type,
        long requestBytes,
        long responseBytes,
        long nanos,
        String exception,
        int errors,
        int findings,
        Optional<Outcome> outcome,
        boolean paused,
        long pausedNanos,
        boolean gaps,
        Note note) {

    /** The same with this noted about it. */
    public Outline noted(Note now) {
        return new Outline(
                id,
                at,
                head,
                origin,
                phase,
                thread,
                status,
                type,
                requestBytes,
                responseBytes,
                nanos,
                exception,
                errors,
                findings,
                outcome,
                paused,
                pausedNanos,
                gaps,
                now);
    }

    /** Whether something went wrong on the server's side: an exception, a 5xx, a response broken off, or an error logged. */
    public boolean troubled() {
        return !exception.isEmpty()
                || status >= 500
                || errors > 0
                || outcome.filter(Outcome.BROKEN_OFF::equals).isPresent();
    }

    /** The first digit of the status, or 0 while there is none. */
    public int statusClass() {
        return status / 100;
    }

    /** Whether it took at least so long by itself: what it was held by the debugger does not count. */
    public boolean slowerThan(long limitNanos) {
        return nanos - pausedNanos >= limitNanos;
    }
}
