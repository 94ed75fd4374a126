package vivarium.ui.live;

import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/**
 * Runs what it is given on the FX thread, at once where the last time is long enough ago, or else when it is: nobody can read a screen
 * that is another one sixty times a second, and each change of it takes processor time from the server. For one task at a time; from
 * any thread.
 */
public final class Paced implements Executor {
    private final Duration pause;
    private long last;
    private boolean begun;

    /** @param millis between the starts of two tasks */
    public Paced(long millis) {
        this.pause = Duration.millis((double) millis);
    }

    @Override
    public void execute(Runnable task) {
        Platform.runLater(() -> {
            double rest = begun ? pause.toMillis() - (System.nanoTime() - last) / 1e6 : 0;
            if (rest <= 0) {
                run(task);
            } else {
                var wait = new PauseTransition(Duration.millis(rest));
                wait.setOnFinished(over -> run(task));
                wait.play();
            }
        });
    }

    private void run(Runnable task) {
        begun = true;
        last = System.nanoTime();
        task.run();
    }
}
