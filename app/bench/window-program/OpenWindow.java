import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.stage.Stage;
import vivarium.console.Console;
import vivarium.engine.PythonEngine;
import vivarium.engine.embedded.EmbeddedEngine;
import vivarium.engine.embedded.EmbeddedOptions;
import vivarium.journal.ErrorLog;
import vivarium.journal.EventJournal;
import vivarium.journal.JournalBounds;
import vivarium.journal.JournalClock;
import vivarium.journal.LateRecorder;
import vivarium.journal.SessionInfo;
import vivarium.journal.SessionStore;
import vivarium.server.Capture;
import vivarium.ui.MainWindow;
import vivarium.ui.Surroundings;
import vivarium.ui.run.Phase;
import vivarium.ui.run.ProjectSettings;
import vivarium.ui.status.Speed;

/** The real main window with a project that is ready to run. */
record OpenWindow(EventJournal journal, PythonEngine engine, MainWindow window, Stage stage) {
    /** Starts JavaFX and Python; blocks until the project can be run. */
    static OpenWindow of(Path project, ProjectSettings how) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("vivarium.home"));
        var clock = JournalClock.started();
        var recorder = new LateRecorder(10_000);
        var journal = EventJournal.open(clock, JournalBounds.standard(), recorder);
        var console = new Console(1 << 20);
        var engine = new EmbeddedEngine(
                new EmbeddedOptions(
                        home.resolve("lib/python"),
                        project.resolve(".vivarium/bytecode"),
                        console.streams().stdin(),
                        console.streams().stdout(),
                        OutputStream.nullOutputStream()),
                new ErrorLog(journal));
        var surroundings = new Surroundings(
                engine,
                console,
                journal,
                clock,
                new Capture(true),
                (opened, limits) -> {
                    var store = SessionStore.createIn(
                            opened.folder(),
                            new SessionInfo("benchmark", opened.folder().toString(), "embedded", clock.start()));
                    recorder.begin(store);
                    return Optional.of(store.file());
                },
                project.resolve(".vivarium/settings"),
                Map.of(),
                address -> {},
                folder -> {},
                new Speed(Optional.empty(), false));
        Platform.startup(() -> Platform.setImplicitExit(false));
        var stage = Fx.call(Stage::new);
        var window = Fx.call(() -> {
            var made = new MainWindow(stage, surroundings);
            made.show();
            made.open(project, Optional.of(how.withPort(0)));
            return made;
        });
        Fx.await(() -> window.run().phase().get() == Phase.READY);
        return new OpenWindow(journal, engine, window, stage);
    }
}
