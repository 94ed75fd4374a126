package vivarium.engine.embedded;

import com.oracle.truffle.api.TruffleSafepoint;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import vivarium.debug.DebugException;
import vivarium.debug.Evaluation;
import vivarium.debug.Frame;
import vivarium.debug.Pause;
import vivarium.debug.Scope;
import vivarium.debug.Step;
import vivarium.debug.StopReason;
import vivarium.debug.Variable;
import vivarium.journal.PythonFailure;

/**
 * A thread inside pdb's prompt. What is typed and what is clicked come through one queue; the thread itself does both, one after
 * another, and a click on a step types the command.
 */
final class PausedThread implements Pause {
    private sealed interface Work {
        record Line(String text) implements Work {}

        record Task(Runnable work) implements Work {}

        record Interrupt() implements Work {}
    }

    /** What the debugger wants to know of a pause. On any thread; must not block. */
    interface Listener {
        void changed();

        void wrote(PausedThread pause, String text);

        void wantsLine(PausedThread pause);

        String prompt(PausedThread pause);

        /** Has the pause's thread raise a {@code KeyboardInterrupt}, if that is {@code still} wanted when it comes to it. */
        void interrupt(Thread thread, BooleanSupplier still);
    }

    private final long id;
    private final long exchange;
    private final Thread thread = Thread.currentThread();
    private final StopReason reason;
    private final Optional<PythonFailure> failure;
    private final Value stop;
    private final List<Frame> frames;
    private final Listener listener;
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> resumed = new CompletableFuture<>();
    private volatile int selected;
    private volatile boolean alive = true;
    private volatile boolean released;
    private volatile boolean reading;

    /** Whether what the thread was given to do was interrupted, another object each time; null while it waits for work. */
    private volatile @Nullable AtomicBoolean doing;

    PausedThread(
            long id,
            long exchange,
            StopReason reason,
            Optional<PythonFailure> failure,
            Value stop,
            List<Frame> frames,
            Listener listener) {
        this.id = id;
        this.exchange = exchange;
        this.reason = reason;
        this.failure = failure;
        this.stop = stop;
        this.frames = frames;
        this.listener = listener;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public long exchange() {
        return exchange;
    }

    @Override
    public String thread() {
        return thread.getName();
    }

    @Override
    public StopReason reason() {
        return reason;
    }

    @Override
    public Optional<PythonFailure> exception() {
        return failure;
    }

    @Override
    public boolean alive() {
        return alive;
    }

    @Override
    public List<Frame> frames() {
        return frames;
    }

    @Override
    public int selected() {
        return selected;
    }

    @Override
    public void select(int frame) {
        if (frame >= 0 && frame < frames.size() && frame != selected) {
            selected(frame);
            CompletableFuture<?> _ = ask(python -> python.invokeMember("select", frame));
        }
    }

    @Override
    public CompletableFuture<List<Scope>> scopes(int frame) {
        return ask(
                python -> PauseJson.scopes(python.invokeMember("scopes", frame).asString()));
    }

    @Override
    public CompletableFuture<List<Variable>> children(long reference, int from, int count) {
        return ask(python -> PauseJson.variables(
                python.invokeMember("children", reference, from, count).asString()));
    }

    @Override
    public CompletableFuture<String> text(long reference, int from, int count) {
        return ask(python -> python.invokeMember("text", reference, from, count).asString());
    }

    @Override
    public CompletableFuture<Evaluation> evaluate(int frame, String code) {
        return ask(python -> PauseJson.evaluation(
                python.invokeMember("evaluate", frame, code).asString()));
    }

    @Override
    public CompletableFuture<Evaluation> assign(long reference, String name, String expression) {
        return ask(python -> PauseJson.evaluation(python.invokeMember("assign", reference, name, expression, selected)
                .asString()));
    }

    @Override
    public CompletableFuture<List<String>> complete(int frame, String text, int cursor) {
        return ask(python -> PauseJson.strings(
                python.invokeMember("complete", frame, text, cursor).asString()));
    }

    @Override
    public CompletableFuture<List<String>> completeCommand(String text, int cursor) {
        return ask(python -> PauseJson.strings(
                python.invokeMember("complete_command", selected, text, cursor).asString()));
    }

    @Override
    public CompletableFuture<List<String>> calls() {
        return ask(python -> PauseJson.strings(python.invokeMember("calls").asString()));
    }

    @Override
    public CompletableFuture<Void> step(Step step) {
        if (!alive) {
            return over();
        }
        if (reason.kind() == StopReason.Kind.POST_MORTEM
                && !(step instanceof Step.Continue || step instanceof Step.Abort)) {
            return refused("This is what an exception left: nothing is being executed that could go on.");
        }
        return switch (step) {
            case Step.Over() -> type("n");
            case Step.Into() -> type("s");
            case Step.IntoCall(String name) -> type("s " + name);
            case Step.Out() -> type("r");
            case Step.Until(int line) -> type("until " + line);
            case Step.Jump(int line) ->
                refused("This Python cannot jump to another line: line " + line + " has to be reached.");
            case Step.Continue() -> type("c");
            case Step.Abort() -> type("q");
        };
    }

    private CompletableFuture<Void> type(String command) {
        queue.add(new Work.Task(() -> listener.wrote(this, command + "\n")));
        queue.add(new Work.Line(command + "\n"));
        return resumed.copy();
    }

    private static <T> CompletableFuture<T> over() {
        return refused("The thread has gone on.");
    }

    private static <T> CompletableFuture<T> refused(String why) {
        return CompletableFuture.failedFuture(new DebugException(why));
    }

    /** Has the thread itself do this while it stands still. */
    private <T> CompletableFuture<T> ask(Function<Value, T> question) {
        var answer = new CompletableFuture<T>();
        CompletableFuture<?> _ = resumed.whenComplete(
                (_, _) -> answer.completeExceptionally(new DebugException("The thread has gone on.")));
        queue.add(new Work.Task(() -> {
            try {
                answer.complete(question.apply(stop));
            } catch (PolyglotException broken) {
                answer.completeExceptionally(new DebugException(String.valueOf(broken.getMessage())));
                if (broken.isInterrupted() || broken.isCancelled()) {
                    throw broken;
                }
            } catch (RuntimeException broken) {
                answer.completeExceptionally(broken);
            }
        }));
        return answer;
    }

    /** A line from the console, with its line feed. */
    void typed(String line) {
        queue.add(new Work.Line(line));
    }

    @Override
    public void interrupt() {
        if (!endWork()) {
            queue.add(new Work.Interrupt());
        }
    }

    private boolean endWork() {
        AtomicBoolean now = doing;
        if (now == null) {
            return false;
        }
        listener.interrupt(thread, () -> alive && doing == now && now.compareAndSet(false, true));
        return true;
    }

    /** Lets it go on, whatever it is doing. */
    void release() {
        if (!released) {
            released = true;
            queue.add(new Work.Interrupt());
            endWork();
        }
    }

    boolean released() {
        return released;
    }

    /** Whether the console's prompt waits for a line. */
    boolean reading() {
        return reading;
    }

    /** On the paused thread. */
    @Nullable
    String read() {
        reading = true;
        listener.wantsLine(this);
        try {
            while (!released) {
                switch (take()) {
                    case Work.Task(Runnable work) -> work.run();
                    case Work.Line(String text) -> {
                        return text;
                    }
                    case Work.Interrupt() -> {
                        if (!released) {
                            return null;
                        }
                    }
                }
            }
            return "";
        } finally {
            reading = false;
        }
    }

    /** Waits so that the engine can still have the thread tell its stack, or end it. */
    private Work take() {
        var taken = new Work[1];
        doing = null;
        TruffleSafepoint.setBlockedThreadInterruptible(null, works -> taken[0] = works.take(), queue);
        doing = taken[0] instanceof Work.Interrupt ? null : new AtomicBoolean();
        return taken[0];
    }

    void write(String text) {
        listener.wrote(this, text);
    }

    String prompt() {
        return listener.prompt(this);
    }

    void selected(int frame) {
        selected = frame;
        listener.changed();
    }

    void changed() {
        listener.changed();
    }

    /** The thread goes on; nothing that is asked from now on will be answered. */
    void ended() {
        alive = false;
        resumed.complete(null);
    }
}
