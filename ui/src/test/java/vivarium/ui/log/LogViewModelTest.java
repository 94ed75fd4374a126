package vivarium.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import vivarium.journal.Event;
import vivarium.journal.Event.LogLine;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;

class LogViewModelTest {
    private static final String TRACEBACK = """
            Traceback (most recent call last):
              File "zoo.py", line 3, in feed
            KeyError: 'lion'""";

    private final LogViewModel model = new LogViewModel(1000, 300, () -> 0);

    @Test
    void showsWhatComesInOneChangeForEachBatch() {
        var changes = new ArrayList<String>();
        model.rows().addListener((ListChangeListener<LogRow>) change -> {
            while (change.next()) {
                changes.add(change.getFrom() + "-" + change.getTo());
            }
        });
        model.accept(lines(0, 3));
        model.accept(lines(3, 2));
        assertEquals(List.of("0-3", "3-5"), changes);
        assertEquals(List.of("line 0", "line 1", "line 2", "line 3", "line 4"), shown());
    }

    @Test
    void theOldestGiveWay() {
        for (int i = 0; i < 15; i++) {
            model.accept(lines(i * 100, 100));
        }
        assertTrue(model.rows().size() <= 1000);
        assertEquals(model.keptProperty().get(), model.rows().size());
        assertEquals("line 1499", shown().getLast());
        assertEquals("line " + (1500 - model.rows().size()), shown().getFirst());
    }

    @Test
    void aBatchLargerThanAllThatIsKept() {
        model.accept(lines(0, 5000));
        catchUp();
        assertEquals("line 4999", shown().getLast());
        assertTrue(model.rows().size() <= 1000);
    }

    @Test
    void aFilterGoesThroughInSlices() {
        model.accept(lines(0, 900));
        catchUp();
        model.filter(LogFilter.typed(LogLevel.DEBUG, EnumSet.allOf(LogStream.class), "LINE 89"));
        assertEquals(List.of("line 89"), shown());
        assertTrue(model.behindProperty().get());
        model.accept(List.of(line(1, LogLevel.INFO, "line 8989")));
        catchUp();
        assertEquals(12, shown().size());
        assertEquals("line 8989", shown().getLast());
    }

    @Test
    void filtersByLevelStreamAndRequest() {
        model.accept(List.of(
                line(1, LogLevel.INFO, "a"), line(2, LogLevel.ERROR, "b"), line(12, LogLevel.WARNING, "c at #1")));
        model.filter(LogFilter.typed(LogLevel.WARNING, EnumSet.allOf(LogStream.class), ""));
        assertEquals(List.of("b", "c at #1"), shown());
        model.filter(LogFilter.typed(LogLevel.DEBUG, EnumSet.allOf(LogStream.class), "c #12"));
        assertEquals(List.of("c at #1"), shown());
        model.filter(LogFilter.typed(LogLevel.DEBUG, EnumSet.of(LogStream.STDOUT), ""));
        assertEquals(List.of(), shown());
    }

    @Test
    void anEntryOfSeveralLinesIsFoldedUntilAskedFor() {
        model.accept(List.of(line(1, LogLevel.ERROR, TRACEBACK), line(1, LogLevel.INFO, "after")));
        assertEquals(List.of("KeyError: 'lion'", "after"), shown());
        model.toggle(0);
        assertEquals(
                List.of(
                        "Traceback (most recent call last):",
                        "  File \"zoo.py\", line 3, in feed",
                        "KeyError: 'lion'",
                        "after"),
                shown());
        model.toggle(2);
        assertEquals(List.of("KeyError: 'lion'", "after"), shown());
    }

    @Test
    void aFoldedEntryIsCopiedWhole() {
        model.accept(List.of(line(1, LogLevel.ERROR, TRACEBACK), line(1, LogLevel.INFO, "after")));
        assertEquals(TRACEBACK + "\nafter", model.text(model.rows()));
        model.toggle(0);
        assertEquals(TRACEBACK + "\nafter", model.text(model.rows()));
    }

    @Test
    void errorsAreUnreadUntilSomebodyLooks() {
        model.accept(
                List.of(line(1, LogLevel.ERROR, "a"), line(1, LogLevel.INFO, "b"), line(1, LogLevel.CRITICAL, "c")));
        assertEquals(2, model.unreadErrorsProperty().get());
        model.watched(true);
        model.accept(List.of(line(1, LogLevel.ERROR, "d")));
        assertEquals(0, model.unreadErrorsProperty().get());
        model.watched(false);
        model.accept(List.of(line(1, LogLevel.ERROR, "e")));
        assertEquals(1, model.unreadErrorsProperty().get());
    }

    @Test
    void clearForgets() {
        model.accept(lines(0, 10));
        model.clear();
        assertEquals(0, model.keptProperty().get());
        model.accept(lines(10, 1));
        assertEquals(List.of("line 10"), shown());
    }

    @Test
    void unfoldedEntriesVanishWithAllTheirRows() {
        model.accept(List.of(line(1, LogLevel.ERROR, TRACEBACK)));
        model.toggle(0);
        model.accept(lines(0, 1000));
        catchUp();
        assertTrue(shown().stream().allMatch(line -> line.startsWith("line ")), () -> shown().toString());
    }

    @Test
    void aSliceEndsWhenItHasTakenLongEnough() {
        var millis = new AtomicLong();
        var slow = new LogViewModel(1000, 900, () -> millis.addAndGet(3) * 1_000_000);
        slow.accept(lines(0, 900));
        assertEquals(64, slow.rows().size());
        assertTrue(slow.behindProperty().get());
        slow.proceed();
        assertEquals(128, slow.rows().size());
    }

    private void catchUp() {
        while (model.behindProperty().get()) {
            model.proceed();
        }
    }

    private List<String> shown() {
        return model.rows().stream().map(model::line).toList();
    }

    private static List<Event> lines(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> (Event) line(0, LogLevel.INFO, "line " + i))
                .toList();
    }

    private static LogLine line(long exchange, LogLevel level, String text) {
        return new LogLine(0, exchange, level, LogStream.WSGI_ERRORS, "request-1", text);
    }
}
