package vivarium.project;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a project's Python sources change, and when one file was touched that stands for a command.
 *
 * <p>Sources are {@code *.py} and {@code *.wsgi} files at any depth; those in hidden folders, caches, virtual environments
 * and {@code node_modules} are not. A touch without a change of content counts. A burst of saves is told once.
 */
public final class SourceWatcher implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(150);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Watched watched;
    private final Executor executor;
    private final Listener listener;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("source-watcher-clock").unstarted(task));
    private final Burst sources;
    private final Burst triggers;
    private @Nullable AutoCloseable source;
    private boolean polling;
    private boolean closed;

    /** Called on the executor's threads, one call for each burst. What it throws is the executor's to handle. */
    public interface Listener {
        /** These sources were written, created, renamed or deleted; the project's folder stands for "some, not known which". */
        void changed(Set<Path> files);

        /** The trigger file was created, written or touched. It is left where it is. */
        void triggered(Path file);

        /** Watching works worse than it should: one sentence for the user. */
        void troubled(String message);
    }

    private SourceWatcher(Watched watched, Executor executor, Listener listener) {
        this.watched = watched;
        this.executor = executor;
        this.listener = listener;
        sources = new Burst(QUIET, clock, files -> executor.execute(() -> listener.changed(Set.copyOf(files))));
        triggers = new Burst(QUIET, clock, files -> executor.execute(() -> listener.triggered(watched.trigger())));
    }

    /**
     * Begins to watch; every change after this returns is told. Reads the whole tree once, so it may take a moment.
     *
     * @param trigger relative to the project's folder or absolute below it; need not exist, and may be in a hidden folder
     * @param executor runs the listener
     */
    public static SourceWatcher watch(Project project, Path trigger, Executor executor, Listener listener) {
        return watch(project, trigger, executor, listener, NotifiedChanges::new);
    }

    /** For tests that have the operating system refuse. */
    static SourceWatcher watch(
            Project project, Path trigger, Executor executor, Listener listener, Notifications notifications) {
        var watched =
                new Watched(project.folder(), project.folder().resolve(trigger).normalize());
        var watcher = new SourceWatcher(watched, executor, listener);
        watcher.begin(notifications);
        return watcher;
    }

    private synchronized void begin(Notifications notifications) {
        try {
            source = notifications.begin(watched, this::changed, this::poll);
        } catch (IOException failure) {
            poll(failure);
        }
    }

    private void changed(Path path) {
        (watched.isTrigger(path) ? triggers : sources).add(path);
    }

    private synchronized void poll(Exception failure) {
        if (polling || closed) {
            return;
        }
        polling = true;
        if (source != null) {
            stop();
            changed(watched.folder()); // what happened since it failed is not known
        }
        source = new PolledChanges(watched, PERIOD, clock, this::changed);
        executor.execute(() -> listener.troubled("Changes in " + watched.folder() + " cannot be watched for ("
                + failure.getMessage() + "), so that its files are looked at once a second instead: on Linux, raise"
                + " fs.inotify.max_user_watches and fs.inotify.max_user_instances with sysctl."));
    }

    private void stop() {
        if (source != null) {
            try {
                source.close();
            } catch (Exception failure) {
                // It is not needed any more, and its threads are daemons.
            }
        }
    }

    /** No call begins after this returns, except those the executor has already taken. */
    @Override
    public synchronized void close() {
        closed = true;
        stop();
        clock.shutdownNow();
    }

    /** A way to be told of changes. */
    interface Notifications {
        AutoCloseable begin(Watched watched, Consumer<Path> changed, Consumer<Exception> failed) throws IOException;
    }
}
