package vivarium.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vivarium.console.Piece;
import vivarium.debug.Breakpoint;
import vivarium.debug.BreakpointStatus;
import vivarium.debug.Breakpoints;
import vivarium.debug.Debugger;
import vivarium.debug.Evaluation;
import vivarium.debug.Frame;
import vivarium.debug.Pause;
import vivarium.debug.Scope;
import vivarium.debug.Step;
import vivarium.debug.Variable;
import vivarium.server.ServerOptions;

/**
 * {@code wire/debugged.py} being served, and its debugger as a test uses it: lines are found by markers, waits are for conditions.
 * After each test nothing is paused and no breakpoint is left.
 */
public final class Debugged implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final long PATIENCE_SECONDS = 60;

    private final Served served;
    private Path folder = Path.of("");

    /** Served by so many threads. */
    public Debugged(int threads) {
        served = Served.module("wire.debugged")
                .with(new ServerOptions("127.0.0.1", 0, threads, true, ServerOptions.DEFAULT_MAX_BODY, true));
    }

    /** Served by five threads. */
    public Debugged() {
        this(5);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        served.beforeAll(context);
        folder = Files.createTempDirectory("debugged");
        breakpoints().of(folder);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        served.beforeEach(context);
        served.python().console().drain();
        said.setLength(0);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (BreakpointStatus status : breakpoints().list()) {
            breakpoints().remove(status.breakpoint().id());
        }
        debugger().release();
        debugger().onlyMine(true);
        debugger().stopAtUncaught(false);
        await("an end of all pauses", () -> debugger().pauses().isEmpty());
        debugger().resume();
        served.python().console().forgetTyped();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        served.afterAll(context);
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The server. */
    public Served served() {
        return served;
    }

    /** The debugger. */
    public Debugger debugger() {
        return served.python().engine().debugger();
    }

    /** Its breakpoints. */
    public Breakpoints breakpoints() {
        return debugger().breakpoints();
    }

    /** The debugged file. */
    public Path file() {
        return served.python().folder().resolve("wire/debugged.py");
    }

    /** The number of the line with this marker. */
    public int line(String marker) {
        try {
            List<String> lines = Files.readAllLines(file());
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).endsWith("# @" + marker)) {
                    return i + 1;
                }
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        throw new AssertionError("no marker " + marker);
    }

    /** A plain breakpoint at a marker, not yet added. */
    public Breakpoint at(String marker) {
        return Breakpoint.at(file(), line(marker));
    }

    /** Adds a plain breakpoint at a marker. */
    public Breakpoint stopAt(String marker) {
        return breakpoints().add(at(marker));
    }

    /** Sends a request whose answer is waited for elsewhere. */
    public CompletableFuture<String> ask(String target) {
        var answer = new CompletableFuture<String>();
        Thread.ofPlatform().daemon().start(() -> {
            try (Wire wire = served.connect()) {
                wire.patiently();
                wire.send("GET " + target + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
                answer.complete(Wire.shown(wire.rest()));
            } catch (RuntimeException | AssertionError broken) {
                answer.completeExceptionally(broken);
            }
        });
        return answer;
    }

    /** Waits for a thread to be paused; the only one. */
    public Pause pause() {
        await("a pause", () -> debugger().current().isPresent());
        return debugger().current().orElseThrow();
    }

    /** Waits for a pause at a marker. */
    public Pause pauseAt(String marker) {
        Pause pause = pause();
        assertEquals(marker + " " + line(marker), marker + " " + top(pause).line());
        return pause;
    }

    /** Steps and waits for the next pause. */
    public Pause step(Pause pause, Step step) {
        get(pause.step(step));
        await(
                "the end of a step",
                () -> debugger()
                        .current()
                        .filter(next -> next.id() != pause.id())
                        .isPresent());
        return debugger().current().orElseThrow();
    }

    /** Steps and waits for a pause at this marker. */
    public Pause step(Pause pause, Step step, String marker) {
        Pause next = step(pause, step);
        assertEquals(marker + " " + line(marker), marker + " " + top(next).line());
        return next;
    }

    /** Lets it go on. */
    public void go(Pause pause) {
        get(pause.step(new Step.Continue()));
    }

    /** The innermost frame. */
    public static Frame top(Pause pause) {
        return pause.frames().getFirst();
    }

    /** A local variable of a frame. */
    public Variable local(Pause pause, int frame, String name) {
        Scope scope = get(pause.scopes(frame)).getFirst();
        assertEquals(Scope.Kind.LOCALS, scope.kind());
        return get(pause.children(scope.reference(), 0, 100)).stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no local variable " + name));
    }

    /** The {@code repr} of an expression's value. */
    public String value(Pause pause, String expression) {
        return switch (get(pause.evaluate(pause.selected(), expression))) {
            case Evaluation.Value(Variable variable) -> variable.value();
            case Evaluation.Done(String output) -> "done " + output;
            case Evaluation.Failed(String problem) -> problem;
        };
    }

    private final StringBuilder said = new StringBuilder();

    /** Everything that the console has shown since the test began. */
    public String console() {
        for (Piece piece : served.python().console().drain()) {
            said.append(piece.text());
        }
        return said.toString();
    }

    /** Types a command at the console, once its prompt is there, and waits for the next prompt; what came between. */
    public String type(String command) {
        awaitPrompt();
        int before = console().length();
        served.python().console().type(command);
        await("a prompt after " + command, () -> console().substring(before).endsWith(") "));
        return console().substring(before);
    }

    /** Types a command after which no prompt is expected. */
    public void typeLast(String command) {
        awaitPrompt();
        served.python().console().type(command);
    }

    /** Waits until the console ends with a prompt. */
    public void awaitPrompt() {
        await(
                "a prompt",
                () -> console().endsWith("(Pdb) ")
                        || console().endsWith("(com) ")
                        || console().matches("(?s).*\\(Pdb [^)]*\\) $"));
    }

    /** Waits for a condition. */
    public void await(String what, Supplier<Boolean> condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not come; the console has\n" + said + "\nthe journal\n"
                        + served.journal().text());
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException stop) {
                throw new AssertionError(stop);
            }
        }
    }

    /** Waits for a result. */
    public <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException broken) {
            throw new AssertionError("no result; the console has\n" + console(), broken);
        }
    }
}
