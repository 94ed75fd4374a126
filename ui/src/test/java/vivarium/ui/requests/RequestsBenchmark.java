package vivarium.ui.requests;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.stage.Stage;
import vivarium.exchange.Exchanges;
import vivarium.journal.Event;
import vivarium.journal.JournalClock;
import vivarium.ui.exchange.LiveExchanges;
import vivarium.ui.live.JournalFeed;
import vivarium.ui.traffic.Fx;
import vivarium.ui.traffic.NowhereElse;
import vivarium.ui.traffic.Traffic;

/**
 * How the table takes 1,000 requests a second with 10,000 kept; run its {@code main} with the tests' class path and the headless
 * platform. Prints milliseconds: the time of a batch on the FX thread, from one pulse to the next, and what the FX thread computed
 * in between, which is the only one of them that other programs on the machine do not change.
 */
@SuppressWarnings("SystemOut") // that is what it is for
final class RequestsBenchmark {
    private static final int RATE = 1_000;
    private static final int SECONDS = 10;

    /** Following twice: the first time is for the compiler to warm up. */
    private static final List<String> MODES =
            List.of("following", "following", "scrolled away", "filtered", "sorted by duration");

    private RequestsBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        var exchanges = new LiveExchanges(new Exchanges(10_000, 64 << 20));
        var feed = new JournalFeed(Platform::runLater, 5_000, 100_000);
        var batches = new ArrayList<Long>();
        Fx.start();
        Fx.theme(new PrimerLight());
        var view = Fx.call(() -> new RequestsView(
                exchanges, new NowhereElse(), new JournalClock(Instant.now(), System::nanoTime), 1_000_000_000L));
        Fx.run(() -> feed.add(events -> {
            long start = System.nanoTime();
            exchanges.accept(events);
            batches.add(System.nanoTime() - start);
        }));
        Stage stage = Fx.show((Parent) view.node());
        var traffic = new Traffic();
        Fx.run(() -> exchanges.accept(traffic.many(1, 10_000)));
        for (var mode : arguments.length == 0 ? MODES : List.of(arguments)) {
            Fx.run(() -> prepare(view, mode));
            batches.clear();
            measure(mode, feed, traffic, batches);
        }
        Fx.run(stage::hide);
        Platform.exit();
    }

    private static void prepare(RequestsView view, String mode) {
        switch (mode) {
            case "scrolled away" -> view.select(firstKept(view));
            case "filtered" -> view.filterBy("page");
            case "sorted by duration" -> view.sortBy("Duration");
            default -> {}
        }
    }

    private static long firstKept(RequestsView view) {
        return view.total().getValue().longValue() > 0 ? next - 3_000 : 0;
    }

    private static long next = 10_001;

    private static void measure(String mode, JournalFeed feed, Traffic traffic, List<Long> batches)
            throws InterruptedException {
        var pulses = new ArrayList<Long>();
        var work = new ArrayList<Long>();
        var threads = ManagementFactory.getThreadMXBean();
        var timer = new AnimationTimer() {
            private long last = System.nanoTime();
            private long worked = -1;

            @Override
            public void handle(long now) {
                long at = System.nanoTime();
                pulses.add(at - last);
                last = at;
                long computed = threads.getCurrentThreadCpuTime();
                if (worked >= 0) {
                    work.add(computed - worked);
                }
                worked = computed;
            }
        };
        Fx.run(timer::start);
        long start = System.nanoTime();
        for (int tick = 0; tick < SECONDS * 100; tick++) {
            List<Event> events = traffic.many(next, RATE / 100);
            next += RATE / 100;
            feed.accept(events);
            long wait = start + (tick + 1) * 10_000_000L - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            }
        }
        Fx.run(timer::stop);
        System.out.printf(
                Locale.ROOT,
                "%-20s batch %s%n%20s pulse %s%n%20s work  %s%n",
                mode,
                percentiles(batches),
                "",
                percentiles(pulses),
                "",
                percentiles(work));
    }

    private static String percentiles(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "p50 %.1f  p99 %.1f  max %.1f  (%d)",
                        sorted[sorted.length / 2] / 1e6,
                        sorted[sorted.length * 99 / 100] / 1e6,
                        Arrays.stream(sorted).max().orElse(0) / 1e6,
                        sorted.length);
    }
}
