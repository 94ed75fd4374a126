package vivarium.ui.gallery;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import vivarium.journal.Event;
import vivarium.ui.log.LogView;
import vivarium.ui.log.LogViewModel;

/**
 * How long the FX thread is busy in a pulse while the error log is full and lines go on coming: following, scrolled away, being
 * scrolled, and being filtered. Run with {@code -Dglass.platform=Headless -Dprism.order=sw}; argument: the source tree.
 */
public final class LogBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BATCH = 100;
    private static final int PULSES = 150;

    private final List<Event> lines;
    private final LogViewModel model = LogViewModel.standard();
    private final StackPane root = new StackPane();

    @SuppressWarnings("NullAway.Init") // run() makes them, on the FX thread
    private LogBenchmark(Path root) {
        lines = LogData.lines(root.resolve("sample-projects/troubles"), 20_000);
    }

    /** Prints milliseconds of the FX thread's processor time, which does not depend on what else the machine does. */
    public static void main(String[] arguments) throws Exception {
        var benchmark = new LogBenchmark(Path.of(arguments[0]).toAbsolutePath().normalize());
        Platform.startup(() -> Platform.setImplicitExit(false));
        benchmark.run();
        Platform.exit();
    }

    private void run() throws InterruptedException {
        onFx(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            var view = new LogView(model, Gallery.nowhere(), Path.of("/"), Instant.now());
            root.getChildren().add(view.node());
            var scene = new Scene(root, 1280, 500);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            for (int i = 0; i < 11; i++) {
                model.accept(lines);
            }
        });
        measure("warming up", pulse -> model.accept(lines.subList(0, BATCH)));
        measure("following, 6,000 lines/s", pulse -> model.accept(lines.subList(0, BATCH)));
        onFx(() -> list().scrollTo(100_000));
        measure("scrolling by 500 rows a pulse, nothing new", pulse -> list().scrollTo(10_000 + pulse * 500));
        measure("filtering anew every 30 pulses", pulse -> {
            model.accept(lines.subList(0, BATCH));
            if (pulse % 30 == 0) {
                filter().setText(pulse % 60 == 0 ? "unicorn" : "animal");
            }
        });
    }

    private ListView<?> list() {
        return (ListView<?>) root.lookup("#log-list");
    }

    private TextField filter() {
        return (TextField) root.lookup("#log-filter");
    }

    private interface Step {
        void at(int pulse);
    }

    /** From the start of one pulse's work to the end of its layout; the drawing, which is another thread's, is not in it. */
    private void measure(String name, Step step) throws InterruptedException {
        var done = new CountDownLatch(1);
        var nanos = new long[PULSES];
        Platform.runLater(() -> new AnimationTimer() {
            private int pulse;

            @Override
            public void handle(long now) {
                if (pulse == PULSES) {
                    stop();
                    done.countDown();
                    return;
                }
                long start = THREADS.getCurrentThreadCpuTime();
                step.at(pulse);
                root.applyCss();
                root.layout();
                nanos[pulse++] = THREADS.getCurrentThreadCpuTime() - start;
            }
        }.start());
        done.await();
        Arrays.sort(nanos);
        System.out.printf(
                "%-45s median %5.1f ms, 99%% %5.1f ms, worst %5.1f ms%n",
                name, nanos[PULSES / 2] / 1e6, nanos[PULSES * 99 / 100] / 1e6, nanos[PULSES - 1] / 1e6);
    }

    private static void onFx(Runnable action) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            action.run();
            done.countDown();
        });
        done.await();
    }
}
