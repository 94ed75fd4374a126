package vivarium.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.testing.Debugged;

/** The ways that steps take, line by line, from a breakpoint to the end of the request. */
class SteppingPathsTest {
    @RegisterExtension
    static final Debugged DEBUGGED = new Debugged();

    private static final Step OVER = new Step.Over();
    private static final Step INTO = new Step.Into();

    @Test
    void overTheBodyThatIsYielded() throws Exception {
        String loop = "parts @yield, parts for number in range(count):, parts @part, ";
        assertEquals(
                loop + loop + "parts @yield, parts for number in range(count):, parts @parts-end",
                path("/streamed", "yield", OVER));
    }

    @Test
    void overALoopOverAGenerator() throws Exception {
        assertEquals(
                "consumed @for, consumed @consumed, consumed @for, consumed @consumed, consumed @for, consumed @consumed-end, "
                        + END,
                path("/consumed", "for", OVER));
    }

    @Test
    void intoALoopOverAGenerator() throws Exception {
        String part =
                "parts for number in range(count):, parts @part, parts @yield, consumed @for, consumed @consumed, consumed @for, ";
        assertEquals(
                "consumed @for, " + part + part
                        + "parts for number in range(count):, parts @parts-end, consumed @for, consumed @consumed-end, "
                        + END,
                path("/consumed", "for", INTO));
    }

    @Test
    void fromAGeneratorToWhoAskedForItsValue() throws Exception {
        String part = "parts @part, parts @yield, consumed @for, consumed @consumed, consumed @for, ";
        assertEquals(part + part + "consumed @consumed-end, " + END, path("/consumed", "part", OVER));
    }

    @Test
    void overComprehensions() throws Exception {
        assertEquals(
                "comprehended @list, comprehended @generator-expression, comprehended several = {,"
                        + " comprehended for n in (4, 5), comprehended several = {, comprehended @comprehended,"
                        + " comprehended return [repr((squares, total, several)).encode()], " + END,
                path("/comprehended", "list", OVER));
    }

    @Test
    void aBreakpointInALineWithAComprehensionStopsOnce() throws Exception {
        assertEquals("comprehended @list", path("/comprehended", "list", new Step.Continue()));
        assertEquals(
                "comprehended @generator-expression",
                path("/comprehended", "generator-expression", new Step.Continue()));
    }

    @Test
    void aBreakpointInALineThatOnlyAComprehensionHasStopsForEachElement() throws Exception {
        assertEquals(
                "<dictcomp> @several-lines, <dictcomp> @several-lines",
                path("/comprehended", "several-lines", new Step.Continue()));
    }

    @Test
    void throughMiddleware() throws Exception {
        assertEquals(
                "__call__ @through, plain @name, plain @greet, greet @inside, greet @greeted, plain @greet, plain @start,"
                        + " tagged @tag, tagged @tagged, plain @start, plain @return, __call__ @through, __call__ @back, "
                        + END,
                path("/middleware", "through", INTO));
        assertEquals("__call__ @through, __call__ @back, " + END, path("/middleware", "through", OVER));
        assertEquals(
                "tagged @tag, plain @start, __call__ @through, application body = page(environ, start_response)",
                path("/middleware", "tag", new Step.Out()));
    }

    @Test
    void overACoroutineThatIsLeftAndGoesOn() throws Exception {
        assertEquals(
                "meeting @await, meeting @gather, meeting @async-with, meeting @door, meeting @async-with,"
                        + " meeting @async-for, meeting @number, meeting @async-for, meeting @number, meeting @async-for,"
                        + " meeting @number, meeting @meeting-end, meeting return [repr(both).encode()], " + END,
                path("/met", "await", OVER));
        assertEquals("met @run, " + END, path("/met", "run", OVER));
    }

    @Test
    void intoCoroutines() throws Exception {
        String path = path("/met", "run", INTO);
        String start =
                "met @run, meeting @await, later @async, meeting @await, later @async-end, meeting @await, meeting @gather, ";
        assertEquals(start, path.substring(0, Math.min(start.length(), path.length())));
        String end = "meeting @meeting-end, meeting return [repr(both).encode()], " + END;
        assertEquals(end, path.substring(Math.max(0, path.length() - end.length())));
    }

    @Test
    void overWithAndTryAndFinally() throws Exception {
        assertEquals(
                "constructs @with, constructs @with-raise, constructs with contextlib.suppress(ValueError):,"
                        + " constructs try:, constructs @try, constructs @finally, constructs @comprehension,"
                        + " constructs @async-call, constructs @constructs-end,"
                        + " constructs return [repr(seen + squares).encode()], " + END,
                path("/constructs", "with", OVER));
    }

    /** The end of most paths. */
    private static final String END = "application body = page(environ, start_response), application @leave";

    /** From the breakpoint at the marker with this step again and again; lines are named by their markers, or else as they are. */
    private static String path(String target, String marker, Step step) throws IOException {
        Breakpoint start = DEBUGGED.stopAt(marker);
        var answer = DEBUGGED.ask(target);
        Optional<Pause> pause = Optional.of(DEBUGGED.pauseAt(marker));
        List<String> path = new ArrayList<>();
        while (pause.isPresent()) {
            path.add(place(Debugged.top(pause.get())));
            pause = next(pause.get(), step, answer);
        }
        DEBUGGED.breakpoints().remove(start.id());
        return String.join(", ", path);
    }

    /** Empty when the request is over. */
    private static Optional<Pause> next(Pause pause, Step step, CompletableFuture<String> answer) {
        DEBUGGED.get(pause.step(step));
        DEBUGGED.await(
                "a stop or the end",
                () -> answer.isDone()
                        || DEBUGGED.debugger()
                                .current()
                                .filter(now -> now.id() != pause.id())
                                .isPresent());
        return DEBUGGED.debugger().current();
    }

    private static String place(Frame frame) throws IOException {
        String line = Files.readAllLines(DEBUGGED.file()).get(frame.line() - 1);
        int marker = line.indexOf("# @");
        return frame.function() + " " + (marker < 0 ? line.strip() : line.substring(marker + 2));
    }
}
