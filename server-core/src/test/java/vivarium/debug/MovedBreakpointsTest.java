package vivarium.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.debug.BreakpointStatus.State;

/** Breakpoints move along when their file is edited. */
class MovedBreakpointsTest {
    private static final String BEFORE = """
            def first(x):
                y = x + 1
                return y

            def second(x):
                y = x * 2
                return y
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Breakpoints breakpoints = new Breakpoints();

    @BeforeEach
    void edit() throws IOException {
        write(BEFORE);
        breakpoints.of(folder);
    }

    @Test
    void withLinesInsertedAbove() throws Exception {
        assertEquals(4, moved(2, "import this\n\n" + BEFORE));
        assertEquals(0, heardAfter(() -> breakpoints.follow(source())));
    }

    @Test
    void withLinesTakenAwayAbove() throws Exception {
        assertEquals(2, moved(6, "def second(x):\n    y = x * 2\n    return y\n"));
    }

    @Test
    void amongLinesThatSayTheSameTheOneWithTheSameNeighboursIsMeant() throws Exception {
        assertEquals(9, moved(7, "# a\n# b\n" + BEFORE));
        assertEquals(5, moved(3, "# a\n# b\n" + BEFORE));
    }

    @Test
    void whenTheLineIsIndentedAnew() throws Exception {
        assertEquals(3, moved(2, BEFORE.replace("    y = x + 1", "    if x:\n        y = x + 1")));
    }

    @Test
    void whenTheLineIsChangedInItsPlace() throws Exception {
        assertEquals(3, moved(2, "import this\n" + BEFORE.replace("x + 1", "x - 1")));
    }

    @Test
    void ofTwoThatAreEquallyAlikeTheNearerOne() throws Exception {
        String pair = "a()\nb()\na()\n";
        write("1\n".repeat(10) + pair + "1\n".repeat(10));
        assertEquals(20, moved(12, pair + "1\n".repeat(15) + pair));
    }

    @Test
    void whenTheLineIsDeletedTheyStayAndSayThatItIsGone() throws Exception {
        Breakpoint added = breakpoints.add(Breakpoint.at(source(), 2).when("x"));
        write(BEFORE.replace("    y = x + 1\n", ""));
        breakpoints.follow(source());
        assertEquals(added, there(added));
        assertEquals(new State.Gone("y = x + 1"), state(added));
        breakpoints.forget();
        breakpoints.replace(added.enabled(false));
        assertEquals(new State.Gone("y = x + 1"), state(added));
        write("\n" + BEFORE);
        breakpoints.follow(source());
        assertEquals(new State.Pending(), state(added));
        assertEquals(new Trigger.Line(source(), 3), there(added).trigger());
    }

    @Test
    void whenTheFileIsRenamedAwayTheyStay() throws Exception {
        Breakpoint added = breakpoints.add(Breakpoint.at(source(), 2));
        Files.move(source(), folder.resolve("other.py"));
        breakpoints.forget();
        assertEquals(added, there(added));
        assertEquals(new State.Pending(), state(added));
        Files.writeString(source(), "\n\n" + BEFORE);
        breakpoints.forget();
        assertEquals(new Trigger.Line(source(), 4), there(added).trigger());
    }

    @Test
    void whatIsEditedWhileTheProjectIsClosedIsFollowedToo() throws Exception {
        Breakpoint added = breakpoints.add(Breakpoint.at(source(), 2).when("x > 1"));
        write("\n\n\n" + BEFORE);
        var again = new Breakpoints();
        again.of(folder);
        assertEquals(
                added.moved(new Trigger.Line(source(), 5)),
                again.list().getFirst().breakpoint());
        write("\n" + BEFORE);
        again.follow(source());
        var onceMore = new Breakpoints();
        onceMore.of(folder);
        assertEquals(
                added.moved(new Trigger.Line(source(), 3)),
                onceMore.list().getFirst().breakpoint());
    }

    @Test
    void filesOfOlderVersionsAreReadAndTheirLinesKeptFromThenOn() throws Exception {
        Files.createDirectories(folder.resolve("older/.vivarium"));
        Files.writeString(folder.resolve("older/app.py"), BEFORE);
        Files.writeString(folder.resolve("older/.vivarium/breakpoints.json"), """
                {"format": 1, "breakpoints": [{"id": 3, "on": "line", "file": "app.py", "line": 2, "enabled": true}]}
                """);
        var older = new Breakpoints();
        older.of(folder.resolve("older"));
        Path file = folder.resolve("older/app.py");
        assertEquals(Breakpoint.at(file, 2).numbered(3), older.list().getFirst().breakpoint());
        Files.writeString(file, "\n" + BEFORE);
        older.forget();
        assertEquals(Breakpoint.at(file, 3).numbered(3), older.list().getFirst().breakpoint());
    }

    @Test
    void whoListensIsTold() throws Exception {
        breakpoints.add(Breakpoint.at(source(), 2));
        write("\n" + BEFORE);
        assertEquals(1, heardAfter(() -> breakpoints.follow(source())));
        assertEquals(0, heardAfter(() -> breakpoints.follow(folder.resolve("other.py"))));
    }

    @Test
    void nothingIsWrittenWhereThereAreNoBreakpoints() {
        breakpoints.forget();
        assertTrue(Files.notExists(folder.resolve(".vivarium")));
    }

    private int heardAfter(Runnable change) {
        var heard = new AtomicInteger();
        try (var _ = breakpoints.subscribe(heard::incrementAndGet)) {
            change.run();
        }
        return heard.get();
    }

    /** The line to which a breakpoint moves when the file has this text. */
    private int moved(int line, String text) throws IOException {
        String before = Files.readString(source());
        Breakpoint added = breakpoints.add(Breakpoint.at(source(), line));
        write(text);
        breakpoints.follow(source());
        int now = assertInstanceOf(Trigger.Line.class, there(added).trigger()).line();
        assertEquals(new State.Pending(), state(added));
        breakpoints.remove(added.id());
        write(before);
        return now;
    }

    private Breakpoint there(Breakpoint breakpoint) {
        return breakpoints.find(breakpoint.id()).orElseThrow().breakpoint();
    }

    private State state(Breakpoint breakpoint) {
        return breakpoints.find(breakpoint.id()).orElseThrow().state();
    }

    private Path source() {
        return folder.resolve("app.py");
    }

    private void write(String text) throws IOException {
        Files.writeString(source(), text);
    }
}
