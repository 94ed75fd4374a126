package vivarium.ui;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import vivarium.exchange.SessionExchanges;
import vivarium.journal.Event;
import vivarium.journal.ExchangeSummary;
import vivarium.journal.JournalClock;
import vivarium.journal.SessionException;
import vivarium.journal.SessionOverview;
import vivarium.journal.SessionReader;
import vivarium.ui.dock.Dock;
import vivarium.ui.dock.DockLayout;
import vivarium.ui.environ.EnvironView;
import vivarium.ui.exchange.ExchangeView;
import vivarium.ui.exchange.LiveExchanges;
import vivarium.ui.log.LogView;
import vivarium.ui.log.LogViewModel;
import vivarium.ui.notes.NotesMenu;
import vivarium.ui.notes.NotesViewModel;
import vivarium.ui.parts.Parts;
import vivarium.ui.replay.ComparisonView;
import vivarium.ui.requests.RequestsView;
import vivarium.ui.sessions.FileSearch;
import vivarium.ui.sessions.PastMenu;
import vivarium.ui.sessions.SessionBar;
import vivarium.ui.sessions.SessionLoader;
import vivarium.ui.source.LineMarks;
import vivarium.ui.source.SourceView;
import vivarium.ui.source.SourceViewModel;

/** An old session in panes like those of the running one. What was captured cannot be changed. FX thread only. */
final class PastSession implements Navigator, AutoCloseable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final SessionReader reader;
    private final Navigator window;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("vivarium-past").daemon().factory());
    private final ExecutorService loading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("vivarium-past-loading").daemon().factory());
    private final LogView log;
    private final SourceViewModel sources;
    private final RequestsView requests;
    private final ExchangeView exchange;
    private final PastMenu menu;
    private final FileSearch search;
    private final List<Pane> panes;
    private final Dock dock;
    private final SessionBar bar;
    private final SessionLoader loader;
    private final BorderPane node = new BorderPane();
    private boolean loaded;
    private boolean searching;

    /** What is read of the file before anything is shown. */
    private record Opened(
            SessionReader reader, SessionOverview overview, String application, List<ExchangeSummary> newest) {}

    /**
     * Opens the file in the background.
     *
     * @param ready gets it, on the FX thread
     * @param failed hears, on the FX thread, why it cannot be opened
     */
    static void open(
            Path file,
            PaneContext context,
            Navigator window,
            Runnable back,
            Consumer<PastSession> ready,
            Consumer<String> failed,
            Executor background) {
        background.execute(() -> {
            try {
                var opened = read(file);
                Platform.runLater(() -> ready.accept(new PastSession(opened, context, window, back)));
            } catch (SessionException unreadable) {
                Platform.runLater(() -> failed.accept(String.valueOf(unreadable.getMessage())));
            }
        });
    }

    private static Opened read(Path file) {
        var reader = SessionReader.open(file);
        try {
            return new Opened(
                    reader,
                    SessionOverview.of(file),
                    reader.application().orElse(""),
                    reader.newest(SessionLoader.FIRST));
        } catch (SessionException unreadable) {
            reader.close();
            throw unreadable;
        }
    }

    private PastSession(Opened opened, PaneContext context, Navigator window, Runnable back) {
        this.reader = opened.reader();
        this.window = window;
        var overview = opened.overview();
        var project = Path.of(overview.info().project());
        var clock = new JournalClock(
                overview.info().started(), () -> overview.duration().toNanos());
        bar = new SessionBar(title(overview), back);
        Consumer<String> complaints = words -> bar.idle(words);
        var kept = new SessionExchanges(reader, complaints);
        var exchanges = new LiveExchanges(kept);
        search = new FileSearch(overview.file(), background, Platform::runLater, new Searching());
        requests = new RequestsView(exchanges, this, clock, Panes.SLOW_NANOS, search);
        exchange = new ExchangeView(exchanges, this, project, clock, new EnvironView(exchanges));
        var logModel = LogViewModel.standard();
        log = new LogView(logModel, this, project, clock.start());
        sources = new SourceViewModel(context.files(), Platform::runLater);
        var source = new SourceView(sources, this, project, LineMarks.none());
        var notes = new NotesViewModel(exchanges, background, Platform::runLater, complaints);
        var notesMenu = new NotesMenu(notes, requests::chosen, context.modals());
        requests.offer(notesMenu.items());
        requests.onKey(notesMenu::key);
        var comparison = new ComparisonView(clock, this, project);
        menu = new PastMenu(
                exchanges,
                clock.start(),
                opened.application(),
                requests::chosen,
                (one, other) -> {
                    uncover(comparison.id());
                    comparison.compare(one, other);
                },
                () -> context.run()
                        .address()
                        .get()
                        .map(address -> new InetSocketAddress(address.getHost(), address.getPort())),
                context.sending(),
                Platform::runLater,
                context.modals(),
                bar::idle);
        requests.offer(menu.items());
        requests.onKey(menu::key);
        panes = List.of(requests, exchange, log, comparison, source);
        dock = new Dock(panes, layout());
        node.setTop(bar);
        node.setCenter(dock.node());
        node.setId("past-session");
        Parts.style(node, SessionBar.class, "sessions.css");
        exchanges.took(kept.add(opened.newest()));
        loader = new SessionLoader(overview.file(), Platform::runLater, new SessionLoader.Receiver() {
            @Override
            public void rows(List<ExchangeSummary> rows) {
                exchanges.took(kept.add(rows));
                notes.keepIn(overview.file());
            }

            @Override
            public void events(List<Event> events) {
                exchanges.accept(events);
                logModel.accept(events);
            }

            @Override
            public void progress(double part) {
                if (!searching) {
                    bar.busy("Reading details and log", part, () -> loader().end());
                }
            }

            @Override
            public void done(String complaint) {
                loaded = true;
                bar.idle(complaint);
            }
        });
        loading.execute(loader);
    }

    private SessionLoader loader() {
        return loader;
    }

    /** Says in the bar how searches come along. */
    private final class Searching implements FileSearch.Progress {
        @Override
        public void indexed(double part) {
            searching = true;
            bar.busy("Making the index for searching", part, search::end);
        }

        @Override
        public void over(String complaint) {
            searching = false;
            bar.idle(complaint);
        }
    }

    private static String title(SessionOverview overview) {
        return "Session of " + TIME.format(overview.info().started())
                + (overview.name().isEmpty() ? "" : ", " + overview.name()) + " – read only";
    }

    private static DockLayout layout() {
        return DockLayout.split(
                Orientation.VERTICAL,
                0.45,
                DockLayout.tabs("requests"),
                DockLayout.tabs("exchange", "log", "compare", "source"));
    }

    Parent node() {
        return node;
    }

    /** Puts the keyboard into the filter. */
    void focusFilter() {
        dock.show("requests");
        requests.focusFilter();
    }

    /** Sends what is selected to the running application. */
    void replay() {
        menu.send();
    }

    /** Gives the keyboard to the table. */
    void focus() {
        requests.focus();
    }

    /** Whether all that the file holds has been read; for tests. */
    boolean loaded() {
        return loaded;
    }

    /** Whether it has such a pane, or a tab of the exchange. */
    boolean has(String id) {
        return ExchangeView.TABS.contains(id)
                || panes.stream().anyMatch(pane -> pane.id().equals(id));
    }

    @Override
    public void showExchange(long id) {
        dock.show("requests");
        requests.select(id);
        uncover("exchange");
    }

    @Override
    public void showSource(Path file, int line) {
        dock.show("source");
        sources.show(file, line);
    }

    @Override
    public void openInEditor(Path file, int line) {
        window.openInEditor(file, line);
    }

    @Override
    public void uncover(String id) {
        var keyboard = Optional.ofNullable(node.getScene()).map(scene -> scene.getFocusOwner());
        dock.show(id);
        keyboard.ifPresent(owner -> owner.requestFocus());
    }

    @Override
    public void showPane(String id) {
        if (ExchangeView.TABS.contains(id)) {
            dock.show("exchange");
            exchange.showTab(id);
            return;
        }
        dock.show(id);
        panes.stream().filter(pane -> pane.id().equals(id)).forEach(Pane::focus);
    }

    @Override
    public void showLog(long id) {
        dock.show("log");
        log.showOnly(id);
    }

    /** Says that there is none: the frames have gone with the run that they belonged to. */
    @Override
    public void openPostMortem(long id) {
        bar.idle("The frames of an exception are there only while the application runs.");
    }

    @Override
    public void close() {
        loader.end();
        loading.shutdown();
        background.execute(() -> {});
        background.shutdown();
        reader.close();
    }
}
