package vivarium.ui.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import vivarium.journal.Event;

/**
 * Brings events from the journal's writer to the FX thread. Between two runs on the FX thread everything is gathered, and the next run
 * is only asked for when the last one is over: however fast events come, the FX thread gets one batch at a time.
 */
public final class JournalFeed {
    private final Executor fx;
    private final int most;
    private final int mostWaiting;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final List<Consumer<List<Event>>> receivers = new ArrayList<>();
    private List<Event> gathered = new ArrayList<>();

    /**
     * @param fx runs on the FX thread, for example {@code Platform::runLater}; a same-thread one for tests
     * @param most events in one batch; the rest waits for the next
     * @param mostWaiting events that wait; when there are more, the older half is left out and a {@link Event.EventsLost} says how many
     */
    public JournalFeed(Executor fx, int most, int mostWaiting) {
        this.fx = fx;
        this.most = most;
        this.mostWaiting = mostWaiting;
    }

    /** Takes events; called by the journal's writer, never blocks for long. Give this to {@code EventJournal.subscribe}. */
    public void accept(List<Event> events) {
        synchronized (this) {
            gathered.addAll(events);
            if (gathered.size() > mostWaiting) {
                leaveOut(gathered.size() - mostWaiting / 2);
            }
        }
        ask();
    }

    /** From now on this gets every batch, on the FX thread. FX thread only; before the first event is best. */
    public void add(Consumer<List<Event>> receiver) {
        receivers.add(receiver);
    }

    private void leaveOut(int count) {
        Event last = gathered.get(count - 1);
        long lost = gathered.subList(0, count).stream()
                .mapToLong(event -> event instanceof Event.EventsLost before ? before.count() : 1)
                .sum();
        var rest = new ArrayList<Event>(gathered.subList(count, gathered.size()));
        rest.addFirst(new Event.EventsLost(last.at(), lost));
        gathered = rest;
    }

    private void ask() {
        if (asked.compareAndSet(false, true)) {
            fx.execute(this::deliver);
        }
    }

    private void deliver() {
        List<Event> batch;
        boolean more;
        synchronized (this) {
            if (gathered.size() <= most) {
                batch = gathered;
                gathered = new ArrayList<>();
            } else {
                batch = List.copyOf(gathered.subList(0, most));
                gathered = new ArrayList<>(gathered.subList(most, gathered.size()));
            }
            more = !gathered.isEmpty();
        }
        try {
            if (!batch.isEmpty()) {
                receivers.forEach(receiver -> receiver.accept(batch));
            }
        } finally {
            asked.set(false);
            if (more) {
                ask();
            }
        }
        synchronized (this) {
            more = !gathered.isEmpty();
        }
        if (more) {
            ask();
        }
    }
}
