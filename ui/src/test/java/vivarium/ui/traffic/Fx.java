package vivarium.ui.traffic;

import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** The FX thread as tests see it: started once, and waited for. Any thread but that one. */
public final class Fx {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static boolean started;

    private Fx() {}

    /** Starts JavaFX where that has not happened yet. */
    public static synchronized void start() {
        if (!started) {
            started = true;
            var up = new CountDownLatch(1);
            try {
                Platform.startup(up::countDown);
                up.await();
            } catch (IllegalStateException alreadyUp) {
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Platform.setImplicitExit(false);
            theme(new PrimerLight());
        }
    }

    /** Does this on the FX thread and waits for what comes of it. */
    public static <T> T call(Callable<T> work) {
        start();
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Does this on the FX thread, and returns when the pulses after it are over too. */
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
        settle();
    }

    /** Waits until this is so, asked on the FX thread after each pulse. */
    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not so after " + PATIENCE);
            }
            settle();
        }
    }

    /** Waits for a few pulses, and for what they ask to be done later. */
    public static void settle() {
        for (int i = 0; i < 3; i++) {
            var pulse = new CountDownLatch(1);
            Platform.runLater(() -> {
                var timer = new javafx.animation.AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        stop();
                        pulse.countDown();
                    }
                };
                timer.start();
                Platform.requestNextPulse();
            });
            try {
                pulse.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A window of 1280×800 with this in it. */
    public static Stage show(Parent root) {
        Stage stage = call(() -> {
            var window = new Stage();
            window.setScene(new Scene(root, 1280, 800));
            window.show();
            return window;
        });
        settle();
        return stage;
    }

    /** Saves the window as it looks, as a PNG. */
    public static void picture(Stage stage, Path file) {
        settle();
        var image = call(() -> stage.getScene().snapshot(null));
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives every window this theme. */
    public static void theme(Theme theme) {
        run(() -> Application.setUserAgentStylesheet(theme.getUserAgentStylesheet()));
    }
}
