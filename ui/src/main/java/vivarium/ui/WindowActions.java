package vivarium.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import vivarium.project.ApplicationFinder;
import vivarium.project.Candidate;
import vivarium.ui.exchange.Clipboards;
import vivarium.ui.modal.Modals.Choice;
import vivarium.ui.run.ProjectSettings;
import vivarium.ui.sessions.SessionsView;
import vivarium.ui.settings.ProjectSettingsView;
import vivarium.ui.settings.SettingsView;
import vivarium.ui.shortcuts.ShortcutsView;

/** What the window's commands do. FX thread only. */
final class WindowActions implements MainCommands.Actions {
    private final MainWindow window;

    WindowActions(MainWindow window) {
        this.window = window;
    }

    MainWindow window() {
        return window;
    }

    @Override
    public void chooseFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle("Open a project folder");
        File folder = chooser.showDialog(window.stage());
        if (folder != null) {
            window.open(folder.toPath());
        }
    }

    @Override
    public void openElsewhere() {
        window.surroundings().newWindow().accept(Path.of(""));
    }

    @Override
    public void browse() {
        window.run().address().get().ifPresent(window.surroundings().browser());
    }

    @Override
    public void copyAddress() {
        window.run().address().get().ifPresent(address -> Clipboards.put(address.toString()));
    }

    @Override
    public void editSettings() {
        var view = new SettingsView(window.settings().now());
        window.modals().show("Settings", view.node(), Choice.cancel(), new Choice("Save", () -> {
            window.settings().change(view::applied);
            window.themes().choice().set(window.settings().now().theme());
        }));
    }

    @Override
    public void editProject() {
        window.workbench().ifPresent(bench -> {
            List<String> found = new ApplicationFinder(bench.project())
                    .candidates().stream().map(Candidate::name).toList();
            var view = new ProjectSettingsView(window.run().settings().get(), found);
            boolean running = window.run().phase().get().running();
            window.modals()
                    .show(
                            "How " + bench.project().name() + " is run",
                            view.node(),
                            Choice.cancel(),
                            new Choice("Save", () -> remember(view.result())),
                            new Choice(running ? "Save and restart" : "Save and run", () -> {
                                remember(view.result());
                                if (running) {
                                    window.run().restart();
                                } else {
                                    window.run().run();
                                }
                            }));
        });
    }

    /** Keeps how the project is run, for this time and the next. */
    void remember(ProjectSettings how) {
        window.run().change(how);
        window.workbench()
                .ifPresent(bench -> window.settings()
                        .change(now -> now.withProject(bench.project().folder(), how)));
    }

    @Override
    public void sessions() {
        window.workbench().ifPresent(bench -> {
            var view = new SessionsView(
                    bench.project().folder(),
                    bench.context().files(),
                    Platform::runLater,
                    session -> {
                        window.modals().hide();
                        if (bench.records(session.file())) {
                            window.backToRunning();
                        } else {
                            window.openSession(session.file());
                        }
                    },
                    this::chooseSession);
            window.modals().show("Sessions of " + bench.project().name(), view.node());
        });
    }

    private void chooseSession() {
        var chooser = new FileChooser();
        chooser.setTitle("Open a session file");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Sessions of Vivarium", "*.vivarium"));
        File file = chooser.showOpenDialog(window.stage());
        if (file != null) {
            window.modals().hide();
            window.openSession(file.toPath());
        }
    }

    @Override
    public void backToRunning() {
        window.backToRunning();
    }

    @Override
    public void replay() {
        if (window.past().isPresent()) {
            window.past().get().replay();
            return;
        }
        window.workbench().ifPresent(bench -> bench.panes().replays().replay());
    }

    @Override
    public void importRequests() {
        window.workbench().ifPresent(bench -> bench.panes().replays().importRequests());
    }

    @Override
    public void savedRequests() {
        window.workbench().ifPresent(bench -> bench.panes().replays().showSaved());
    }

    @Override
    public void examine() {
        window.examine().set(!window.examine().get());
    }

    @Override
    public void capture() {
        window.capture().set(!window.capture().get());
    }

    @Override
    public void clear() {
        window.counters().clear();
        window.workbench().ifPresent(bench -> bench.panes().clear().run());
    }

    @Override
    public void toggleTheme() {
        window.themes().toggle();
    }

    @Override
    public void resetLayout() {
        window.workbench().ifPresent(bench -> bench.dock().arrange(Panes.standard()));
    }

    @Override
    public void filter() {
        if (window.past().isPresent()) {
            window.past().get().focusFilter();
            return;
        }
        window.workbench().ifPresent(bench -> {
            bench.dock().show("requests");
            bench.panes().filter().run();
        });
    }

    @Override
    public void shortcuts() {
        window.modals()
                .show("Keyboard shortcuts", new ShortcutsView(window.commands().all()).node());
    }

    @Override
    public void about() {
        window.modals()
                .ask(
                        "Vivarium",
                        "A glass house for watching Python web applications. “vivarium --version” names everything inside."
                                + "\n\nSpeed: " + window.surroundings().speed(),
                        new Choice("Close", () -> {}));
    }

    @Override
    public void showPane(String id) {
        window.showPane(id);
    }

    @Override
    public void stop() {
        Closing.askWhilePaused("Stop", paused(), window.modals(), window.run()::stop);
    }

    @Override
    public void restart() {
        Closing.askWhilePaused("Restart", paused(), window.modals(), window.run()::restart);
    }

    @Override
    public void quit() {
        if (paused() > 0) {
            Closing.askWhilePaused("Close", paused(), window.modals(), window::close);
        } else {
            Closing.ask(window.run(), window.modals(), window::close);
        }
    }

    private int paused() {
        return window.debugger().pausedExchanges().size();
    }
}
