package vivarium.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Sessions that were deleted and can be had back for a while: in a folder for each day, beside the others. Every method blocks, and
 * throws {@link SessionException} where files cannot be moved.
 *
 * @param sessions the folder of the sessions
 */
public record SessionBin(Path sessions) {
    /** For so many days after it was deleted, a session can be had back. */
    public static final int DAYS = 7;

    private static final String FOLDER = "deleted";

    /** Where the sessions go that lie beside this one. */
    public static SessionBin beside(Path session) {
        return new SessionBin(session.toAbsolutePath().resolveSibling(""));
    }

    /** Puts the session aside, which nobody may be recording; returns where it is. */
    public Path delete(Path session, LocalDate today) {
        if (!SessionFile.settle(session)) {
            throw new SessionException(
                    session + " is being recorded, or open in another program; end that, and delete it then.");
        }
        var folder = sessions.resolve(FOLDER).resolve(today.toString());
        try {
            PrivateFiles.createFolder(folder);
            var to = free(folder, session);
            Files.move(session, to);
            Files.deleteIfExists(SessionSearch.indexOf(session));
            return to;
        } catch (IOException e) {
            throw new SessionException(
                    session + " cannot be deleted (" + e.getMessage() + "); see that its folder is writable.", e);
        }
    }

    /** Those that can be had back, the one that was deleted last first. */
    public List<Path> files() {
        var files = new ArrayList<Path>();
        for (var day : days()) {
            files.addAll(new Sessions(day).files());
        }
        return files;
    }

    /** Brings back the session with this file name, with or without {@code .vivarium}; returns where it is. */
    public Path restore(String name) {
        var deleted = files().stream()
                .filter(file -> Sessions.isCalled(file, name))
                .findFirst()
                .orElseThrow(() -> new SessionException("There is no deleted session " + name + " in " + sessions
                        + "; vivarium sessions --deleted shows which there are."));
        var to = sessions.resolve(deleted.getFileName());
        if (Files.exists(to)) {
            throw new SessionException(to + " exists already; rename or move that file first.");
        }
        try {
            Files.move(deleted, to);
            return to;
        } catch (IOException e) {
            throw new SessionException(
                    deleted + " cannot be moved back (" + e.getMessage() + "); see that " + sessions + " is writable.",
                    e);
        }
    }

    /** Removes for good what was deleted more than {@link #DAYS} before; returns what went. */
    public List<Path> purge(LocalDate today) {
        var gone = new ArrayList<Path>();
        for (var day : days()) {
            if (date(day).isBefore(today.minusDays(DAYS))) {
                for (var file : new Sessions(day).files()) {
                    SessionFile.remove(file);
                    gone.add(file);
                }
                SessionFile.removeEmpty(day);
            }
        }
        return gone;
    }

    private static Path free(Path folder, Path session) {
        var name = session.getFileName().toString();
        var to = folder.resolve(name);
        for (int n = 2; Files.exists(to); n++) {
            to = folder.resolve(name.replaceFirst("(\\.vivarium)?$", "-" + n + "$1"));
        }
        return to;
    }

    /** The folders, the newest first. */
    private List<Path> days() {
        var folder = sessions.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var days = Files.list(folder)) {
            return days.filter(day -> !date(day).equals(LocalDate.MAX))
                    .sorted(Comparator.comparing(SessionBin::date).reversed())
                    .toList();
        } catch (IOException e) {
            throw new SessionException(folder + " cannot be read (" + e.getMessage() + "); see that you may.", e);
        }
    }

    /** What is no day of ours is left alone. */
    private static LocalDate date(Path folder) {
        try {
            return LocalDate.parse(folder.getFileName().toString());
        } catch (DateTimeParseException other) {
            return LocalDate.MAX;
        }
    }
}
