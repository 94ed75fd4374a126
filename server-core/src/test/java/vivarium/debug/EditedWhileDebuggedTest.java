package vivarium.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vivarium.debug.BreakpointStatus.State;
import vivarium.testing.PythonFixture;
import vivarium.testing.RunningProject;
import vivarium.testing.WithPython;

/** A project that is edited and reloaded while somebody debugs it. */
@ExtendWith(WithPython.class)
@Timeout(300)
class EditedWhileDebuggedTest {
    private static final String PROGRAM = """
            def application(environ, start_response):
                answer = double(21)
                start_response('200 OK', [('Content-Type', 'text/plain')])
                return [str(answer).encode()]


            def double(number):
                twice = number * 2
                return twice
            """;

    @TempDir
    private Path folder;

    private Debugger debugger;
    private RunningProject project;

    @BeforeEach
    void serve(PythonFixture python) throws IOException {
        folder = folder.toRealPath();
        write(PROGRAM);
        debugger = python.engine().debugger();
        project = RunningProject.at(folder, python, Map.of());
    }

    @AfterEach
    void stop() {
        project.close();
    }

    @Test
    void aBreakpointStopsWhereItsLineIsNow() throws Exception {
        Breakpoint added = debugger.breakpoints().add(Breakpoint.at(file(), 8));
        assertEquals(8, stoppedAt());
        write(PROGRAM.replace("def double", "OTHERS = []\nMORE = [\n    1,\n    2,\n]\n\n\ndef double"));
        project.run().reload();
        assertEquals(15, stoppedAt());
        var now = debugger.breakpoints().find(added.id()).orElseThrow();
        assertEquals(new State.Verified(15), now.state());
        assertEquals(1, now.hits());
        write(PROGRAM);
        project.run().reload();
        assertEquals(8, stoppedAt());
    }

    @Test
    void whereTheLineIsGoneNothingStops() throws Exception {
        Breakpoint added = debugger.breakpoints().add(Breakpoint.at(file(), 8));
        assertEquals(8, stoppedAt());
        write(PROGRAM.replace("    twice = number * 2\n    return twice", "    return number + number"));
        project.run().reload();
        assertEquals("42", project.get("/").body());
        assertEquals(
                new State.Gone("twice = number * 2"),
                debugger.breakpoints().find(added.id()).orElseThrow().state());
        write(PROGRAM);
        project.run().reload();
        assertEquals(8, stoppedAt());
    }

    @Test
    void aBreakpointThatIsReachedWhileTheCodeIsLoadedAnewStops() throws Exception {
        debugger.breakpoints().add(Breakpoint.at(file(), 11));
        write(PROGRAM + "\nTABLE = double(4)\n");
        var reloaded = CompletableFuture.runAsync(() -> project.run().reload());
        Pause pause = pause();
        assertEquals("<module>", pause.frames().getFirst().function());
        assertFalse(reloaded.isDone());
        var answer = CompletableFuture.supplyAsync(this::answer);
        CompletableFuture<Void> _ = pause.step(new Step.Continue());
        reloaded.get(60, TimeUnit.SECONDS);
        assertEquals("42", answer.get(60, TimeUnit.SECONDS));
    }

    @Test
    void aRequestThatStopsWhileTheReloadIsOnItsWayIsWaitedFor() throws Exception {
        debugger.breakpoints().add(Breakpoint.at(file(), 8));
        var answer = CompletableFuture.supplyAsync(this::answer);
        Pause pause = pause();
        write(PROGRAM.replace("* 2", "* 3  # not 2"));
        var reloaded = CompletableFuture.runAsync(() -> project.run().reload());
        assertEquals("21", value(pause, "number"));
        assertFalse(reloaded.isDone());
        CompletableFuture<Void> _ = pause.step(new Step.Continue());
        assertEquals("42", answer.get(60, TimeUnit.SECONDS));
        reloaded.get(60, TimeUnit.SECONDS);
        var another = CompletableFuture.supplyAsync(this::answer);
        CompletableFuture<Void> _ = pause().step(new Step.Continue());
        assertEquals("63", another.get(60, TimeUnit.SECONDS));
    }

    /** Asks, and says in which line that was stopped; afterwards it has its answer. */
    private int stoppedAt() throws Exception {
        var answer = CompletableFuture.supplyAsync(this::answer);
        Pause pause = pause();
        CompletableFuture<Void> _ = pause.step(new Step.Continue());
        assertEquals("42", answer.get(60, TimeUnit.SECONDS));
        await("an end of the pause", () -> debugger.pauses().isEmpty());
        return pause.frames().getFirst().line();
    }

    private Pause pause() throws InterruptedException {
        await("a pause", () -> debugger.current().isPresent());
        return debugger.current().orElseThrow();
    }

    private void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertTrue(
                    System.nanoTime() < end,
                    () -> what + " did not come: " + debugger.breakpoints().list() + ", " + debugger.pauses());
            Thread.sleep(5);
        }
    }

    private static String value(Pause pause, String expression) throws Exception {
        var value = pause.evaluate(0, expression).get(60, TimeUnit.SECONDS);
        return assertInstanceOf(Evaluation.Value.class, value).variable().value();
    }

    private String answer() {
        try {
            return project.get("/").body();
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private Path file() {
        return folder.resolve("app.py");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text + "# in " + folder + "\n");
    }
}
