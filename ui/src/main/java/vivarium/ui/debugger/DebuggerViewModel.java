package vivarium.ui.debugger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import vivarium.debug.Breakpoints;
import vivarium.debug.Debugger;
import vivarium.debug.Evaluation;
import vivarium.debug.Pause;
import vivarium.debug.PostMortem;
import vivarium.debug.Step;
import vivarium.debug.StopReason;
import vivarium.journal.Subscription;
import vivarium.ui.source.Place;

/** What has stopped, and what is done with it. Methods are for the FX thread and return at once; properties change there. */
public final class DebuggerViewModel implements AutoCloseable {
    /** So long the picture stays after a step: most steps are over by then, and a pane that blinks with each cannot be read. */
    private static final Duration HOLD = Duration.millis(200);

    /** Whoever waits longer is told so, and may end it. */
    private static final Duration PATIENCE = Duration.seconds(1);

    private final Debugger debugger;
    private final Executor fx;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<Snapshot> shown = new ReadOnlyObjectWrapper<>(Snapshot.NONE);
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Runnable> stops = new ArrayList<>();
    private final List<Runnable> moves = new ArrayList<>();
    private final PauseTransition hold = new PauseTransition(HOLD);
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private int unanswered;
    private final Subscription subscription;

    /**
     * @param debugger outlives this
     * @param fx runs on the FX thread
     */
    public DebuggerViewModel(Debugger debugger, Executor fx) {
        this.debugger = debugger;
        this.fx = fx;
        hold.setOnFinished(over -> shown.set(Snapshot.of(debugger)));
        patience.setOnFinished(over -> working.set(true));
        subscription = debugger.subscribe(this::news);
        look();
    }

    /** On whichever thread has news. */
    private void news() {
        if (asked.compareAndSet(false, true)) {
            fx.execute(this::look);
        }
    }

    private void look() {
        asked.set(false);
        Snapshot now = Snapshot.of(debugger);
        Snapshot before = shown.get();
        paused.set(!now.pauses().isEmpty());
        if (now.current().isEmpty() && before.current().isPresent()) {
            hold.playFromStart();
            return;
        }
        hold.stop();
        boolean stopped = now.current().isPresent()
                && !now.current().map(Pause::id).equals(before.current().map(Pause::id));
        if (stopped) {
            trouble.set(Optional.empty());
        }
        shown.set(now);
        if (!now.sameFrame(before)) {
            List.copyOf(moves).forEach(Runnable::run);
        }
        if (stopped) {
            List.copyOf(stops).forEach(Runnable::run);
        }
    }

    private static boolean live(Pause pause) {
        return pause.reason().kind() != StopReason.Kind.POST_MORTEM;
    }

    /** What is to be seen now; set anew with each piece of news. */
    ReadOnlyObjectProperty<Snapshot> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Whether a thread stands still, or the frames of an exception are open. */
    public ReadOnlyBooleanProperty paused() {
        return paused.getReadOnlyProperty();
    }

    /** Whether an answer of the thread that stands still is waited for, for more than a second. */
    ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    /** Ends what the thread that stands still evaluates, if that is anything. */
    void interrupt() {
        current().ifPresent(Pause::interrupt);
    }

    /** What could not be done the last time. */
    ReadOnlyObjectProperty<Optional<String>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** {@code listener} is called when another stop has come to be looked at. */
    public void onStop(Runnable listener) {
        stops.add(listener);
    }

    /** {@code listener} is called when another stop, or another frame of it, has come to be looked at. */
    public void onMove(Runnable listener) {
        moves.add(listener);
    }

    /** The requests that stand still, by their exchanges. */
    public List<Long> pausedExchanges() {
        return debugger.pauses().stream()
                .filter(DebuggerViewModel::live)
                .map(Pause::exchange)
                .filter(exchange -> exchange != 0)
                .toList();
    }

    /** The breakpoints of the project. */
    public Breakpoints breakpoints() {
        return debugger.breakpoints();
    }

    /** The one that is looked at, while it stands still. */
    Optional<Pause> current() {
        return debugger.current().filter(Pause::alive);
    }

    /** Where the thread that is looked at has stopped, if that is in a file. */
    public Optional<Place> place() {
        return shown.get().spot();
    }

    /** Looks at this one from now on. */
    void choose(Pause pause) {
        debugger.choose(pause);
    }

    /** Looks at this frame from now on. */
    void select(int frame) {
        current().filter(pause -> pause.selected() != frame).ifPresent(pause -> pause.select(frame));
    }

    /** Lets the thread that is looked at go on like this. */
    public void step(Step step) {
        current().ifPresent(pause -> {
            trouble.set(Optional.empty());
            answer(pause.step(step), done -> {});
        });
    }

    /** Gives {@code receiver} the functions that can be stepped into from here. */
    void calls(Consumer<List<String>> receiver) {
        current().ifPresent(pause -> answer(pause.calls(), receiver));
    }

    /** Has this request stop at its next line. */
    public void pause(long exchange) {
        debugger.pause(exchange);
    }

    /** Whether steps pass over code that is not the project's own. */
    boolean onlyMine() {
        return debugger.onlyMine();
    }

    void onlyMine(boolean on) {
        debugger.onlyMine(on);
    }

    /** Opens the frames that the exception in this exchange has left. */
    public void openPostMortem(long exchange) {
        debugger.postMortems().stream()
                .filter(each -> each.exchange() == exchange)
                .findFirst()
                .ifPresentOrElse(this::open, () -> gone(exchange));
    }

    private void gone(long exchange) {
        complain("The frames of request " + exchange
                + " are not kept any more: only those of the newest twenty exceptions are.");
    }

    void open(PostMortem postMortem) {
        if (!debugger.open(postMortem)) {
            gone(postMortem.exchange());
        }
    }

    /** Gives {@code receiver} what the expression is worth in the frame that is looked at; nothing where it is worth nothing. */
    void value(String expression, Consumer<String> receiver) {
        current()
                .ifPresent(pause -> answer(pause.evaluate(pause.selected(), expression), result -> {
                    if (result instanceof Evaluation.Value(var variable)) {
                        receiver.accept(variable.value());
                    }
                }));
    }

    /** Gives {@code receiver} what this brings, on the FX thread, or says why it fails; a thread that has gone on cannot answer. */
    <T> void answer(CompletableFuture<T> asked, Consumer<T> receiver) {
        if (unanswered++ == 0) {
            patience.playFromStart();
        }
        var _ = asked.whenComplete((answer, failure) -> fx.execute(() -> {
            answered();
            if (failure == null) {
                receiver.accept(answer);
            } else if (current().isPresent()) {
                Throwable cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                        ? wrapped.getCause()
                        : failure;
                complain(String.valueOf(cause.getMessage()));
            }
        }));
    }

    private void answered() {
        if (--unanswered == 0) {
            patience.stop();
            working.set(false);
        }
    }

    /** Says this where troubles are told. */
    public void complain(String problem) {
        trouble.set(Optional.of(problem));
    }

    /** No news after this. */
    @Override
    public void close() {
        subscription.close();
        hold.stop();
        patience.stop();
    }
}
