package vivarium.ui;

import java.io.File;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.input.KeyCode;
import javafx.stage.FileChooser;
import vivarium.debug.Debugger;
import vivarium.debug.Pause;
import vivarium.exchange.Exchanges;
import vivarium.run.Run;
import vivarium.threads.ThreadDump;
import vivarium.ui.console.ConsoleView;
import vivarium.ui.console.ConsoleViewModel;
import vivarium.ui.dock.DockLayout;
import vivarium.ui.environ.EnvironView;
import vivarium.ui.exchange.ExchangeView;
import vivarium.ui.exchange.LiveExchanges;
import vivarium.ui.log.LogView;
import vivarium.ui.log.LogViewModel;
import vivarium.ui.notes.NotesMenu;
import vivarium.ui.notes.NotesViewModel;
import vivarium.ui.parts.WhileShown;
import vivarium.ui.project.ProjectTreeView;
import vivarium.ui.project.ProjectTreeViewModel;
import vivarium.ui.replay.ReplayActions;
import vivarium.ui.replay.ReplayDesk;
import vivarium.ui.requests.RequestsView;
import vivarium.ui.run.Notice;
import vivarium.ui.run.RunViewModel;
import vivarium.ui.source.SourceViewModel;
import vivarium.ui.threads.ThreadSource;
import vivarium.ui.threads.ThreadsView;
import vivarium.ui.threads.ThreadsViewModel;

/**
 * All panes, and what the window asks of them. FX thread only.
 *
 * @param showTab brings a tab of the exchange to the front, by its id
 * @param clear forgets what was shown; the session file keeps it
 * @param filter gives the keyboard to the filter of the requests
 * @param replays sends requests again
 * @param keepNotesIn from now on what the user notes is kept in this session file
 * @param debug what the debugger's commands work on
 */
record Panes(
        List<Pane> all,
        LongConsumer showExchange,
        Consumer<String> showTab,
        BiConsumer<Path, Integer> showSource,
        LongConsumer showLog,
        Runnable clear,
        Runnable filter,
        ReplayActions replays,
        Consumer<Path> keepNotesIn,
        DebugDesk debug) {
    /** Exchanges that the window keeps; the session file keeps all. */
    private static final int EXCHANGES = 20_000;

    private static final long BODY_BYTES = 128L << 20;

    /** Between two looks at what others noted in the session file. */
    private static final Duration OTHERS_NOTES = Duration.ofSeconds(2);

    /** From here on a request is marked as slow. */
    static final long SLOW_NANOS = 1_000_000_000;

    static Panes of(PaneContext context) {
        var surroundings = context.surroundings();
        Path folder = context.project().folder();
        var exchanges = new LiveExchanges(new Exchanges(EXCHANGES, BODY_BYTES));
        context.feed().add(exchanges::accept);
        var requests = new RequestsView(exchanges, context.navigator(), surroundings.clock(), SLOW_NANOS);
        var logModel = LogViewModel.standard();
        context.feed().add(logModel::accept);
        var log = new LogView(
                logModel, context.navigator(), folder, surroundings.clock().start());
        var tree = new ProjectTreeView(
                new ProjectTreeViewModel(folder, context.files(), Platform::runLater), context.navigator());
        var sources = new SourceViewModel(context.files(), Platform::runLater);
        var threads = new ThreadsViewModel(
                () -> stacks(context.run()), context.stacks(), Platform::runLater, context.stuckAfter());
        var exchange = new ExchangeView(
                exchanges, context.navigator(), folder, surroundings.clock(), new EnvironView(exchanges));
        var console = new ConsoleView(new ConsoleViewModel(
                surroundings.console(),
                line -> surroundings.engine().debugger().command(line),
                (text, cursor) -> completions(surroundings.engine().debugger(), text, cursor)));
        var debug = DebugDesk.of(context, exchanges, sources, console);
        requests.offer(
                "Pause in the debugger",
                KeyCode.H,
                outline -> outline.outcome().isEmpty() && !outline.paused(),
                debug.model()::pause);
        var replays = replays(context, exchanges, requests);
        var notes = notes(context, exchanges, requests);
        exchange.replays(replays.actions());
        return new Panes(
                List.of(
                        tree,
                        debug.source(),
                        requests,
                        exchange,
                        log,
                        new ThreadsView(threads, context.navigator(), folder, debug.model()::pause),
                        console,
                        debug.view(),
                        replays.view()),
                requests::select,
                exchange::showTab,
                sources::show,
                log::showOnly,
                () -> {
                    exchanges.clear();
                    logModel.clear();
                },
                requests::focusFilter,
                replays.actions(),
                notes::keepIn,
                debug);
    }

    /** In the frame that the console is about; no words while nothing is paused. */
    private static CompletableFuture<List<String>> completions(Debugger debugger, String text, int cursor) {
        return debugger.current()
                .filter(Pause::alive)
                .map(pause -> pause.completeCommand(text, cursor))
                .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
    }

    private static NotesViewModel notes(PaneContext context, LiveExchanges exchanges, RequestsView requests) {
        var notes = new NotesViewModel(
                exchanges,
                context.files(),
                Platform::runLater,
                words -> context.run().tell(new Notice(Notice.Kind.PROBLEM, "Notes", words, List.of())));
        var menu = new NotesMenu(notes, requests::chosen, context.modals());
        requests.offer(menu.items());
        requests.onKey(menu::key);
        WhileShown.every(OTHERS_NOTES, requests.node(), notes::refresh);
        return notes;
    }

    private static ReplayDesk replays(PaneContext context, LiveExchanges exchanges, RequestsView requests) {
        var surroundings = context.surroundings();
        var desk = ReplayDesk.of(new ReplayDesk.Surroundings(
                context.project().folder(),
                exchanges,
                surroundings.clock(),
                surroundings.capture(),
                () -> context.run()
                        .address()
                        .get()
                        .map(address -> new InetSocketAddress(address.getHost(), address.getPort())),
                context.sending(),
                context.files(),
                Platform::runLater,
                context.debugger().breakpoints(),
                requests::chosen,
                context.modals(),
                context.navigator(),
                () -> chooseFile(requests),
                words -> context.run().tell(new Notice(Notice.Kind.INFORMATION, "Replay", words, List.of())),
                words -> context.run().tell(new Notice(Notice.Kind.PROBLEM, "Replay", words, List.of()))));
        context.feed().add(desk.model()::accept);
        requests.offer(desk.menu().items());
        requests.onKey(desk.menu()::key);
        return desk;
    }

    private static Optional<Path> chooseFile(RequestsView requests) {
        var chooser = new FileChooser();
        chooser.setTitle("Choose a file");
        return Optional.ofNullable(
                        chooser.showOpenDialog(requests.node().getScene().getWindow()))
                .map(File::toPath);
    }

    /** The stacks of what runs now; empty while nothing does. */
    private static Optional<ThreadSource> stacks(RunViewModel model) {
        return model.phase().get().listening() ? model.current().map(RunStacks::new) : Optional.empty();
    }

    private record RunStacks(Run run) implements ThreadSource {
        @Override
        public ThreadDump take(boolean withLocals) {
            return run.threadDumps().take(withLocals);
        }

        @Override
        public void write(boolean withLocals) {
            run.dumpThreads(withLocals);
        }
    }

    static DockLayout standard() {
        return DockLayout.split(
                Orientation.HORIZONTAL,
                0.28,
                DockLayout.split(Orientation.VERTICAL, 0.38, DockLayout.tabs("project"), DockLayout.tabs("source")),
                DockLayout.split(
                        Orientation.VERTICAL,
                        0.4,
                        DockLayout.tabs("requests"),
                        DockLayout.tabs("exchange", "log", "threads", "console", "debugger", "replays")));
    }
}
