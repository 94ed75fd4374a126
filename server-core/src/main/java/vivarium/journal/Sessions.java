package vivarium.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
                    .sorted(Comparator.comparing(Sessions::modified)
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
        var sessions = ofProject(here).folder();
        for (var candidate : List.of(name, name + SUFFIX)) {
            if (Files.isRegularFile(sessions.resolve(candidate))) {
                return sessions.resolve(candidate);
            }
        }
        throw new SessionException("There is no session " + name
                + ": give a .vivarium file, a project's folder, or a name that vivarium sessions lists.");
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
