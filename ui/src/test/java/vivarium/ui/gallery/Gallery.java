package vivarium.ui.gallery;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import vivarium.console.Console;
import vivarium.threads.ThreadDump;
import vivarium.ui.Navigator;
import vivarium.ui.Pane;
import vivarium.ui.console.ConsoleView;
import vivarium.ui.console.ConsoleViewModel;
import vivarium.ui.log.LogView;
import vivarium.ui.log.LogViewModel;
import vivarium.ui.project.ProjectTreeView;
import vivarium.ui.project.ProjectTreeViewModel;
import vivarium.ui.source.LineMarks;
import vivarium.ui.source.SourceView;
import vivarium.ui.source.SourceViewModel;
import vivarium.ui.threads.ThreadSource;
import vivarium.ui.threads.ThreadsView;
import vivarium.ui.threads.ThreadsViewModel;

/** Run with {@code -Dglass.platform=Headless -Dprism.order=sw}; arguments: the folder of the source tree, a folder for the pictures. */
public final class Gallery {
    private static final ExecutorService BACKGROUND = Executors.newSingleThreadExecutor();

    private final Path project;
    private final Path pictures;

    private Gallery(Path root, Path pictures) {
        this.project = root.resolve("sample-projects/troubles");
        this.pictures = pictures;
    }

    /** Draws every pane in both themes, empty and filled. */
    public static void main(String[] arguments) throws Exception {
        var gallery = new Gallery(Path.of(arguments[0]).toAbsolutePath().normalize(), Path.of(arguments[1]));
        Files.createDirectories(gallery.pictures);
        Platform.startup(() -> Platform.setImplicitExit(false));
        for (boolean dark : List.of(false, true)) {
            Platform.runLater(() -> Application.setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
            gallery.drawAll(dark ? "dark" : "light");
        }
        BACKGROUND.shutdownNow();
        Platform.exit();
    }

    private void drawAll(String theme) throws InterruptedException {
        draw(theme, "log", 1000, 380, this::log);
        draw(theme, "log-narrow", 620, 300, this::log);
        draw(theme, "threads", 900, 420, () -> threads(false));
        draw(theme, "threads-locals", 760, 420, () -> threads(true));
        draw(theme, "source", 520, 560, this::source);
        draw(theme, "project", 320, 460, this::project);
        draw(theme, "console", 760, 320, () -> console(true));
        draw(
                theme,
                "empty-log",
                620,
                300,
                () -> new LogView(LogViewModel.standard(), new Nowhere(), project, Instant.now()));
        draw(theme, "empty-console", 620, 260, () -> console(false));
        draw(
                theme,
                "empty-source",
                420,
                360,
                () -> new SourceView(sources(), new Nowhere(), project, LineMarks.none()));
        draw(
                theme,
                "empty-threads",
                620,
                260,
                () -> new ThreadsView(model(Optional.empty()), new Nowhere(), project, exchange -> {}));
    }

    private Pane log() {
        var model = LogViewModel.standard();
        var view = new LogView(model, new Nowhere(), project, Instant.now());
        model.accept(LogData.lines(project, 300));
        return view;
    }

    private Pane threads(boolean locals) {
        var model = model(Optional.of(new ThreadSource() {
            @Override
            public ThreadDump take(boolean withLocals) {
                return ThreadData.dump(project, withLocals || locals);
            }

            @Override
            public void write(boolean withLocals) {}
        }));
        return new ThreadsView(model, new Nowhere(), project, exchange -> {});
    }

    private static ThreadsViewModel model(Optional<ThreadSource> source) {
        return new ThreadsViewModel(
                () -> source, BACKGROUND, Platform::runLater, () -> java.time.Duration.ofSeconds(5));
    }

    private static SourceViewModel sources() {
        return new SourceViewModel(BACKGROUND, Platform::runLater);
    }

    private Pane source() {
        var model = sources();
        model.show(project.resolve("routes.py"), 1);
        model.show(project.resolve("cases/console.py"), 69);
        return new SourceView(model, new Nowhere(), project, LineMarks.none());
    }

    private Pane project() {
        return new ProjectTreeView(new ProjectTreeViewModel(project, BACKGROUND, Platform::runLater), new Nowhere());
    }

    private static Pane console(boolean filled) {
        var console = new Console(1_000_000);
        if (filled) {
            say(console.streams().stdout(), """
                    troubles: printed by a request
                    troubles: and a second line, with ünïcödé
                    \u001b[32mPASSED\u001b[0m 12 checks, \u001b[1;31mFAILED\u001b[0m 1 check, \u001b[33mwarning\u001b[0m
                    loading 10 %\rloading 100 %
                    > /home/ann/troubles/cases/console.py(92)stop_at_breakpoint()
                    -> total = sum(len(animal) for animal in animals)
                    (Pdb) \
                    """);
            console.type("p animals");
            say(console.streams().stdout(), "['gecko', 'newt', 'axolotl']\n(Pdb) ");
            console.forgetTyped();
            Thread.ofPlatform().daemon().name("request-3").start(() -> {
                try {
                    console.streams().stdin().read();
                } catch (IOException over) {
                    // the picture is taken
                }
            });
        }
        return new ConsoleView(new ConsoleViewModel(
                console,
                line -> Optional.empty(),
                (text, cursor) -> java.util.concurrent.CompletableFuture.completedFuture(List.of())));
    }

    private static void say(OutputStream stdout, String text) {
        try {
            stdout.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    private interface Making {
        Pane pane();
    }

    private void draw(String theme, String name, int width, int height, Making making) throws InterruptedException {
        var drawn = new CountDownLatch(1);
        Platform.runLater(() -> {
            var pane = making.pane();
            var stage = new Stage();
            var scene = new Scene(new javafx.scene.layout.StackPane(pane.node()), width, height);
            stage.setScene(scene);
            stage.show();
            var wait = new PauseTransition(Duration.millis(name.startsWith("threads") ? 2500 : 900));
            wait.setOnFinished(event -> {
                var picture = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
                try {
                    ImageIO.write(
                            picture,
                            "png",
                            pictures.resolve(name + "-" + theme + ".png").toFile());
                } catch (IOException unwritable) {
                    throw new IllegalStateException(unwritable);
                }
                stage.close();
                drawn.countDown();
            });
            wait.play();
        });
        drawn.await();
    }

    static Navigator nowhere() {
        return new Nowhere();
    }

    /** Goes nowhere. */
    private static final class Nowhere implements Navigator {
        @Override
        public void showExchange(long exchange) {}

        @Override
        public void showSource(Path file, int line) {}

        @Override
        public void openInEditor(Path file, int line) {}

        @Override
        public void uncover(String id) {}

        @Override
        public void showPane(String id) {}

        @Override
        public void showLog(long exchange) {}

        @Override
        public void openPostMortem(long exchange) {}
    }
}
