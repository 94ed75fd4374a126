package vivarium.ui.parts;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Does something again and again while a node can be seen, and nothing while it cannot. A clock of its own wakes the FX thread: an
 * animation would wake it sixty times a second. FX thread only.
 */
public final class WhileShown {
    private static final Duration GLANCE = Duration.ofMillis(300);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("vivarium-ticks").unstarted(task));

    private final Duration period;
    private final Runnable tick;
    private @Nullable Future<?> clock;

    private WhileShown(Duration period, Runnable tick) {
        this.period = period;
        this.tick = tick;
    }

    /** Whether the node is in a showing window and neither it nor anything around it is invisible. */
    public static boolean isShown(Node node) {
        var scene = node.getScene();
        if (scene == null || scene.getWindow() == null || !scene.getWindow().isShowing()) {
            return false;
        }
        Node around = node;
        while (around != null) {
            if (!around.isVisible()) {
                return false;
            }
            around = around.getParent();
        }
        return true;
    }

    /** Calls {@code action} about once a period while the node is shown; the first time a period after it appeared. */
    public static WhileShown every(Duration period, Node node, Runnable action) {
        var ticking = new WhileShown(period, () -> {
            if (isShown(node)) {
                action.run();
            }
        });
        node.sceneProperty().subscribe(ticking::inScene);
        return ticking;
    }

    /** Tells {@code seen} again and again whether the node is shown. */
    public static void watch(Node node, Consumer<Boolean> seen) {
        var ticking = new WhileShown(GLANCE, () -> seen.accept(isShown(node)));
        node.sceneProperty().subscribe(scene -> {
            ticking.inScene(scene);
            if (scene == null) {
                seen.accept(false);
            }
        });
    }

    /** No call begins after this, unless the node is moved to another scene. */
    public void stop() {
        inScene(null);
    }

    private void inScene(@Nullable Scene scene) {
        if (clock != null) {
            clock.cancel(false);
            clock = null;
        }
        if (scene != null) {
            long millis = period.toMillis();
            clock = CLOCK.scheduleAtFixedRate(() -> Platform.runLater(tick), millis, millis, TimeUnit.MILLISECONDS);
        }
    }
}
