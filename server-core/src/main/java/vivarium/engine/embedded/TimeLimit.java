package vivarium.engine.embedded;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;

/**
 * Ends what is evaluated for breakpoints when it takes too long. Evaluations come by the ten thousand in a second, so that each
 * only notes when it began; somebody looks at the notes now and then, and only while there are any.
 */
final class TimeLimit {
    /** Long enough for anything sensible on a machine that has other things to do. */
    static final Duration LIMIT = Duration.ofSeconds(3);

    /** Ends an evaluation. */
    interface Interruption {
        /**
         * Has the thread raise something soon.
         *
         * @param still whether the evaluation still goes on; to be asked on the thread itself
         */
        void interrupt(Thread thread, BooleanSupplier still);
    }

    /** One evaluation; its identity counts. */
    private static final class Evaluation {
        private final long began = System.nanoTime();
        private volatile boolean late;
    }

    private final Map<Thread, Evaluation> running = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Executor later = CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS);
    private final Interruption interruption;

    TimeLimit(Interruption interruption) {
        this.interruption = interruption;
    }

    /** What the evaluation returns, or empty when it was ended. It runs on the calling thread. */
    <T> Optional<T> within(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        var evaluation = new Evaluation();
        Evaluation outer = running.put(thread, evaluation);
        lookSoon();
        try {
            T result = work.get();
            return evaluation.late ? Optional.empty() : Optional.of(result);
        } catch (PolyglotException ended) {
            if (!evaluation.late || ended.isCancelled() || ended.isExit()) {
                throw ended;
            }
            return Optional.empty();
        } finally {
            if (outer == null) {
                running.remove(thread);
            } else {
                running.put(thread, outer);
            }
        }
    }

    private void lookSoon() {
        if (looking.compareAndSet(false, true)) {
            later.execute(this::look);
        }
    }

    private void look() {
        looking.set(false);
        long now = System.nanoTime();
        running.forEach((thread, evaluation) -> {
            if (now - evaluation.began > LIMIT.toNanos()) {
                interruption.interrupt(thread, () -> {
                    boolean still = running.get(thread) == evaluation;
                    evaluation.late |= still;
                    return still;
                });
            }
        });
        if (!running.isEmpty()) {
            lookSoon();
        }
    }
}
