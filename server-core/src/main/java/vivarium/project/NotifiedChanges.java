package vivarium.project;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeEvent.EventType;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.hashing.FileHasher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.helpers.NOPLogger;

/** Changes that the operating system tells of (inotify, FSEvents), from a thread of its own. */
final class NotifiedChanges implements AutoCloseable {
    private final DirectoryWatcher watcher;

    /**
     * Watching has begun when this returns.
     *
     * @param changed gets each changed path that counts, and the project's folder when the system lost count
     * @param failed told if watching cannot go on, and when it was closed; the receiver closes this
     * @throws IOException if it cannot begin, for one when the system's limit is reached
     */
    NotifiedChanges(Watched watched, Consumer<Path> changed, Consumer<Exception> failed) throws IOException {
        watcher = DirectoryWatcher.builder()
                .path(watched.folder())
                // By time, not by content: who touches a file wants a reload.
                .fileHasher(FileHasher.LAST_MODIFIED_TIME)
                .fileTreeVisitor((top, folders, files) ->
                        watched.walk(top, folder -> enter(folder, folders, watched), files::call))
                .logger(NOPLogger.NOP_LOGGER) // it logs each event
                .listener(new Listener(watched, changed, failed))
                .build();
        try {
            var running = watcher.watchAsync(watching -> thread(() -> {
                watching.run();
                // As happens, among others, when the project's folder is deleted.
                failed.accept(new IOException("the system stopped telling of them"));
            }));
            if (running.isCompletedExceptionally()) {
                running.join();
            }
        } catch (CompletionException | UncheckedIOException failure) {
            watcher.close();
            throw failure.getCause() instanceof Exception cause
                    ? new IOException(reason(cause), cause)
                    : new IOException(failure);
        }
    }

    private static void thread(Runnable task) {
        Thread.ofPlatform().daemon().name("source-watcher").start(task);
    }

    @Override
    public void close() throws IOException {
        watcher.close();
    }

    /** A folder that has vanished or may not be read is left out; a system limit, which is no FileSystemException, ends it. */
    private static void enter(Path folder, FileTreeVisitor.Callback register, Watched watched) throws IOException {
        try {
            register.call(folder);
        } catch (FileSystemException failure) {
            if (folder.equals(watched.folder())) {
                throw failure;
            }
        }
    }

    /** The innermost message: the outer ones only repeat the class names of the inner. */
    private static String reason(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : reason(cause);
    }

    private record Listener(Watched watched, Consumer<Path> changed, Consumer<Exception> failed)
            implements DirectoryChangeListener {
        @Override
        public void onEvent(DirectoryChangeEvent event) {
            if (event.eventType() == EventType.OVERFLOW) {
                changed.accept(watched.folder());
            } else if (watched.isSource(event.path())
                    || (watched.isTrigger(event.path()) && event.eventType() != EventType.DELETE)) {
                changed.accept(event.path());
            }
        }

        @Override
        public void onException(Exception failure) {
            failed.accept(failure);
        }
    }
}
