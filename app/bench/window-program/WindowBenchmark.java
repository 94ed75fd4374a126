import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.stage.Stage;
import vivarium.journal.EventJournal;
import vivarium.ui.MainWindow;
import vivarium.ui.run.ProjectSettings;

/**
 * Measures the real window over a real journal that is fed as the server feeds it. Arguments: an empty project folder, seconds for each
 * measurement. Prints a line for each: its name and milliseconds, as {@code name|p50|p99|worst|count}, with tabs.
 */
public final class WindowBenchmark {
    private static final int EXCHANGES = 10_000;
    private static final int LOG_LINES = 200_000;
    private static final int RATE = 1_000;

    private final EventJournal journal;
    private final MainWindow window;
    private final Stage stage;
    private final Arrivals arrivals;
    private final int seconds;

    private WindowBenchmark(EventJournal journal, MainWindow window, Stage stage, int seconds) {
        this.journal = journal;
        this.window = window;
        this.stage = stage;
        this.seconds = seconds;
        this.arrivals = new Arrivals(journal);
    }

    public static void main(String[] arguments) throws Exception {
        try {
            measure(arguments);
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            System.exit(1); // the FX thread would keep the process alive
        }
        System.exit(0);
    }

    private static void measure(String[] arguments) throws Exception {
        Path project = Path.of(arguments[0]).toRealPath();
        OpenWindow opened = OpenWindow.of(project, ProjectSettings.standard());
        new WindowBenchmark(opened.journal(), opened.window(), opened.stage(), Integer.parseInt(arguments[1]))
                .measureAll();
    }

    private void measureAll() throws InterruptedException {
        var panes = new Panes(stage, window);
        panes.show("log"); // a pane that was never shown is not in the scene
        fill(panes);
        try (var arriving = arrivals.start(RATE)) {
            panes.show("log");
            frames("warming up", pulse -> {}); // for the compiler; not in the table
            frames("requests and log follow the newest", pulse -> {});
            panes.show("requests");
            frames("the requests are scrolled", panes::scrollRequests);
            panes.followRequests();
            panes.show("log");
            frames("the log is scrolled", panes::scrollLog);
            panes.followLog();
            frames("the log is filtered anew each second", panes::filterLog);
            panes.filterLog("");
            frames("the requests are filtered anew each second", panes::filterRequests);
            panes.filterRequests("");
            frames("the requests are sorted by duration", panes::sortRequests);
            panes.unsortRequests();
            panes.show("exchange");
            for (String tab : List.of("overview", "response", "environ")) {
                selections("an exchange is selected, " + tab, panes, tab);
            }
            arriving.rateKept().ifPresent(rate -> System.out.printf(Locale.ROOT, "arrived\t%.0f%n", rate));
        }
        System.out.printf(Locale.ROOT, "kept\t%d\t%d%n", panes.requestRows(), panes.logRows());
    }

    /** In portions, each of which the window has before the next comes, so that neither journal nor window leaves anything out. */
    private void fill(Panes panes) throws InterruptedException {
        int portions = 20;
        for (int i = 1; i <= portions; i++) {
            arrivals.logLines(LOG_LINES / portions);
            arrivals.exchanges(EXCHANGES / portions);
            journal.flush();
            int lines = (LOG_LINES - LOG_LINES / 50) / portions * i;
            int requests = EXCHANGES / portions * i;
            Fx.await(() -> panes.requestRows() >= requests && panes.logRows() >= lines);
        }
    }

    private void frames(String name, Pulses.Step step) throws InterruptedException {
        var pulses = new Pulses(stage.getScene(), step);
        pulses.run(seconds);
        if (!name.equals("warming up")) {
            pulses.frames().print("frame\t" + name);
            pulses.work().print("work\t" + name);
        }
    }

    private void selections(String name, Panes panes, String tab) throws InterruptedException {
        panes.showTab(tab, arrivals.newest() - 3_000);
        var times = new Times();
        int warm = 20;
        for (int i = 0; i < warm + seconds * 10; i++) {
            long nanos = panes.select(arrivals.newest() - 3_000 + i % 40 * 17L);
            if (i >= warm) {
                times.add(nanos);
            }
        }
        times.print("select\t" + name);
    }
}
