package vivarium.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Changes found by looking again and again at when the files were modified: works everywhere, costs a little all the time. */
final class PolledChanges implements AutoCloseable {
    private final Watched watched;
    private final Consumer<Path> changed;
    private final Future<?> polling;
    private Map<Path, Stamp> known;

    /** @param changed gets each changed path that counts, on the clock's thread */
    PolledChanges(Watched watched, Duration period, ScheduledExecutorService clock, Consumer<Path> changed) {
        this.watched = watched;
        this.changed = changed;
        known = look();
        polling = clock.scheduleWithFixedDelay(
                this::compare, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        polling.cancel(false);
    }

    private void compare() {
        var before = known;
        known = look();
        known.forEach((file, stamp) -> {
            if (!stamp.equals(before.get(file))) {
                changed.accept(file);
            }
        });
        before.keySet().stream()
                .filter(file -> !known.containsKey(file) && !watched.isTrigger(file))
                .forEach(changed);
    }

    private Map<Path, Stamp> look() {
        var stamps = new HashMap<Path, Stamp>();
        try {
            watched.walk(watched.folder(), folder -> {}, file -> stamps.put(file, stamp(file)));
        } catch (IOException failure) {
            // The folder itself is gone for now; what is missing counts as deleted until it is back.
        }
        return stamps;
    }

    private static Stamp stamp(Path file) {
        try {
            return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException vanished) {
            return new Stamp(FileTime.fromMillis(0), 0);
        }
    }

    /** The size too, since two writes can fall into one tick of the file system's clock. */
    private record Stamp(FileTime modified, long size) {}
}
