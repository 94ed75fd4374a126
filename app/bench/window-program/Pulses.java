import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Looks at the FX thread pulse by pulse while something goes on. */
final class Pulses {
    /** What is done in each pulse, before its layout. */
    interface Step {
        void at(int pulse);
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Step step;
    private final Times frames = new Times();
    private final Times work = new Times();

    Pulses(Scene scene, Step step) {
        this.step = step;
    }

    /** Blocks for so long. */
    void run(int seconds) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> new AnimationTimer() {
            private final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            private int pulse;
            private long last;
            private long worked;

            @Override
            public void handle(long at) {
                long now = System.nanoTime();
                long computed = THREADS.getCurrentThreadCpuTime();
                if (pulse > 0) {
                    frames.add(now - last);
                    work.add(computed - worked);
                }
                last = now;
                worked = computed;
                if (now > end) {
                    stop();
                    done.countDown();
                    return;
                }
                step.at(pulse++);
            }
        }.start());
        done.await();
    }

    /** From the start of one pulse to the start of the next, whatever it was that came between. */
    Times frames() {
        return frames;
    }

    /** What the FX thread computed from one pulse to the next, which other programs on the machine do not change. */
    Times work() {
        return work;
    }
}
