package vivarium.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vivarium.journal.Event;
import vivarium.journal.Journal;

/** Keeps every event, for tests that ask what happened. Safe for any thread. */
public final class MemoryJournal implements Journal {
    private static final long PATIENCE_MILLIS = 120_000;

    private final long opened = System.nanoTime();
    private final List<Event> events = new ArrayList<>();

    @Override
    public long now() {
        return System.nanoTime() - opened;
    }

    @Override
    public synchronized void append(Event event) {
        events.add(event);
        notifyAll();
    }

    /** Forgets what was before. */
    public synchronized void clear() {
        events.clear();
    }

    /** Everything so far. */
    public synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /** Everything so far, a line each. */
    public String text() {
        return Story.of(events());
    }

    /** Waits for the first event of which this holds. */
    public synchronized Event await(Predicate<Event> wanted) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            for (Event event : events) {
                if (wanted.test(event)) {
                    return event;
                }
            }
            long left = end - System.currentTimeMillis();
            if (left <= 0) {
                throw new AssertionError("no such event came; those that did:\n" + Story.of(events));
            }
            try {
                wait(left);
            } catch (InterruptedException stop) {
                throw new AssertionError(stop);
            }
        }
    }

    /** Waits until the exchange has ended, and tells what happened in it. */
    public String story(long exchange) {
        await(event -> event instanceof Event.ExchangeEnded && event.exchange() == exchange);
        return Story.of(
                events().stream().filter(event -> event.exchange() == exchange).toList());
    }

    /** The number of the exchange that began first. */
    public long firstExchange() {
        return await(event -> event instanceof Event.RequestStarted).exchange();
    }

    /** As {@link #story(long)}, for the exchange that began last. */
    public String lastStory() {
        await(event -> event instanceof Event.RequestStarted);
        return story(events().stream()
                .filter(event -> event instanceof Event.RequestStarted)
                .mapToLong(Event::exchange)
                .max()
                .orElseThrow());
    }
}
