package vivarium.ui.replay;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vivarium.replay.Replayer;
import vivarium.replay.Replays;
import vivarium.replay.Trial;
import vivarium.replay.Trials;
import vivarium.server.Capture;

/** Sends requests in the background, says how far it has come, and can be cancelled. FX thread only. */
final class Sending {
    private final Capture capture;
    private final Supplier<Optional<InetSocketAddress>> application;
    private final Executor threads;
    private final Executor fx;
    private final Consumer<String> complaints;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper(this, "progress", "");
    private Optional<Replayer> current = Optional.empty();
    private int done;

    Sending(
            Capture capture,
            Supplier<Optional<InetSocketAddress>> application,
            Executor threads,
            Executor fx,
            Consumer<String> complaints) {
        this.capture = capture;
        this.application = application;
        this.threads = threads;
        this.fx = fx;
        this.complaints = complaints;
    }

    /** Whether something is being sent. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** How far it has come, for example {@code 7 of 20}; empty for a single one. */
    ReadOnlyStringProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Sends them; {@code after} runs once all are answered, or have failed, which is told. */
    void send(Replays replays, Runnable after) {
        start(
                replays.total(),
                (replayer, one) -> replays.start(
                        replayer,
                        threads,
                        result -> fx.execute(() -> {
                            one.run();
                            if (result instanceof Replays.Result.Failed(int _, String reason)) {
                                complaints.accept(reason);
                            }
                        })),
                after);
    }

    /** Sends a request in all ways; each result is told on the FX thread. */
    void send(Trials trials, Consumer<Trial> results) {
        start(
                Trials.total(),
                (replayer, one) -> trials.start(
                        replayer,
                        threads,
                        trial -> fx.execute(() -> {
                            one.run();
                            results.accept(trial);
                        })),
                () -> {});
    }

    /** Runs work that sends by itself; its failure is told. */
    void run(Consumer<Replayer> work, Runnable after) {
        start(1, (replayer, one) -> CompletableFuture.runAsync(() -> work.accept(replayer), threads), after);
    }

    private void start(int total, BiFunction<Replayer, Runnable, CompletableFuture<Void>> begin, Runnable after) {
        Optional<InetSocketAddress> address = application.get();
        if (address.isEmpty()) {
            complaints.accept("The application is not served: press Run, then replay.");
            return;
        }
        var replayer = new Replayer(
                address.get(),
                id -> id == 0
                        ? Optional.empty()
                        : Optional.of(capture.replayMark().header(id)),
                Duration.ZERO);
        current = Optional.of(replayer);
        done = 0;
        progress.set(total > 1 ? "0 of " + total : "");
        busy.set(true);
        Runnable one = () -> {
            if (current.filter(replayer::equals).isPresent() && total > 1) {
                done++;
                progress.set(done + " of " + total);
            }
        };
        var _ = begin.apply(replayer, one)
                .whenComplete((nothing, failure) -> fx.execute(() -> {
                    if (current.filter(replayer::equals).isPresent()) {
                        busy.set(false);
                        progress.set("");
                    }
                    after.run();
                }));
    }

    /** Ends what is being sent. */
    void cancel() {
        current.ifPresent(Replayer::cancel);
    }
}
