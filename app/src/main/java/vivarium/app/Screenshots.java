package vivarium.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import vivarium.debug.Step;
import vivarium.ui.MainWindow;
import vivarium.ui.run.Phase;
import vivarium.ui.theme.ThemeChoice;

/**
 * Runs the open project, plays its visitor, and takes a picture of the window with each pane in front, in both themes; and one on a
 * large screen, and one at double scale.
 *
 * @param project the project's folder
 * @param folder where pictures go; made when needed
 * @param failed called when they could not be taken, after saying why
 */
record Screenshots(MainWindow window, Stage stage, Path project, Path folder, Runnable failed) {
    private static final List<String> PANES =
            List.of("exchange", "request", "response", "environ", "log", "threads", "console");
    private static final List<ThemeChoice> THEMES = List.of(ThemeChoice.LIGHT, ThemeChoice.DARK);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SETTLING = Duration.ofMillis(700);

    /** Long enough that the threads are looked at once more, which happens each second. */
    private static final Duration LOOKING = Duration.ofMillis(1500);

    /** Begins; ends with closing the window. FX thread. */
    void start() {
        Thread.ofPlatform().name("vivarium-screenshots").start(() -> {
            try {
                takeAll();
            } catch (IOException | InterruptedException | CompletionException broken) {
                System.err.println("vivarium: The pictures could not be taken: " + broken.getMessage());
                if (broken instanceof CompletionException && broken.getCause() != null) {
                    new Defects().uncaughtException(Thread.currentThread(), broken.getCause());
                }
                failed.run();
            }
            Platform.runLater(window::close);
        });
    }

    private void takeAll() throws IOException, InterruptedException {
        try {
            Files.createDirectories(folder);
        } catch (IOException cannot) {
            throw new IOException("the folder " + folder + " cannot be made.", cannot);
        }
        System.out.println("Taking pictures of " + project.getFileName() + " in " + folder.toAbsolutePath() + " ...");
        for (ThemeChoice theme : THEMES) {
            fx(() -> window.themes().choice().set(theme));
            take("start");
        }
        fx(window.run()::run);
        await(() -> window.run().phase().get() == Phase.SERVING);
        var visitor = new Visitor(window.run().address().get().orElseThrow());
        var tour = Tour.of(project);
        visitor.visit(tour);
        if (tour.spot().isPresent()) {
            var spot = tour.spot().get();
            int line = spot.line();
            fx(() -> window.showSource(spot.file(), line));
        }
        Thread.sleep(SETTLING);
        for (ThemeChoice theme : THEMES) {
            fx(() -> window.themes().choice().set(theme));
            takePanes(visitor, tour);
        }
        fx(() -> window.themes().choice().set(ThemeChoice.LIGHT));
        if (tour.mend().isPresent()) {
            takeStory(tour, tour.mend().get());
        }
        fx(() -> window.showExchange(tour.interesting()));
        fx(() -> window.showPane("overview"));
        take("double", root -> picture(root, 1920, 1080, 2));
        take("large", root -> picture(root, 3840, 2160, 1));
    }

    private void takePanes(Visitor visitor, Tour tour) throws IOException, InterruptedException {
        fx(() -> window.showExchange(tour.interesting()));
        for (String pane : PANES) {
            fx(() -> window.showPane(pane.equals("exchange") ? "overview" : pane));
            if (pane.equals("threads")) {
                try (var _ = visitor.linger(tour)) {
                    Thread.sleep(LOOKING);
                    take(pane);
                }
            } else {
                take(pane);
            }
        }
        fx(() -> window.showExchange(tour.failing()));
        fx(() -> window.showPane(tour.failure()));
        take("failure");
        takeReplay(tour);
        takeInside(visitor, tour);
        takeDebugger(visitor, tour);
        fx(() -> window.perform("shortcuts"));
        take("shortcuts");
        fx(window::hideSheet);
    }

    /** The failing request sent again, beside the first answer; not where it would have to be asked first. */
    private void takeReplay(Tour tour) throws IOException, InterruptedException {
        if (tour.visits().get(tour.failing() - 1).method().equals("GET")) {
            fx(() -> window.showExchange(tour.failing()));
            fx(() -> window.perform("replay"));
            take("replays");
        }
    }

    /** A page looked at closely. */
    private void takeInside(Visitor visitor, Tour tour) throws IOException, InterruptedException {
        fx(() -> window.perform("examine"));
        visitor.begin(tour.visits().getFirst()).join();
        fx(() -> window.perform("examine"));
        Thread.sleep(SETTLING);
        fx(() -> window.showExchange(window.requests()));
        fx(() -> window.showPane("inside"));
        take("inside");
    }

    /** The failing request, stopped where the exception will come from. */
    private void takeDebugger(Visitor visitor, Tour tour) throws IOException, InterruptedException {
        if (tour.spot().isEmpty()) {
            return;
        }
        var spot = tour.spot().get();
        int line = spot.line();
        var debugger = window.debugger();
        fx(() -> window.showPane("debugger"));
        take("debugger-empty");
        debugger.breakpoints().toggle(spot.file(), line);
        var answer = visitor.begin(tour.visits().get(tour.failing() - 1));
        await(() -> debugger.paused().get());
        take("debugger");
        debugger.breakpoints().toggle(spot.file(), line);
        fx(() -> debugger.step(new Step.Continue()));
        answer.join();
    }

    /** From a failure to its mend: found by a filter, replayed to the line that raised, watched until it is green. */
    private void takeStory(Tour tour, Tour.Mend mend) throws IOException, InterruptedException {
        var filter = (TextField) node("#requests-filter");
        fx(() -> filter.setText("method:POST and status:5xx"));
        fx(() -> window.showExchange(tour.failing()));
        fx(() -> window.showPane("request"));
        take("story-found");
        var table = node("#requests-table");
        fx(() -> table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F, false, false, false, false)));
        Thread.sleep(SETTLING);
        take("story-asked");
        press("#sheet .accent");
        await(() -> window.debugger().paused().get());
        take("story-stopped");
        fx(() -> window.debugger().step(new Step.Continue()));
        fx(() -> window.showPane("replays"));
        await(() -> labels(".replay-verdict").contains("still fails"));
        var replays = (ListView<?>) node("#replays");
        fx(() -> replays.getSelectionModel().select(0));
        press("#replay-watch");
        take("story-red");
        mend.make();
        try {
            await(() -> labels(".replay-verdict").contains("fixed"));
            take("story-green");
        } finally {
            mend.takeBack();
        }
        fx(() -> filter.setText(""));
    }

    private Node node(String query) {
        return ask(() -> Objects.requireNonNull(stage.getScene().lookup(query), query));
    }

    private void press(String query) {
        var button = (ButtonBase) node(query);
        fx(button::fire);
    }

    private String labels(String query) {
        return stage.getScene().getRoot().lookupAll(query).stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining("\n"));
    }

    private void take(String name) throws IOException, InterruptedException {
        take(name, root -> root.snapshot(new SnapshotParameters(), null));
    }

    private void take(String name, Function<Parent, WritableImage> camera) throws IOException, InterruptedException {
        Thread.sleep(SETTLING);
        WritableImage image = ask(() -> camera.apply(stage.getScene().getRoot()));
        String theme = ask(() -> window.themes().dark().get() ? "dark" : "light");
        Path file =
                folder.resolve((project.getFileName() + "-" + name + "-" + theme + ".png").toLowerCase(Locale.ROOT));
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        System.out.println("  " + file.getFileName());
    }

    /** As on a screen of that size in logical pixels: JavaFX's own screen without a display has one size. */
    private static WritableImage picture(Parent root, double width, double height, double scale) {
        double before = root.getLayoutBounds().getWidth();
        double above = root.getLayoutBounds().getHeight();
        lay(root, width, height);
        var parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        var image = root.snapshot(parameters, null);
        lay(root, before, above);
        return image;
    }

    private static void lay(Parent root, double width, double height) {
        root.resize(width, height);
        // Lists make rows in the first pass that the second one lays out.
        for (int pass = 0; pass < 3; pass++) {
            root.applyCss();
            root.layout();
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ask(condition::getAsBoolean)) {
            if (ask(() -> window.run().phase().get() == Phase.FAILED)) {
                throw new IOException(ask(() -> window.run().notice().get())
                        .map(notice -> notice.title() + ". " + notice.text())
                        .orElse("the application failed"));
            }
            if (System.nanoTime() > end) {
                throw new IOException("the application does not come up");
            }
            Thread.sleep(100);
        }
    }

    private static void fx(Runnable action) {
        ask(() -> {
            action.run();
            return true;
        });
    }

    private static <T> T ask(Callable<T> question) {
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.join();
    }
}
