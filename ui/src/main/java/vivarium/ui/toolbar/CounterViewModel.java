package vivarium.ui.toolbar;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import vivarium.journal.Event;

/** Counts what comes in. FX thread only. */
public final class CounterViewModel {
    private final ReadOnlyIntegerWrapper requests = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper leftOut = new ReadOnlyLongWrapper();
    private boolean reading;

    /** Takes events; give this to the feed of the journal. */
    public void accept(List<Event> events) {
        int more = 0;
        int errors = 0;
        long lost = 0;
        for (Event event : events) {
            switch (event) {
                case Event.RequestStarted ignored -> more++;
                case Event.LogLine line when line.isError() -> errors++;
                case Event.EventsLost some -> lost += some.count();
                default -> {}
            }
        }
        // One change for a whole batch.
        requests.set(requests.get() + more);
        unread.set(reading ? 0 : unread.get() + errors);
        leftOut.set(leftOut.get() + lost);
    }

    /** The user looks at the error log now, or no longer does. */
    public void reading(boolean now) {
        reading = now;
        if (now) {
            unread.set(0);
        }
    }

    /** Everything that was counted is forgotten. */
    public void clear() {
        requests.set(0);
        unread.set(0);
        leftOut.set(0);
    }

    /** Events that came too fast for the window and are not in it, since the last {@link #clear}. */
    public ReadOnlyLongProperty leftOut() {
        return leftOut.getReadOnlyProperty();
    }

    /** Requests since the last {@link #clear}. */
    public ReadOnlyIntegerProperty requests() {
        return requests.getReadOnlyProperty();
    }

    /** Errors that came while the error log was not in front. */
    public ReadOnlyIntegerProperty unread() {
        return unread.getReadOnlyProperty();
    }
}
