package vivarium.ui.replay;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vivarium.exchange.Captured;
import vivarium.replay.CsrfRefresh;
import vivarium.replay.ReplayException;
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

    /** Host and port of the running application; empty while it is not served. */
    Optional<String> authority() {
        return application.get().map(address -> address.getHostString() + ":" + address.getPort());
    }

    /** Whether something is being sent. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** How far it has come, for example {@code 7 of 20}, or had when it was stopped; empty for a single one. */
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
                            if (result instanceof Replays.Result.Failed(int _, String reason)) {
                                if (replayer.cancelled()) {
                                    return; // by the user, who need not be told so often
                                }
                                complaints.accept(reason);
                            }
                            one.run();
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

    /**
     * Fetches the pages of CSRF tokens anew; what cannot be had is told, and then nothing is sent.
     *
     * @param then takes all requests on the FX thread, those that have a page with what it gave
     */
    void refresh(List<Captured> requests, List<CsrfRefresh> pages, Consumer<List<Captured>> then) {
        var fresh = new ConcurrentHashMap<Captured, Captured>();
        start(
                1,
                (replayer, one) -> CompletableFuture.runAsync(
                        () -> pages.forEach(page -> {
                            try {
                                fresh.put(page.request(), page.fetch(replayer));
                            } catch (ReplayException stale) {
                                fx.execute(() -> complaints.accept(String.valueOf(stale.getMessage())));
                            }
                        }),
                        threads),
                () -> {
                    if (fresh.size() == pages.size()) {
                        then.accept(requests.stream()
                                .map(request -> fresh.getOrDefault(request, request))
                                .toList());
                    }
                });
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
            if (current.filter(replayer::equals).isPresent()) {
                done++;
                progress.set(total > 1 ? done + " of " + total : "");
            }
        };
        var _ = begin.apply(replayer, one)
                .whenComplete((nothing, failure) -> fx.execute(() -> {
                    if (current.filter(replayer::equals).isPresent()) {
                        busy.set(false);
                        progress.set(replayer.cancelled() ? "stopped after " + done + " of " + total : "");
                    }
                    after.run();
                }));
    }

    /** Ends what is being sent. */
    void cancel() {
        current.ifPresent(Replayer::cancel);
    }
}
