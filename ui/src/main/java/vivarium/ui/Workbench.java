package vivarium.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Parent;
import vivarium.journal.Subscription;
import vivarium.project.Project;
import vivarium.run.ProjectLock;
import vivarium.ui.debugger.DebuggerViewModel;
import vivarium.ui.dock.Dock;
import vivarium.ui.exchange.ExchangeView;
import vivarium.ui.live.JournalFeed;
import vivarium.ui.live.Paced;
import vivarium.ui.modal.Modals;
import vivarium.ui.run.RunViewModel;
import vivarium.ui.settings.SettingsFile;
import vivarium.ui.toolbar.CounterViewModel;

/** The panes of one open project, fed by the journal. FX thread only. */
final class Workbench implements AutoCloseable {
    /** Events that the FX thread is given in one go. */
    private static final int BATCH = 5_000;

    /** Between two batches: twenty pictures a second are as live as anybody can see. */
    private static final long PACE_MILLIS = 50;

    /** Events that wait for the FX thread; when there are more, the oldest are not shown. */
    private static final int MOST_WAITING = 100_000;

    private final Project project;
    private final ProjectLock lock;
    private final PaneContext context;
    private final Panes panes;
    private final Dock dock;
    private Optional<Path> recorded = Optional.empty();
    private final Subscription subscription;
    private final ExecutorService files = worker("vivarium-files");
    private final ExecutorService stacks = worker("vivarium-safepoints");
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();

    /** @param lock let go of when this is closed */
    Workbench(
            Project project,
            ProjectLock lock,
            Surroundings surroundings,
            RunViewModel run,
            CounterViewModel counters,
            DebuggerViewModel debugger,
            Modals modals,
            Navigator navigator,
            SettingsFile settings) {
        this.project = project;
        this.lock = lock;
        debugger.breakpoints().of(project.folder());
        var feed = new JournalFeed(new Paced(PACE_MILLIS), BATCH, MOST_WAITING);
        context = new PaneContext(
                project,
                surroundings,
                run,
                feed,
                navigator,
                files,
                stacks,
                sending,
                debugger,
                modals,
                () -> settings.now().stuckAfter());
        panes = Panes.of(context);
        dock = new Dock(panes.all(), Panes.standard());
        settings.now().layout().ifPresent(dock::arrange);
        feed.add(run::accept);
        feed.add(counters::accept);
        dock.inFront("log").subscribe(counters::reading);
        subscription = surroundings.journal().subscribe(feed::accept);
    }

    private static ExecutorService worker(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    Project project() {
        return project;
    }

    /** From now on this is the session that is being recorded. */
    void recordsTo(Path session) {
        recorded = Optional.of(session);
        panes.keepNotesIn().accept(session);
    }

    /** Whether that is the session that is being recorded here. */
    boolean records(Path session) {
        return recorded.filter(session::equals).isPresent();
    }

    /** What its panes are made from. */
    PaneContext context() {
        return context;
    }

    Dock dock() {
        return dock;
    }

    Panes panes() {
        return panes;
    }

    /** The pane of that id, in front and with the keyboard. */
    void showPane(String id) {
        if (ExchangeView.TABS.contains(id)) {
            // As important as panes.
            dock.show("exchange");
            panes.showTab().accept(id);
            return;
        }
        dock.show(id);
        panes.all().stream().filter(pane -> pane.id().equals(id)).forEach(Pane::focus);
    }

    Parent node() {
        return dock.node();
    }

    @Override
    public void close() {
        subscription.close();
        panes.debug().close();
        files.shutdownNow();
        stacks.shutdownNow();
        sending.shutdownNow();
        lock.close();
    }
}
