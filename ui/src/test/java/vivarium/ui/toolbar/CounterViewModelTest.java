package vivarium.ui.toolbar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import vivarium.journal.Event;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;

final class CounterViewModelTest {
    private final CounterViewModel counters = new CounterViewModel();

    @Test
    void errorsAreUnreadWhileTheLogIsNotLookedAt() {
        counters.accept(List.of(line(LogLevel.ERROR), line(LogLevel.INFO), line(LogLevel.CRITICAL)));
        assertEquals(2, counters.unread().get());

        counters.reading(true);
        assertEquals(0, counters.unread().get());
        counters.accept(List.of(line(LogLevel.ERROR)));
        assertEquals(0, counters.unread().get());

        counters.reading(false);
        counters.accept(List.of(line(LogLevel.ERROR)));
        assertEquals(1, counters.unread().get());
    }

    @Test
    void aStreamHasNoErrorsButTracebacks() {
        counters.accept(List.of(
                written(LogStream.WSGI_ERRORS, "INFO guestbook: GET / -> 200 OK"),
                written(LogStream.STDERR, "warming up"),
                written(LogStream.WSGI_ERRORS, "Traceback (most recent call last):")));
        assertEquals(1, counters.unread().get());
    }

    @Test
    void whatWasLeftOutIsCounted() {
        counters.accept(List.of(new Event.EventsLost(0, 40_000), new Event.EventsLost(1, 2)));
        assertEquals(40_002, counters.leftOut().get());
        counters.clear();
        assertEquals(0, counters.leftOut().get());
    }

    private static Event line(LogLevel level) {
        return new Event.LogLine(0, 0, level, LogStream.LOGGING, "main", "text");
    }

    private static Event written(LogStream stream, String text) {
        return new Event.LogLine(0, 0, LogLevel.ERROR, stream, "main", text);
    }
}
