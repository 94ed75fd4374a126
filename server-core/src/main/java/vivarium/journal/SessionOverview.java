package vivarium.journal;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A session in the few facts that a list shows.
 *
 * @param name what the user calls it; empty where it has no name but its file's
 * @param failures exchanges with an exception or a status of 500 or more
 * @param duration from its start to the end of its last exchange
 * @param bytes on disk, without its index
 * @param open whether it is being recorded, or its recorder was killed
 * @param noted exchanges about which something is noted
 */
public record SessionOverview(
        Path file,
        SessionInfo info,
        String name,
        long exchanges,
        long failures,
        Duration duration,
        long bytes,
        boolean open,
        int noted) {

    /**
     * Of the session in that file. Blocks.
     *
     * @throws SessionException when it cannot be read
     */
    public static SessionOverview of(Path file) {
        try (var reader = SessionReader.open(file)) {
            return reader.overview();
        }
    }

    /** What to call it: its name, or its file's. */
    public String title() {
        return name.isEmpty() ? file.getFileName().toString() : name;
    }
}
