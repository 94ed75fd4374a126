package vivarium.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.EventsLost;
import vivarium.journal.Event.InputRead;

/**
 * What was appended and is not yet written. Any thread offers, without a lock; one thread drains.
 *
 * <p>What was drained counts towards the bounds until it is {@linkplain #release released}: it is still in memory.
 */
final class EventQueue {
    /** What was taken at once, in order, and its {@link EventCost}. */
    record Batch(List<Event> events, int queued, long cost) {}

    private final Queue<Event> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final JournalBounds bounds;

    EventQueue(JournalBounds bounds) {
        this.bounds = bounds;
    }

    /** Takes the event, or takes it without its body, or counts it as lost. */
    void offer(Event event) {
        long cost = EventCost.of(event);
        var taken = event;
        if (bytes.get() + cost > bounds.bytes() / 2) {
            taken = withoutBody(event);
            cost = EventCost.of(taken);
        }
        if (events.get() >= bounds.events() || bytes.get() + cost > bounds.bytes()) {
            lost.incrementAndGet();
            return;
        }
        events.incrementAndGet();
        bytes.addAndGet(cost);
        queue.add(taken);
    }

    boolean isEmpty() {
        return queue.isEmpty() && lost.get() == 0;
    }

    /** Everything that was offered until now; where some was lost, the batch ends with that. */
    Batch drain(long now) {
        var drained = new ArrayList<Event>();
        long cost = 0;
        // Bounded, as producers that are quicker than this loop would keep it going.
        while (drained.size() < bounds.events()) {
            var event = queue.poll();
            if (event == null) {
                break;
            }
            drained.add(event);
            cost += EventCost.of(event);
        }
        int queued = drained.size();
        long missing = lost.getAndSet(0);
        if (missing > 0) {
            drained.add(new EventsLost(now, missing));
        }
        return new Batch(drained, queued, cost);
    }

    /** The batch is dealt with. */
    void release(Batch batch) {
        events.addAndGet(-batch.queued());
        bytes.addAndGet(-batch.cost());
    }

    private static Event withoutBody(Event event) {
        return switch (event) {
            case InputRead e ->
                new InputRead(e.at(), e.exchange(), e.call(), e.data().cutTo(0));
            case ChunkWritten e ->
                new ChunkWritten(e.at(), e.exchange(), e.data().cutTo(0));
            default -> event;
        };
    }
}
