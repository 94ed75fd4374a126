package vivarium.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import vivarium.project.Project;
import vivarium.project.ProjectException;
import vivarium.run.ProjectLock;
import vivarium.ui.commands.Commands;
import vivarium.ui.debugger.DebuggerViewModel;
import vivarium.ui.modal.Modals;
import vivarium.ui.run.Notice;
import vivarium.ui.run.ProjectSettings;
import vivarium.ui.run.Remedy;
import vivarium.ui.run.RunViewModel;
import vivarium.ui.run.Workers;
import vivarium.ui.settings.Editors;
import vivarium.ui.settings.Settings;
import vivarium.ui.settings.SettingsFile;
import vivarium.ui.theme.Themes;
import vivarium.ui.toolbar.CounterViewModel;

/** The main window: one for a process, with one project at most. FX thread only, unless a method says otherwise. */
public final class MainWindow implements Navigator {
    private final Stage stage;
    private final Surroundings surroundings;
    private final ExecutorService commandWorker = worker("vivarium-commands");
    private final ExecutorService settingsWorker = worker("vivarium-settings");
    private final ExecutorService urgent = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("vivarium-urgent-", 0).daemon().factory());
    private final RunViewModel run;
    private final DebuggerViewModel debugger;
    private final SettingsFile settings;
    private final Themes themes = new Themes();
    private final Modals modals = new Modals();
    private final CounterViewModel counters = new CounterViewModel();
    private final BooleanProperty capture = new SimpleBooleanProperty(true);
    private final BooleanProperty examine = new SimpleBooleanProperty(false);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final WindowActions actions;
    private final Commands commands;
    private final Shell shell;
    private @Nullable Workbench workbench;
    private Optional<PastSession> past = Optional.empty();
    private final ReadOnlyBooleanWrapper pastShown = new ReadOnlyBooleanWrapper();
    private boolean closing;
    private Runnable onClosed = () -> {};

    /** The window is not shown yet, and Python does not start yet. Reads the settings. */
    public MainWindow(Stage stage, Surroundings surroundings) {
        this.stage = stage;
        this.surroundings = surroundings;
        run = new RunViewModel(
                surroundings.engine(),
                surroundings.journal(),
                surroundings.capture(),
                surroundings.variables(),
                new Workers(Platform::runLater, commandWorker, urgent));
        debugger = new DebuggerViewModel(surroundings.engine().debugger(), Platform::runLater);
        settings = new SettingsFile(
                surroundings.settings(),
                settingsWorker,
                complaint -> Platform.runLater(
                        () -> run.tell(new Notice(Notice.Kind.PROBLEM, "Settings", complaint, List.of()))));
        Settings remembered = settings.read();
        themes.choice().set(remembered.theme());
        themes.choice().subscribe(choice -> {
            if (settings.now().theme() != choice) {
                settings.change(now -> now.withTheme(choice));
            }
        });
        capture.subscribe(on -> surroundings.capture().record(on));
        examine.subscribe(on -> surroundings.capture().examine(on));
        actions = new WindowActions(this);
        commands = MainCommands.of(actions, run, open.getReadOnlyProperty(), pastShown.getReadOnlyProperty());
        DebugCommands.add(
                commands,
                debugger,
                open.getReadOnlyProperty(),
                () -> workbench().map(Workbench::panes).map(Panes::debug));
        shell = new Shell(commands, actions);
        var scene = new Scene(
                shell.node(), remembered.window().width(), remembered.window().height());
        themes.dress(scene);
        stage.setScene(scene);
        stage.setTitle("Vivarium");
        shell.icons(stage);
        Placement.apply(remembered.window(), stage);
        stage.setOnCloseRequest(event -> {
            event.consume();
            actions.quit();
        });
    }

    private static ExecutorService worker(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Shows the window and starts Python in the background. */
    public void show() {
        stage.show();
        run.boot();
    }

    /** Opens the project at that path, in another window if there is one here; what is wrong with it is shown in this window. */
    public void open(Path path) {
        open(path, Optional.empty());
    }

    /** As above, run in that way instead of as it was the last time. */
    public void open(Path path, Optional<ProjectSettings> how) {
        if (workbench != null) {
            surroundings.newWindow().accept(path);
            return;
        }
        try {
            var project = Project.at(path);
            Optional<ProjectLock> lock = ProjectLock.take(project);
            if (lock.isEmpty()) {
                run.tell(new Notice(
                        Notice.Kind.PROBLEM,
                        project.name() + " is open already",
                        "Another Vivarium has " + project.folder()
                                + " open. Use that window, or close it first: two servers would record into each other.",
                        List.of(new Remedy.OpenFolder())));
                return;
            }
            enter(project, lock.get(), how.orElseGet(() -> settings.now().project(project.folder())));
        } catch (ProjectException wrong) {
            settings.change(now -> now.withoutRecent(path.toString()));
            run.tell(new Notice(
                    Notice.Kind.PROBLEM,
                    "That cannot be opened",
                    String.valueOf(wrong.getMessage()),
                    List.of(new Remedy.OpenFolder())));
        }
    }

    private void enter(Project project, ProjectLock lock, ProjectSettings how) {
        run.dismiss();
        run.open(project, how);
        workbench = new Workbench(project, lock, surroundings, run, counters, debugger, modals, this, settings);
        shell.show(workbench);
        var bench = workbench;
        commandWorker.execute(() -> surroundings
                .recording()
                .begin(project, settings.now().sessionLimits())
                .ifPresent(session -> Platform.runLater(() -> {
                    if (!closing) {
                        bench.recordsTo(session);
                    }
                })));
        open.set(true);
        stage.setTitle(project.name() + " – Vivarium");
        settings.change(now -> now.withRecent(project.folder()));
    }

    /** Shows the session in that file in the place of the panes; what is wrong with it is said in this window. */
    public void openSession(Path file) {
        if (workbench == null) {
            return;
        }
        var bench = workbench;
        PastSession.open(
                file,
                bench.context(),
                this,
                this::backToRunning,
                session -> {
                    backToRunning();
                    past = Optional.of(session);
                    pastShown.set(true);
                    shell.show(session);
                    session.focus();
                },
                complaint -> run.tell(
                        new Notice(Notice.Kind.PROBLEM, "That session cannot be opened", complaint, List.of())),
                urgent);
    }

    /** Shows the running session again. */
    void backToRunning() {
        past.ifPresent(session -> {
            past = Optional.empty();
            pastShown.set(false);
            if (workbench != null) {
                shell.showAgain(workbench);
            }
            session.close();
        });
    }

    /** The old session that is shown. */
    Optional<PastSession> past() {
        return past;
    }

    /** Called on the FX thread when the window has ended all that it began. */
    public void onClosed(Runnable action) {
        onClosed = action;
    }

    /** Ends the run and closes the window, without asking; {@link #onClosed} tells when that is done. */
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        remember();
        shell.closing();
        urgent.execute(() -> {
            run.close();
            Platform.runLater(this::closed);
        });
    }

    private void remember() {
        settings.change(now -> now.withWindow(Placement.of(stage, now.window())));
        if (workbench != null) {
            var layout = workbench.dock().layout();
            settings.change(now -> now.withLayout(Optional.of(layout)));
        }
    }

    private void closed() {
        past.ifPresent(PastSession::close);
        if (workbench != null) {
            workbench.close();
        }
        debugger.close();
        themes.close();
        commandWorker.shutdown();
        urgent.shutdown();
        settingsWorker.close();
        stage.hide();
        onClosed.run();
    }

    @Override
    public void showExchange(long exchange) {
        withPanes(panes -> panes.showExchange().accept(exchange), "requests");
        uncover("exchange");
    }

    @Override
    public void showSource(Path file, int line) {
        withPanes(panes -> panes.showSource().accept(file, line), "source");
    }

    @Override
    public void openInEditor(Path file, int line) {
        String command = settings.now().editor();
        if (command.isEmpty()) {
            actions.editSettings();
            return;
        }
        urgent.execute(() -> {
            try {
                Editors.open(command, file, line);
            } catch (IOException missing) {
                Platform.runLater(() -> run.tell(new Notice(
                        Notice.Kind.PROBLEM,
                        "The editor did not start",
                        String.valueOf(missing.getMessage()),
                        List.of())));
            }
        });
    }

    @Override
    public void uncover(String id) {
        backToRunning();
        if (workbench != null) {
            Node keyboard = stage.getScene().getFocusOwner();
            workbench.dock().show(id);
            if (keyboard != null && keyboard.getScene() == stage.getScene()) {
                keyboard.requestFocus();
            }
        }
    }

    @Override
    public void showPane(String id) {
        if (past.filter(session -> session.has(id)).isPresent()) {
            past.get().showPane(id);
            return;
        }
        backToRunning();
        if (workbench != null) {
            workbench.showPane(id);
        }
    }

    @Override
    public void showLog(long exchange) {
        withPanes(panes -> panes.showLog().accept(exchange), "log");
    }

    @Override
    public void openPostMortem(long exchange) {
        showPane("debugger");
        debugger.openPostMortem(exchange);
    }

    private void withPanes(Consumer<Panes> action, String front) {
        backToRunning();
        if (workbench != null) {
            workbench.dock().show(front);
            action.accept(workbench.panes());
        }
    }

    /** Does what the command of that id does, if it is enabled. */
    public void perform(String command) {
        commands.get(command).perform();
    }

    /** Takes away the sheet that lies over the panes, if any. */
    public void hideSheet() {
        modals.hide();
    }

    /** The runs of this window. */
    public RunViewModel run() {
        return run;
    }

    /** The look of the window. */
    public Themes themes() {
        return themes;
    }

    /** What has stopped in this window. */
    public DebuggerViewModel debugger() {
        return debugger;
    }

    Commands commands() {
        return commands;
    }

    Stage stage() {
        return stage;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    SettingsFile settings() {
        return settings;
    }

    Modals modals() {
        return modals;
    }

    CounterViewModel counters() {
        return counters;
    }

    BooleanProperty capture() {
        return capture;
    }

    /** How many requests there were, which is the number of the newest exchange. */
    public int requests() {
        return counters.requests().get();
    }

    /** Whether requests are looked at closely. */
    BooleanProperty examine() {
        return examine;
    }

    Optional<Workbench> workbench() {
        return Optional.ofNullable(workbench);
    }
}
