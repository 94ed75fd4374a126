import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/** The FX thread as others see it. Any thread but that one. */
final class Fx {
    private Fx() {}

    /** Asks this on the FX thread. */
    static <T> T call(Callable<T> question) {
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

    /** Does this on the FX thread, and waits. */
    static void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    /** Waits, for minutes if need be, until this holds on the FX thread. */
    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + 300_000_000_000L;
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the window does not come to the state that is to be measured");
            }
            Thread.sleep(50);
        }
    }
}
