package vivarium.ui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.DataFormat;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import vivarium.console.Console;
import vivarium.journal.EventJournal;
import vivarium.journal.JournalBounds;
import vivarium.journal.JournalClock;
import vivarium.journal.LateRecorder;
import vivarium.journal.SessionInfo;
import vivarium.journal.SessionStore;
import vivarium.project.Project;
import vivarium.server.Capture;
import vivarium.ui.MainWindow;
import vivarium.ui.Surroundings;
import vivarium.ui.run.Phase;
import vivarium.ui.run.ProjectSettings;
import vivarium.ui.status.Speed;

/**
 * The real main window without a display, over the one Python of the test JVM, on a copy of a sample project. Methods are for the
 * test's thread, and wait for the FX thread.
 */
public final class TestWindow implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 180;

    private final OnePython python;
    private final Path settings;
    private final EventJournal journal;
    private final Console console;
    private final MainWindow window;
    private final Stage stage;
    private final FxRobot robot = new FxRobot();
    private final HttpClient browser = HttpClient.newHttpClient();
    private final List<URI> browsed = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();

    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();

    private TestWindow(OnePython python, Path settings) throws TimeoutException {
        this.python = python;
        this.settings = settings;
        var clock = JournalClock.started();
        var recorder = new LateRecorder(10_000);
        journal = EventJournal.open(clock, JournalBounds.standard(), recorder);
        python.logTo(journal);
        console = python.console();
        FxToolkit.registerPrimaryStage();
        var surroundings = new Surroundings(
                python.engine(),
                python.console(),
                journal,
                clock,
                new Capture(true),
                (project, limits) -> {
                    var store = SessionStore.createIn(
                            project.folder(),
                            new SessionInfo("test", project.folder().toString(), "embedded", clock.start()));
                    recorder.begin(store);
                    return Optional.of(store.file());
                },
                settings,
                Map.of(),
                browsed::add,
                opened::add,
                new Speed(Optional.of("the tests run without"), false));
        stage = call(Stage::new);
        window = call(() -> {
            var made = new MainWindow(stage, surroundings);
            made.onClosed(() -> closed.complete(true));
            made.show();
            return made;
        });
    }

    /** A window with empty settings. */
    static TestWindow open(OnePython python, Callable<Path> folder) {
        try {
            return new TestWindow(python, folder.call());
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    /** Opens a copy of that sample project, so that a test may change it; returns its folder. */
    public Path open(String sample) {
        Path copy = copy(sample);
        open(copy);
        return copy;
    }

    /** Opens the project in that folder, to be served on a free port. */
    public void open(Path folder) {
        open(folder, ProjectSettings.standard());
    }

    /** As above, run in that way, but on a free port. */
    public void open(Path folder, ProjectSettings how) {
        fx(() -> window.open(folder, Optional.of(how.withPort(0))));
    }

    /** Presses Run, and waits until requests are served. */
    public void run() {
        press("run");
        await(() -> window.run().phase().get() == Phase.SERVING, "serving");
    }

    /** Does what the command of that id does, as its button and its keys do. */
    public void press(String command) {
        fx(() -> window.perform(command));
    }

    /** Sends a GET to the application that the window runs. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address().resolve(path)));
    }

    /** Sends a request to the application that the window runs; blocks until it is answered. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    /** Where the application is. */
    public URI address() {
        return call(() -> window.run().address().get().orElseThrow());
    }

    /** Brings the pane to the front. */
    public void showPane(String id) {
        fx(() -> window.showPane(id));
        settle();
    }

    /** Clicks, types, finds nodes. */
    public FxRobot robot() {
        return robot;
    }

    /** The window itself; for the FX thread. */
    public MainWindow window() {
        return window;
    }

    /** The application's standard input and output. */
    public Console console() {
        return console;
    }

    /** What the window writes to. */
    public EventJournal journal() {
        return journal;
    }

    /** The folder of its settings. */
    public Path settings() {
        return settings;
    }

    /** What was sent to the user's browser. */
    public List<URI> browsed() {
        return browsed;
    }

    /** The folders for which another window was asked for. */
    public List<Path> opened() {
        return opened;
    }

    /** The visible node that the CSS query finds, waiting for it. */
    public <T extends Node> T node(String query, Class<T> type) {
        await(() -> robot.lookup(query).tryQueryAs(type).isPresent(), query);
        return robot.lookup(query).queryAs(type);
    }

    /** Whether a label that the CSS query finds, and that can be seen, says this. */
    public boolean says(String query, String text) {
        return labels(query).anyMatch(text::equals);
    }

    /** Whether this is part of what one of them says. */
    public boolean has(String query, String text) {
        return labels(query).anyMatch(label -> label.contains(text));
    }

    private Stream<String> labels(String query) {
        return robot.lookup(query).queryAllAs(Labeled.class).stream()
                .filter(Node::isVisible)
                .map(label -> String.valueOf(label.getText()));
    }

    /** Clicks on the button or the menu item that says this, once it can be seen. */
    public void choose(String words) {
        await(() -> robot.lookup(words).queryAll().stream().anyMatch(this::canBeClicked), words);
        settle();
        robot.clickOn(words);
    }

    /** Drops this on the node, as from another program; the node or one around it has to accept it. */
    public void drop(Node node, Map<DataFormat, Object> content) {
        fx(() -> Dropping.drop(node, content));
    }

    private boolean canBeClicked(Node node) {
        var bounds = node.localToScreen(node.getBoundsInLocal());
        return node.isVisible() && bounds != null && bounds.getWidth() > 0;
    }

    /** Does this on the FX thread and waits. */
    public void fx(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    /** Asks this on the FX thread, which may ask as well. */
    public static <T> T call(Callable<T> question) {
        if (Platform.isFxApplicationThread()) {
            return answer(question);
        }
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static <T> T answer(Callable<T> question) {
        try {
            return question.call();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** Waits until this holds on the FX thread, and the window shows it: before that no user could do anything about it. */
    public void await(BooleanSupplier condition, String what) {
        Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
        while (!call(condition::getAsBoolean)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain for: " + what + "; " + call(this::state));
            }
            pause();
        }
        awaitLayout();
    }

    private void awaitLayout() {
        var laidOut = new CompletableFuture<Boolean>();
        fx(() -> {
            var scene = stage.getScene();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    laidOut.complete(true);
                }
            });
            Platform.requestNextPulse();
        });
        // A window that is being closed has no more pulses.
        laidOut.completeOnTimeout(false, 1, TimeUnit.SECONDS).join();
    }

    /** What a picture would tell whoever reads the output of a failed test. */
    private String state() {
        var texts =
                robot.lookup(node -> node instanceof Labeled && canBeClicked(node)).queryAllAs(Labeled.class).stream()
                        .map(label -> String.valueOf(label.getText()).strip())
                        .filter(text -> !text.isEmpty() && !text.equals("null"))
                        .collect(Collectors.joining(" | "));
        return window.run().phase().get() + " " + window.run().notice().get() + "\nkeys go to "
                + stage.getScene().getFocusOwner() + "\nto be seen: " + texts;
    }

    /** Waits until what was asked of the journal and of the FX thread before is done. */
    public void settle() {
        journal.flush();
        for (int pulse = 0; pulse < 3; pulse++) {
            call(() -> true);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }

    /** Writes a picture of the whole window to {@code target/pictures/NAME.png}, for whoever writes a test. */
    public void picture(String name) {
        settle();
        WritableImage image = call(() -> stage.getScene().snapshot(null));
        try {
            Path file = Files.createDirectories(Path.of("target/pictures")).resolve(name + ".png");
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A copy of a sample project in a folder of its own. */
    public static Path copy(String sample) {
        Path from = OnePython.root().resolve("sample-projects").resolve(sample);
        try (var files = Files.walk(from)) {
            Path to = TestFolders.create().resolve(sample);
            for (Path file : files.filter(path -> !path.toString().contains("__pycache__")
                            && !path.toString().contains(".vivarium"))
                    .toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
            return to;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The project in that folder. */
    public static Project project(Path folder) {
        return Project.at(folder);
    }

    /** Closes this window and opens another with the same settings. */
    public TestWindow reopened() {
        close();
        return open(python, () -> settings);
    }

    /** Closes the window without a question, and waits until all is ended. */
    @Override
    public void close() {
        fx(window::close);
        awaitClosed();
    }

    /** Waits until the window has closed, and makes the session file complete, as the program does. */
    public void awaitClosed() {
        try {
            closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception stuck) {
            throw new AssertionError("the window does not close", stuck);
        }
        journal.close();
    }
}
