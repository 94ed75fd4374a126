package vivarium.ui.parts;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Does something at the next pulse when it was asked for, however often; and costs nothing while it is not. */
public final class OncePerPulse {
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AnimationTimer timer;

    /** @param action runs on the FX thread */
    public OncePerPulse(Runnable action) {
        timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                asked.set(false);
                action.run();
            }
        };
    }

    /** From any thread. */
    public void request() {
        if (asked.compareAndSet(false, true)) {
            Platform.runLater(timer::start);
        }
    }
}
