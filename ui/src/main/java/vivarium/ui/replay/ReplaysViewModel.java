package vivarium.ui.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vivarium.compare.Comparing;
import vivarium.compare.IgnoreRules;
import vivarium.exchange.Captured;
import vivarium.exchange.Exchanges.Changes;
import vivarium.exchange.Outline;
import vivarium.exchange.Phase;
import vivarium.journal.Event;
import vivarium.journal.JournalClock;
import vivarium.replay.CsrfRefresh;
import vivarium.replay.Likeness;
import vivarium.replay.Manner;
import vivarium.replay.Replays;
import vivarium.ui.exchange.LiveExchanges;

/** The replays that the window knows of, newest first, and sending more of them. FX thread only. */
public final class ReplaysViewModel {
    private static final int MOST = 500;
    private static final int MOST_PAGES = 200;
    private static final Logger LOG = LoggerFactory.getLogger(ReplaysViewModel.class);

    private final LiveExchanges exchanges;
    private final JournalClock clock;
    private final Sending sending;
    private final Executor threads;
    private final Executor fx;
    private final IgnoredModel rules;
    private final Map<Long, ReplayRow> byId = new LinkedHashMap<>();
    private final ObservableList<ReplayRow> rows = FXCollections.observableArrayList();
    private final TreeSet<Long> watched = new TreeSet<>();
    private String application = "";

    /**
     * @param sending sends requests
     * @param threads compares answers; a thread may be kept for half a second
     * @param rules what is not compared
     */
    public ReplaysViewModel(
            LiveExchanges exchanges,
            JournalClock clock,
            Sending sending,
            Executor threads,
            Executor fx,
            IgnoredModel rules) {
        this.exchanges = exchanges;
        this.clock = clock;
        this.sending = sending;
        this.threads = threads;
        this.fx = fx;
        this.rules = rules;
        exchanges.add(this::accept);
        rules.names().addListener((javafx.beans.InvalidationListener)
                change -> List.copyOf(rows).forEach(row -> judge(row.replay())));
        exchanges.onClear(() -> {
            byId.clear();
            rows.clear();
        });
    }

    /** The replays, newest first. */
    ObservableList<ReplayRow> rows() {
        return rows;
    }

    /** What sends for it. */
    Sending sending() {
        return sending;
    }

    /** What is not compared. */
    IgnoredModel rules() {
        return rules;
    }

    /** That exchange as it was captured, where it is kept. */
    Optional<Captured> captured(long id) {
        return exchanges.exchange(id).map(exchange -> Captured.of(exchange, clock.start()));
    }

    /** Where a request's CSRF token can be had anew: the newest pages before it are looked at. */
    Optional<CsrfRefresh> refresh(Captured request) {
        List<Long> pages = exchanges.outlines().stream()
                .filter(page -> (request.id() == 0 || page.id() < request.id())
                        && page.head().method().equals("GET"))
                .map(Outline::id)
                .toList();
        return CsrfRefresh.of(
                request, pages.reversed().stream().limit(MOST_PAGES).flatMap(id -> captured(id).stream()));
    }

    /** Sends requests again; the answers appear as exchanges of their own. */
    void send(List<Captured> requests) {
        if (!requests.isEmpty()) {
            sending.send(new Replays(requests, Manner.AS_CAPTURED, 1, 1, false), () -> {});
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

    /** The application that was loaded last, as {@code --application} takes it; empty before that. */
    String application() {
        return application;
    }

    /** Takes events; give this to the feed of the journal. */
    public void accept(List<Event> events) {
        boolean reloaded = false;
        for (Event event : events) {
            if (event instanceof Event.ApplicationLoaded loaded) {
                application = loaded.application();
                reloaded |= loaded.generation() > 1;
            }
        }
        if (reloaded && !watched.isEmpty()) {
            send(watched.stream().flatMap(id -> captured(id).stream()).toList());
        }
    }

    private void accept(Changes changes) {
        boolean news = false;
        for (Outline outline : changes.changed()) {
            if (outline.origin() != 0) {
                byId.put(outline.id(), new ReplayRow(outline, exchanges.outline(outline.origin()), Optional.empty()));
                news = true;
                if (outline.phase() == Phase.OVER) {
                    judge(outline);
                }
            }
        }
        if (news) {
            while (byId.size() > MOST) {
                byId.remove(byId.keySet().iterator().next());
            }
            rows.setAll(new ArrayList<>(byId.values()).reversed());
        }
    }

    /** Compares the answers in the background. */
    private void judge(Outline replay) {
        Optional<Captured> before = captured(replay.origin());
        Optional<Captured> after = captured(replay.id());
        if (before.isPresent() && after.isPresent()) {
            IgnoreRules leaving = rules.now();
            inBackground(() -> {
                var likeness = Likeness.of(before.get(), after.get(), leaving);
                fx.execute(() -> judged(replay.id(), likeness));
            });
        }
    }

    private void inBackground(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The project was closed before this was compared", closed);
        }
    }

    private void judged(long id, Likeness likeness) {
        ReplayRow row = byId.get(id);
        int index = row == null ? -1 : rows.indexOf(row);
        if (row != null && index >= 0) {
            byId.put(id, row.with(likeness));
            rows.set(index, row.with(likeness));
        }
    }

    /** Compares two exchanges in the background; the result comes on the FX thread, where both are kept. */
    void compare(long left, long right, Consumer<List<CompareLine>> result) {
        var before = exchanges.exchange(left);
        var after = exchanges.exchange(right);
        if (before.isEmpty() || after.isEmpty()) {
            result.accept(List.of(CompareLine.note("The origin is not kept in the window any more.")));
            return;
        }
        if (before.get().outline().phase() != Phase.OVER
                || after.get().outline().phase() != Phase.OVER) {
            result.accept(List.of(
                    CompareLine.between(left, right),
                    CompareLine.note("What is still being answered is compared when that is over.")));
            return;
        }
        IgnoreRules leaving = rules.now();
        inBackground(() -> {
            var comparison = Comparing.compare(
                    Captured.of(before.get(), clock.start()), Captured.of(after.get(), clock.start()), leaving);
            var lines = CompareLine.of(
                    comparison, before.get().examination(), after.get().examination());
            fx.execute(() -> result.accept(lines));
        });
    }
}
