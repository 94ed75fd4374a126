package vivarium.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * Writes a session file: SQLite with a write-ahead log, so that others can read while it is written and so that a killed process
 * loses nothing that was committed. {@code docs/session-format.md} describes it.
 *
 * <p>Made by any thread, then used by one at a time. Once closed, the session is one file.
 */
public final class SessionStore implements Recorder {
    /** The format that is written, and the newest that can be read. */
    static final int FORMAT = 2;

    /** {@code Viva}: what makes the file a session for {@code file(1)} and for us. */
    static final int APPLICATION_ID = 0x56697661;

    private static final int PAGE_BYTES = 16 << 10;

    private static final int BUSY_MILLIS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);

    private final Path file;
    private final Connection connection;
    private final PreparedStatement insertText;
    private final PreparedStatement insertEvent;
    private final ExchangeRows exchanges;
    private final EventEncoder encoder = new EventEncoder(new TextPool(this::addText));
    private long seq;
    private boolean textsAdded;

    private SessionStore(Path file, SessionInfo info) throws SQLException {
        this.file = file;
        this.connection = connect(file);
        try {
            connection.setAutoCommit(false);
            createTables(info);
            insertText = connection.prepareStatement("INSERT INTO text VALUES (?,?)");
            insertEvent = connection.prepareStatement("INSERT INTO event VALUES (?,?,?,?,?,?,?,?)");
            exchanges = new ExchangeRows(connection);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * A new session in this file.
     *
     * @throws SessionException when it exists already or cannot be made
     */
    public static SessionStore create(Path file, SessionInfo info) {
        SessionFile.create(file);
        return open(file, info);
    }

    /**
     * A new session in the project's own folder, {@code .vivarium/sessions/<yyyyMMdd-HHmmss>.vivarium}, in local time.
     *
     * @throws SessionException when it cannot be made
     */
    public static SessionStore createIn(Path project, SessionInfo info) {
        var now = LocalDateTime.ofInstant(info.started(), ZoneId.systemDefault());
        return open(SessionFile.createIn(project, now), info);
    }

    private static SessionStore open(Path file, SessionInfo info) {
        try {
            return new SessionStore(file, info);
        } catch (SQLException e) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException leftBehind) {
                e.addSuppressed(leftBehind);
            }
            throw SqliteFailure.whileRecording(file, e);
        }
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    @Override
    public void write(List<Event> events) {
        try {
            for (var event : events) {
                add(++seq, encoder.encode(event));
                exchanges.add(seq, event);
            }
            if (textsAdded) {
                insertText.executeBatch();
                textsAdded = false;
            }
            insertEvent.executeBatch();
        } catch (SQLException e) {
            throw SqliteFailure.whileRecording(file, e);
        }
    }

    @Override
    public void commit() {
        try {
            exchanges.write();
            connection.commit();
        } catch (SQLException e) {
            throw SqliteFailure.whileRecording(file, e);
        }
    }

    @Override
    public void close() {
        try (connection;
                insertText;
                insertEvent;
                exchanges) {
            connection.rollback();
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                // So that what is left is one file, which opens in a read-only folder too. Refused while someone reads:
                // no harm.
                statement.execute("PRAGMA journal_mode=DELETE");
            }
        } catch (SQLException e) {
            LOG.debug("{} was not closed as it should be", file, e);
        }
    }

    /** The file may not grow beyond so many pages: what a full disk does, for tests. */
    void limitPages(int pages) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count=" + pages);
        }
    }

    private void add(long number, StoredEvent row) throws SQLException {
        insertEvent.setLong(1, number);
        insertEvent.setLong(2, row.exchange());
        insertEvent.setLong(3, row.at());
        insertEvent.setInt(4, row.kind().number());
        if (row.shared() == 0) {
            insertEvent.setNull(5, Types.INTEGER);
        } else {
            insertEvent.setLong(5, row.shared());
        }
        insertEvent.setString(6, row.data());
        var body = row.body();
        insertEvent.setBytes(7, body == null ? null : body.kept());
        if (body == null || !body.truncated()) {
            insertEvent.setNull(8, Types.INTEGER);
        } else {
            insertEvent.setLong(8, body.length());
        }
        insertEvent.addBatch();
    }

    private void addText(long id, String content) {
        try {
            insertText.setLong(1, id);
            insertText.setString(2, content);
            insertText.addBatch();
            textsAdded = true;
        } catch (SQLException e) {
            throw SqliteFailure.whileRecording(file, e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        // Whoever notes something in the file holds it for a moment, on a busy machine for a long one; then recording
        // ends.
        config.setBusyTimeout(BUSY_MILLIS);
        // Under load the file grows by many megabytes a second: larger pages, and the log copied into it less often.
        config.setPageSize(PAGE_BYTES);
        // As a URI, since a name may hold a question mark.
        return config.createConnection("jdbc:sqlite:" + file.toUri());
    }

    private void createTables(SessionInfo info) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(schema());
            statement.executeUpdate("PRAGMA application_id=" + APPLICATION_ID);
            statement.executeUpdate("PRAGMA user_version=" + FORMAT);
        }
        try (var insert = connection.prepareStatement("INSERT INTO kind VALUES (?,?)")) {
            for (var kind : Kind.values()) {
                insert.setInt(1, kind.number());
                insert.setString(2, kind.label());
                insert.executeUpdate();
            }
        }
        try (var insert = connection.prepareStatement("INSERT INTO meta VALUES (?,?)")) {
            meta(insert, "format", FORMAT);
            meta(insert, "vivarium", info.vivarium());
            meta(insert, "project", info.project());
            meta(insert, "engine", info.engine());
            meta(insert, "started", info.started().toString());
            var started = info.started();
            meta(insert, "started_ns", started.getEpochSecond() * 1_000_000_000 + started.getNano());
        }
    }

    private static void meta(PreparedStatement insert, String key, Object value) throws SQLException {
        insert.setString(1, key);
        insert.setObject(2, value);
        insert.executeUpdate();
    }

    private static String schema() {
        try (var sql = SessionStore.class.getResourceAsStream("session.sql")) {
            if (sql == null) {
                throw new IllegalStateException("session.sql is missing from Vivarium's own files");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("session.sql cannot be read from Vivarium's own files", e);
        }
    }
}
