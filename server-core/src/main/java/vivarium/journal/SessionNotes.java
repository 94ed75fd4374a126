package vivarium.journal;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * Writes what the user notes into a session file, also into one that is being recorded, and what the session is called. What was
 * captured stays as it is. Each note is a transaction of its own, a few milliseconds long, for which a recorder waits.
 *
 * <p>Every method writes to disk and blocks, and throws {@link SessionException} where that cannot be done. For one thread at a time.
 */
public final class SessionNotes implements AutoCloseable {
    /** The first format that holds notes. */
    static final int SINCE = 2;

    /** Under load a recorder leaves only short gaps between its transactions. */
    private static final int BUSY_MILLIS = 30_000;

    private final Path file;
    private final Connection connection;
    private final Optional<FileTime> recorded;

    /** @param recorded when the session was written last, where nobody writes it now */
    private SessionNotes(Path file, Connection connection, Optional<FileTime> recorded) {
        this.file = file;
        this.connection = connection;
        this.recorded = recorded;
    }

    /** Opens the file for noting; one of the first format gets what it needs for that. */
    public static SessionNotes open(Path file) {
        SessionReader.open(file).close(); // says what is wrong with the file, if anything
        Optional<FileTime> recorded =
                SessionFile.isOpen(file) ? Optional.empty() : Optional.of(SessionFile.modified(file));
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        // Nobody who records is to wait for the disk while this one holds the lock.
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        try {
            var connection = config.createConnection("jdbc:sqlite:" + file.toUri());
            try {
                migrate(connection);
                return new SessionNotes(file, connection, recorded);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqliteFailure.whileNoting(file, e);
        }
    }

    /** Takes the place of what was noted about this exchange before. */
    public void note(long exchange, Note note) {
        var sql = note.equals(Note.NONE)
                ? "DELETE FROM note WHERE exchange = ?"
                : "INSERT OR REPLACE INTO note (exchange, marked, pinned, comment) VALUES (?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, exchange);
            if (!note.equals(Note.NONE)) {
                statement.setBoolean(2, note.marked());
                statement.setBoolean(3, note.pinned());
                statement.setString(4, note.comment());
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw SqliteFailure.whileNoting(file, e);
        }
    }

    /** What the session is called from now on; blank for nothing but its file's name. */
    public void name(String name) {
        var sql = name.isBlank()
                ? "DELETE FROM meta WHERE key = 'name'"
                : "INSERT OR REPLACE INTO meta (key, value) VALUES ('name', ?)";
        try (var statement = connection.prepareStatement(sql)) {
            if (!name.isBlank()) {
                statement.setString(1, name.strip());
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw SqliteFailure.whileNoting(file, e);
        }
    }

    /** The file may not grow beyond so many pages: what a full disk does, for tests. */
    void limitPages(int pages) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count=" + pages);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqliteFailure.whileNoting(file, e);
        }
        // The newest session is the one that was recorded last, not noted in last.
        recorded.ifPresent(time -> SessionFile.countAsWritten(file, time));
    }

    private static void migrate(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var version = statement.executeQuery("PRAGMA user_version")) {
                if (version.getLong(1) >= SINCE) {
                    return;
                }
            }
            statement.executeUpdate("""
                    BEGIN IMMEDIATE;
                    CREATE TABLE note (
                      exchange INTEGER PRIMARY KEY, marked INTEGER NOT NULL, pinned INTEGER NOT NULL, comment TEXT NOT NULL);
                    CREATE VIEW notes AS SELECT exchange, marked, pinned, comment FROM note;
                    UPDATE meta SET value = 2 WHERE key = 'format';
                    PRAGMA user_version = 2;
                    COMMIT;
                    """);
        }
    }
}
