package vivarium.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The session files of a project. Every method reads the disk and blocks.
 *
 * @param folder where they are; need not exist
 */
public record Sessions(Path folder) {
    private static final String SUFFIX = ".vivarium";

    /** Those of the project in this folder. */
    public static Sessions ofProject(Path project) {
        return new Sessions(project.resolve(PrivateFiles.FOLDER).resolve("sessions"));
    }

    /** The files, newest first. */
    public List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX) && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(SessionFile::modified)
                            .thenComparing(file -> file.getFileName().toString())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new SessionException(
                    folder + " cannot be read (" + e.getMessage() + "); see that you may read it.", e);
        }
    }

    /**
     * The session that is meant: a file, a project's folder (its newest session), or the name of a session of the project in the folder
     * {@code here}.
     *
     * @throws SessionException when there is none
     */
    public static Path find(String name, Path here) {
        var path = here.resolve(name);
        if (Files.isRegularFile(path)) {
            return path;
        }
        if (Files.isDirectory(path)) {
            return ofProject(path).files().stream()
                    .findFirst()
                    .orElseThrow(() -> new SessionException("The project in " + path.normalize()
                            + " has no session yet; serve it with Vivarium first, or name a .vivarium file."));
        }
        var sessions = ofProject(here);
        return sessions.files().stream()
                .filter(file -> isCalled(file, name))
                .findFirst()
                .or(() -> sessions.files().stream()
                        .filter(file -> givenName(file).equalsIgnoreCase(name))
                        .findFirst())
                .orElseThrow(() -> new SessionException("There is no session " + name
                        + ": give a .vivarium file, a project's folder, or a name that vivarium sessions lists."));
    }

    /** Whether that is the file's name, with or without {@code .vivarium}. */
    static boolean isCalled(Path file, String name) {
        var own = file.getFileName().toString();
        return own.equals(name) || own.equals(name + SUFFIX);
    }

    private static String givenName(Path file) {
        try (var reader = SessionReader.open(file)) {
            return reader.name();
        } catch (SessionException unreadable) {
            return "";
        }
    }

    /**
     * A session that was removed.
     *
     * @param written when last
     */
    public record Removed(Path file, long bytes, Instant written) {}

    /**
     * Removes sessions beyond the limits for good, the oldest first. Those that have a name or notes, are in use, or cannot be read stay.
     *
     * @return what went
     */
    public List<Removed> tidy(SessionLimits limits, Instant now) {
        var removed = new ArrayList<Removed>();
        long bytes = 0;
        for (var file : files()) {
            long size = SessionFile.size(file);
            var written = SessionFile.modified(file).toInstant();
            bytes += size;
            boolean beyond = limits.tooOld(Duration.between(written, now)) || limits.tooMuch(bytes);
            if (beyond && isOfNoMoreUse(file)) {
                SessionFile.remove(file);
                removed.add(new Removed(file, size, written));
            }
        }
        return removed.reversed();
    }

    private static boolean isOfNoMoreUse(Path file) {
        try {
            var session = SessionOverview.of(file);
            return session.name().isEmpty() && session.noted() == 0 && SessionFile.settle(file);
        } catch (SessionException unreadable) {
            return false;
        }
    }
}
