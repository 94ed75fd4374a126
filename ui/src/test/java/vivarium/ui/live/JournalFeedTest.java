package vivarium.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vivarium.journal.Event;
import vivarium.journal.Outcome;

final class JournalFeedTest {
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final List<List<Event>> batches = new ArrayList<>();

    @Test
    void whatComesBetweenTwoRunsIsOneBatchAndALargeOneIsDivided() {
        JournalFeed feed = feed(3, 100);
        feed.accept(events(1, 2));
        feed.accept(events(3, 5));
        assertEquals(1, fx.size(), "asked for once");
        runAll();
        assertEquals(List.of(events(1, 3), events(4, 5)), batches);
    }

    @Test
    void whatAStuckWindowCannotTakeIsCountedAndTheNewestIsKept() {
        JournalFeed feed = feed(100, 10);
        feed.accept(events(1, 8));
        feed.accept(events(9, 12));
        feed.accept(events(13, 20));
        runAll();
        List<Event> seen = batches.stream().flatMap(List::stream).toList();
        assertEquals(new Event.EventsLost(15, 15), seen.getFirst());
        assertEquals(events(16, 20), seen.subList(1, seen.size()));
    }

    private JournalFeed feed(int most, int mostWaiting) {
        var feed = new JournalFeed(fx::add, most, mostWaiting);
        feed.add(batches::add);
        return feed;
    }

    private void runAll() {
        for (Runnable next = fx.poll(); next != null; next = fx.poll()) {
            next.run();
        }
    }

    private static List<Event> events(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id -> (Event) new Event.ExchangeEnded(id, id, Outcome.COMPLETE))
                .toList();
    }
}
