package vivarium.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a session file, also one that is being written or whose writer was killed. Never changes it.
 *
 * <p>Every method reads from disk and blocks, and throws {@link SessionException} where the file cannot be read. For one thread
 * at a time.
 */
public final class SessionReader implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String EVENTS =
            "SELECT e.kind, e.exchange, e.at, t.content, e.data, e.body, e.size FROM event AS e LEFT JOIN text AS t ON t.id = e.shared ";

    private final Path file;
    private final Connection connection;
    private final Map<String, String> meta;
    private final SessionInfo info;

    private SessionReader(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        checkFormat();
        this.meta = readMeta();
        this.info = new SessionInfo(
                meta.getOrDefault("vivarium", ""),
                meta.getOrDefault("project", ""),
                meta.getOrDefault("engine", ""),
                Instant.parse(meta.getOrDefault("started", "1970-01-01T00:00:00Z")));
    }

    /**
     * Opens the file for reading.
     *
     * @throws SessionException when it is missing, not a session, damaged, or of a newer format
     */
    public static SessionReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new SessionException("There is no file " + file + "; choose a .vivarium file.");
        }
        try {
            var connection = connect(file);
            try {
                return new SessionReader(file, connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqliteFailure.whileReading(file, e);
        }
    }

    /** What the session says about itself. */
    public SessionInfo info() {
        return info;
    }

    /** Every exchange, in the order of their numbers. */
    public List<ExchangeSummary> exchanges() {
        return query("SELECT * FROM exchanges WHERE id >= ? ORDER BY id", 0, SessionReader::summary);
    }

    /** The newest exchanges, so many at most, in the order of their numbers. */
    public List<ExchangeSummary> newest(int count) {
        return query("SELECT * FROM exchanges ORDER BY id DESC LIMIT ?", count, SessionReader::summary)
                .reversed();
    }

    /** How many events there are. */
    public long size() {
        return query("SELECT coalesce(max(seq), 0) FROM event WHERE seq >= ?", 0, row -> row.getLong(1))
                .getFirst();
    }

    /** The application that was loaded first, as {@code --application} takes it; empty where none was. */
    public Optional<String> application() {
        var sql = "SELECT json_extract(data, '$.application') FROM event WHERE kind = ? ORDER BY seq LIMIT 1";
        return query(sql, Kind.APPLICATION_LOADED.number(), row -> String.valueOf(row.getString(1))).stream()
                .findFirst();
    }

    /** What the user called it when this was opened; empty where it had no name but its file's. */
    public String name() {
        return meta.getOrDefault("name", "");
    }

    SessionOverview overview() {
        var sql = "SELECT count(*), count(CASE WHEN status >= 500 OR error NOT IN (" + Labels.OUTCOMES
                + ") THEN 1 END), max(max(started, coalesce(ended, 0))) FROM exchange WHERE id >= ?";
        return query(
                        sql,
                        0,
                        row -> new SessionOverview(
                                file,
                                info,
                                name(),
                                row.getLong(1),
                                row.getLong(2),
                                Duration.ofNanos(Math.max(0, row.getLong(3))),
                                SessionFile.size(file),
                                SessionFile.isOpen(file),
                                notes().size()))
                .getFirst();
    }

    /** The place of the newest event in the order of the file; 0 where there is none. */
    public long newest() {
        return query("SELECT coalesce(max(seq), ?) FROM event", 0, row -> row.getLong(1))
                .getFirst();
    }

    /** Whether the application was loaded after the event at this place. */
    public boolean loadedAfter(long place) {
        var sql = "SELECT 1 FROM event WHERE seq > ? AND kind = " + Kind.APPLICATION_LOADED.number() + " LIMIT 1";
        return !query(sql, place, row -> true).isEmpty();
    }

    /** How many exchanges there are. */
    public long count() {
        return query("SELECT count(*) FROM exchange WHERE id >= ?", 0, row -> row.getLong(1))
                .getFirst();
    }

    /** The exchange with this number. */
    public Optional<ExchangeSummary> exchange(long id) {
        return query("SELECT * FROM exchanges WHERE id = ?", id, SessionReader::summary).stream()
                .findFirst();
    }

    /** What is noted about exchanges, by their numbers; files of the first format hold no notes. */
    public Map<Long, Note> notes() {
        try {
            if (pragma("user_version") < SessionNotes.SINCE) {
                return Map.of();
            }
        } catch (SQLException e) {
            throw SqliteFailure.whileReading(file, e);
        }
        var notes = new LinkedHashMap<Long, Note>();
        query(
                        "SELECT * FROM notes WHERE exchange >= ? ORDER BY exchange",
                        0,
                        row -> Map.entry(
                                row.getLong(1), new Note(row.getBoolean(2), row.getBoolean(3), row.getString(4))))
                .forEach(entry -> notes.put(entry.getKey(), entry.getValue()));
        return notes;
    }

    /** The events of one exchange, in order; empty where there is none with this number. */
    public List<Event> events(long exchange) {
        var events = new ArrayList<Event>();
        read(EVENTS + """
                WHERE e.exchange = ?1
                  AND e.seq >= coalesce((SELECT first_seq FROM exchange WHERE id = ?1), 0)
                  AND e.seq <= coalesce((SELECT last_seq FROM exchange WHERE id = ?1), 9223372036854775807)
                ORDER BY e.seq""", exchange, events::add);
        return events;
    }

    /** Hands over every event of the session, in order, one at a time. */
    public void forEach(Consumer<? super Event> consumer) {
        read(EVENTS + "WHERE e.seq >= ?1 ORDER BY e.seq", 0, consumer);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqliteFailure.whileReading(file, e);
        }
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, long parameter, RowReader<T> reader) {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, parameter);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw SqliteFailure.whileReading(file, e);
        }
    }

    private void read(String sql, long parameter, Consumer<? super Event> consumer) {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, parameter);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(event(rows));
                }
            }
        } catch (SQLException e) {
            throw SqliteFailure.whileReading(file, e);
        }
    }

    private Event event(ResultSet row) throws SQLException {
        try {
            byte[] body = row.getBytes(6);
            long size = row.getLong(7);
            var bytes = body == null ? Bytes.none() : new Bytes(body, row.wasNull() ? body.length : size);
            return new EventDecoder(
                            row.getLong(3), row.getLong(2), json(row.getString(4)), json(row.getString(5)), bytes)
                    .decode(Kind.of(row.getInt(1)));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new SessionException(
                    file + " is damaged: one of its events cannot be understood; take a copy of it from before.", e);
        }
    }

    private static JsonNode json(@Nullable String text) {
        return text == null ? JSON.createObjectNode() : JSON.readTree(text);
    }

    private static ExchangeSummary summary(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        var optionalStatus = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(status);
        double duration = row.getDouble("duration_ms");
        var optionalDuration = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(duration);
        long origin = row.getLong("origin_id");
        var optionalOrigin = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(origin);
        return new ExchangeSummary(
                row.getLong("id"),
                Instant.parse(row.getString("started_at")),
                row.getString("method"),
                row.getString("path"),
                row.getString("query"),
                optionalStatus,
                row.getLong("request_bytes"),
                row.getLong("response_bytes"),
                optionalDuration,
                Optional.ofNullable(row.getString("thread")),
                optionalOrigin,
                Optional.ofNullable(row.getString("error")));
    }

    private void checkFormat() throws SQLException {
        if (pragma("application_id") != SessionStore.APPLICATION_ID) {
            throw new SessionException(file + " is not a session of Vivarium; choose a .vivarium file.");
        }
        long format = pragma("user_version");
        if (format > SessionStore.FORMAT) {
            throw new SessionException(file + " was written by a newer Vivarium (its format is " + format
                    + ", this one reads up to " + SessionStore.FORMAT + "); open it with that one.");
        }
    }

    private long pragma(String name) throws SQLException {
        try (var statement = connection.createStatement();
                var value = statement.executeQuery("PRAGMA " + name)) {
            return value.getLong(1);
        }
    }

    private Map<String, String> readMeta() throws SQLException {
        var all = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT key, value FROM meta")) {
            while (rows.next()) {
                all.put(rows.getString(1), rows.getString(2));
            }
        }
        return all;
    }

    private static Connection connect(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(1_000);
        return config.createConnection("jdbc:sqlite:" + file.toUri());
    }
}
