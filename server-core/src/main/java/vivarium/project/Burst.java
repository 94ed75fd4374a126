package vivarium.project;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects paths until none has come for a while, then hands them on together. Any thread adds. */
final class Burst {
    private final Duration quiet;
    private final ScheduledExecutorService clock;
    private final Consumer<Set<Path>> receiver;
    private Set<Path> paths = new LinkedHashSet<>();
    private @Nullable Future<?> end;

    Burst(Duration quiet, ScheduledExecutorService clock, Consumer<Set<Path>> receiver) {
        this.quiet = quiet;
        this.clock = clock;
        this.receiver = receiver;
    }

    synchronized void add(Path path) {
        paths.add(path);
        if (end != null) {
            end.cancel(false);
        }
        try {
            end = clock.schedule(this::finish, quiet.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            paths.clear(); // nobody listens any more
        }
    }

    private void finish() {
        Set<Path> collected;
        synchronized (this) {
            collected = paths;
            paths = new LinkedHashSet<>();
        }
        // A burst that was cancelled too late has nothing left to say.
        if (!collected.isEmpty()) {
            receiver.accept(collected);
        }
    }
}
