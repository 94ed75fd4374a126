package vivarium.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.engine.PythonStack;

class StackGroupTest {
    @Test
    void equalStacksAreOneGroupAndStuckOnesComeFirst() {
        var dump = new ThreadDump(
                Instant.EPOCH,
                1,
                List.of(
                        entry("request-1", "running", 10, 1),
                        entry("request-2", "sleeping", 20, 3),
                        entry("worker", "waiting for a lock", 30, -1),
                        entry("request-3", "sleeping", 20, 8),
                        entry("request-4", "running", 20, 2)));
        assertEquals(
                List.of("[request-3, request-2] stuck", "[request-4]", "[request-1]", "[worker]"),
                StackGroup.of(dump, Duration.ofSeconds(5)).stream()
                        .map(StackGroupTest::shown)
                        .toList());
    }

    @Test
    void locatesTheRequestsOfAGroup() {
        var dump = new ThreadDump(
                Instant.EPOCH, 1, List.of(entry("request-1", "sleeping", 1, 2), entry("helper", "sleeping", 1, -1)));
        var group = StackGroup.of(dump, Duration.ofSeconds(1)).getFirst();
        assertEquals(
                List.of(2L),
                group.requests().stream().map(ThreadDump.Serving::exchange).toList());
        assertEquals(2_000_000_000L, group.nanos());
    }

    @Test
    void threadsThatDidNotAnswerAreToldApartByTheirNativeFrames() {
        var dump = new ThreadDump(
                Instant.EPOCH, 1, List.of(silent("a", "read"), silent("b", "accept"), silent("c", "read")));
        assertEquals(
                List.of("[a, c]", "[b]"),
                StackGroup.of(dump, Duration.ofSeconds(1)).stream()
                        .map(StackGroupTest::shown)
                        .toList());
    }

    @Test
    void sourceLinesFollowTheFile(@TempDir Path folder) throws IOException {
        var lines = new SourceLines(2);
        Path file = folder.resolve("a.py");
        Files.write(file, "one\n  caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("café", lines.line(file.toString(), 2));
        Files.writeString(file, "one\ntwo\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
        assertEquals("two", lines.line(file.toString(), 2));
        assertEquals("", lines.line(file.toString(), 9));
        assertEquals("", lines.line("<string>", 1));
        assertEquals("", lines.line("\0", 1));
    }

    private static String shown(StackGroup group) {
        return group.entries().stream().map(entry -> entry.stack().thread()).toList() + (group.stuck() ? " stuck" : "");
    }

    /** @param seconds in its request, also the request's number; −1 for none */
    private static ThreadDump.Entry entry(String thread, String state, int line, int seconds) {
        return new ThreadDump.Entry(
                new PythonStack(
                        thread,
                        thread,
                        state,
                        List.of(new PythonStack.Frame("zoo.py", line, "feed", "locals of " + thread)),
                        List.of()),
                seconds < 0
                        ? Optional.empty()
                        : Optional.of(new ThreadDump.Serving(seconds, "GET", "/", seconds * 1_000_000_000L)));
    }

    private static ThreadDump.Entry silent(String thread, String call) {
        return new ThreadDump.Entry(
                new PythonStack(thread, thread, "in a socket call", List.of(), List.of(call)), Optional.empty());
    }
}
