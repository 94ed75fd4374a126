package vivarium.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Where session files are and who may read them: their owner alone, as they hold what users sent. */
final class SessionFile {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private SessionFile() {}

    /** Makes an empty file that only its owner can read; SQLite gives the files beside it the same mode. */
    static void create(Path file) {
        try {
            PrivateFiles.create(file);
        } catch (FileAlreadyExistsException e) {
            throw new SessionException(
                    file + " exists already and is not overwritten; give another name, or move it away.", e);
        } catch (NoSuchFileException e) {
            throw new SessionException(
                    "There is no folder " + file.toAbsolutePath().getParent()
                            + " for the session file; make it, or give another.",
                    e);
        } catch (IOException e) {
            throw cannotCreate(file, e);
        }
    }

    /** Makes an empty file with a free name under the project's {@code .vivarium} folder, and that folder too. */
    static Path createIn(Path project, LocalDateTime now) {
        var folder = project.resolve(PrivateFiles.FOLDER);
        var sessions = folder.resolve("sessions");
        try {
            PrivateFiles.createFolder(folder);
            PrivateFiles.createFolder(sessions);
        } catch (IOException e) {
            throw cannotCreate(sessions, e);
        }
        for (int n = 1; ; n++) {
            var file = sessions.resolve(NAME.format(now) + (n == 1 ? "" : "-" + n) + ".vivarium");
            try {
                create(file);
                return file;
            } catch (SessionException e) {
                if (!(e.getCause() instanceof FileAlreadyExistsException)) {
                    throw e;
                }
            }
        }
    }

    private static SessionException cannotCreate(Path path, IOException e) {
        var reason = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
        return new SessionException(
                "The session cannot be recorded, as " + path + " cannot be made (" + reason
                        + "); make its folder writable, or choose another place with --session FILE.",
                e);
    }
}
