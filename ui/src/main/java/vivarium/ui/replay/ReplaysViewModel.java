package vivarium.ui.replay;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vivarium.compare.Comparing;
import vivarium.compare.IgnoreRules;
import vivarium.exchange.Captured;
import vivarium.exchange.Exchanges.Changes;
import vivarium.exchange.Outline;
import vivarium.journal.Event;
import vivarium.journal.JournalClock;
import vivarium.replay.Manner;
import vivarium.replay.Replayer;
import vivarium.replay.Replays;
import vivarium.server.Capture;
import vivarium.ui.exchange.LiveExchanges;

/** The replays that the window knows of, newest first, and sending more of them. FX thread only. */
public final class ReplaysViewModel {
    private static final int MOST = 500;

    private final LiveExchanges exchanges;
    private final JournalClock clock;
    private final Capture capture;
    private final Supplier<Optional<InetSocketAddress>> application;
    private final Executor sending;
    private final Executor fx;
    private final Consumer<String> complaints;
    private final Map<Long, ReplayRow> byId = new LinkedHashMap<>();
    private final ObservableList<ReplayRow> rows = FXCollections.observableArrayList();
    private final TreeSet<Long> watched = new TreeSet<>();
    private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");
    private IgnoreRules rules = IgnoreRules.standard();
    private Optional<Replayer> current = Optional.empty();

    /**
     * @param capture of the journal: knows how a replay names its origin
     * @param application where the project is served; empty while it is not
     * @param sending sends and compares; a thread may be kept for as long as a response takes
     * @param complaints hears why something could not be sent
     */
    public ReplaysViewModel(
            LiveExchanges exchanges,
            JournalClock clock,
            Capture capture,
            Supplier<Optional<InetSocketAddress>> application,
            Executor sending,
            Executor fx,
            Consumer<String> complaints) {
        this.exchanges = exchanges;
        this.clock = clock;
        this.capture = capture;
        this.application = application;
        this.sending = sending;
        this.fx = fx;
        this.complaints = complaints;
        exchanges.add(this::accept);
        exchanges.onClear(() -> {
            byId.clear();
            rows.clear();
        });
    }

    /** The replays, newest first. */
    ObservableList<ReplayRow> rows() {
        return rows;
    }

    /** Whether something is being sent. */
    BooleanProperty busyProperty() {
        return busy;
    }

    /** That exchange as it was captured, where it is kept. */
    Optional<Captured> captured(long id) {
        return exchanges.exchange(id).map(exchange -> Captured.of(exchange, clock.start()));
    }

    /** Sends requests again; the answers appear as exchanges of their own. */
    void send(List<Captured> requests, Manner manner, int times, int parallel) {
        Optional<InetSocketAddress> address = application.get();
        if (address.isEmpty()) {
            complaints.accept("The application is not served: press Run, then replay.");
            return;
        }
        if (requests.isEmpty()) {
            return;
        }
        var replayer = new Replayer(
                address.get(),
                id -> id == 0
                        ? Optional.empty()
                        : Optional.of(capture.replayMark().header(id)),
                Duration.ZERO);
        current = Optional.of(replayer);
        busy.set(true);
        var _ = new Replays(requests, manner, times, parallel, false)
                .start(replayer, sending, this::result)
                .whenComplete((done, failure) -> fx.execute(() -> {
                    if (current.filter(replayer::equals).isPresent()) {
                        busy.set(false);
                    }
                }));
    }

    /** Ends what is being sent. */
    void cancel() {
        current.ifPresent(Replayer::cancel);
    }

    private void result(Replays.Result result) {
        if (result instanceof Replays.Result.Failed failed) {
            fx.execute(() -> complaints.accept(failed.reason()));
        }
    }

    /** Whether this exchange is sent again after each reload. */
    boolean watches(long origin) {
        return watched.contains(origin);
    }

    /** From now on it is sent again after each reload, or no longer. */
    void watch(long origin, boolean on) {
        if (on) {
            watched.add(origin);
        } else {
            watched.remove(origin);
        }
    }

    /** Takes events; give this to the feed of the journal. */
    public void accept(List<Event> events) {
        boolean reloaded = events.stream()
                .anyMatch(event -> event instanceof Event.ApplicationLoaded loaded && loaded.generation() > 1);
        if (reloaded && !watched.isEmpty()) {
            send(watched.stream().flatMap(id -> captured(id).stream()).toList(), Manner.AS_CAPTURED, 1, 1);
        }
    }

    private void accept(Changes changes) {
        boolean news = false;
        for (Outline outline : changes.changed()) {
            if (outline.origin() != 0) {
                byId.put(outline.id(), new ReplayRow(outline, exchanges.outline(outline.origin())));
                news = true;
            }
        }
        if (news) {
            while (byId.size() > MOST) {
                byId.remove(byId.keySet().iterator().next());
            }
            rows.setAll(new ArrayList<>(byId.values()).reversed());
        }
    }

    /** Leaves out what has this name from now on. */
    void ignore(String name) {
        rules = rules.and(name);
    }

    /** Compares two exchanges in the background; the result comes on the FX thread, where both are kept. */
    void compare(long left, long right, Consumer<List<CompareLine>> result) {
        var before = exchanges.exchange(left);
        var after = exchanges.exchange(right);
        if (before.isEmpty() || after.isEmpty()) {
            result.accept(List.of(CompareLine.note("The origin is not kept in the window any more.")));
            return;
        }
        IgnoreRules leaving = rules;
        sending.execute(() -> {
            var comparison = Comparing.compare(
                    Captured.of(before.get(), clock.start()), Captured.of(after.get(), clock.start()), leaving);
            var lines = CompareLine.of(
                    comparison, before.get().examination(), after.get().examination());
            fx.execute(() -> result.accept(lines));
        });
    }
}
