package vivarium.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/** Where session files are and who may read them: their owner alone, as they hold what users sent. */
final class SessionFile {
    /** Lies beside a session that is being written, or whose writer was killed. */
    private static final String WAL = "-wal";

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private static final Logger LOG = LoggerFactory.getLogger(SessionFile.class);

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

    /**
     * Makes one file of a session that a killed process has left, so that it can be moved; says false where somebody has it open, and
     * then changes nothing.
     */
    static boolean settle(Path file) {
        if (Files.notExists(file.resolveSibling(file.getFileName() + WAL))) {
            return true; // who records has one
        }
        var config = new SQLiteConfig();
        config.setBusyTimeout(0);
        try (var connection = config.createConnection("jdbc:sqlite:" + file.toUri());
                var statement = connection.createStatement();
                var mode = statement.executeQuery("PRAGMA journal_mode=DELETE")) {
            return mode.next() && mode.getString(1).equals("delete");
        } catch (SQLException e) {
            return !SqliteFailure.isBusy(e);
        }
    }

    /** Removes it with what lies beside it. */
    static void remove(Path file) {
        try {
            Files.deleteIfExists(SessionSearch.indexOf(file));
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new SessionException(
                    file + " cannot be removed (" + e.getMessage() + "); see that its folder is writable.", e);
        }
    }

    /** Removes the folder where nothing is in it. */
    static void removeEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException used) {
            // Something of the user's own.
        } catch (IOException e) {
            throw new SessionException(
                    folder + " cannot be removed (" + e.getMessage() + "); see that it is writable.", e);
        }
    }

    /** Bytes on disk with the log that belongs to it, without its index. */
    static long size(Path file) {
        return length(file) + length(file.resolveSibling(file.getFileName() + WAL));
    }

    /** Whether it is being recorded, or its recorder was killed. */
    static boolean isOpen(Path file) {
        return Files.exists(file.resolveSibling(file.getFileName() + WAL));
    }

    /** When it was written last; long ago where it has gone. */
    static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    /** Has it count as written last at this time, where that can be done. */
    static void countAsWritten(Path file, FileTime time) {
        try {
            Files.setLastModifiedTime(file, time);
        } catch (IOException e) {
            LOG.debug("{} counts as written now", file, e);
        }
    }

    private static long length(Path file) {
        try {
            return Files.size(file);
        } catch (IOException none) {
            return 0;
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
