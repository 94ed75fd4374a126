package vivarium.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.sqlite.Function;
import org.sqlite.SQLiteConfig;
import vivarium.filter.Filter;
import vivarium.filter.TextMatch;

/**
 * Finds exchanges of a session file, also of one that is being written. Never changes it: the index is in a file beside it, or in
 * memory where that cannot be written.
 *
 * <p>Every method reads from disk and blocks, and throws {@link SessionException} where a file cannot be read. For one thread at a
 * time.
 */
public final class SessionSearch implements AutoCloseable {
    private static final String SUFFIX = "-index";

    private static final String ENDED = "the search was ended";

    private static final int BETWEEN_QUESTIONS = 256;

    private final Path file;
    private final long startedNanos;
    private final Connection connection;
    private final SearchIndex index;

    private SessionSearch(Path file, Connection connection, BodyText bodies) throws SQLException {
        this.file = file;
        this.connection = connection;
        this.index = new SearchIndex(connection, bodies);
        this.startedNanos = number("SELECT value FROM s.meta WHERE key = 'started_ns'");
    }

    /**
     * Opens the session for searching.
     *
     * @param bodies makes text of bodies
     */
    public static SessionSearch open(Path file, BodyText bodies) {
        SessionReader.open(file).close(); // says what is wrong with the file, if anything
        try {
            var connection = connect(file);
            try {
                return new SessionSearch(file, connection, bodies);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqliteFailure.whileReading(file, e);
        }
    }

    /** The file of the index that belongs to a session. */
    public static Path indexOf(Path session) {
        return session.resolveSibling(session.getFileName() + SUFFIX);
    }

    /** The numbers of the exchanges that are meant, in their order. */
    public long[] find(Filter filter) {
        return find(filter, SearchProgress.none());
    }

    /**
     * As above.
     *
     * @throws CancellationException when the progress says so; what was indexed until then is kept
     */
    public long[] find(Filter filter, SearchProgress progress) {
        var condition = new FilterSql(filter, startedNanos);
        var depth = FilterSql.depth(filter);
        var from = depth == SearchIndex.Depth.NONE ? "" : " LEFT JOIN seen ON seen.id = x.id";
        var sql = "SELECT x.id FROM s.exchange AS x" + from + " WHERE " + condition.sql() + " ORDER BY x.id";
        try {
            index.update(depth, progress);
            define(condition.functions(), progress);
            try (var statement = connection.prepareStatement(sql)) {
                int at = 0;
                for (var parameter : condition.parameters()) {
                    statement.setObject(++at, parameter);
                }
                var ids = LongStream.builder();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        ids.add(rows.getLong(1));
                    }
                }
                return ids.build().toArray();
            }
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains(ENDED)) {
                throw new CancellationException(ENDED);
            }
            throw SqliteFailure.whileReading(file, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqliteFailure.whileReading(file, e);
        }
    }

    private void define(List<TextMatch> matches, SearchProgress progress) throws SQLException {
        if (!matches.isEmpty()) {
            Function.create(connection, "matches", new Function() {
                private int calls;

                @Override
                protected void xFunc() throws SQLException {
                    if (++calls % BETWEEN_QUESTIONS == 0 && !progress.proceed(1, 1)) {
                        throw new SQLException(ENDED);
                    }
                    var text = value_text(1);
                    result(text != null && matches.get(value_int(0)).matches(text) ? 1 : 0);
                }
            });
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static Connection connect(Path file) throws SQLException {
        var beside = indexOf(file);
        try {
            if (Files.notExists(beside)) {
                PrivateFiles.create(beside);
            }
            return connect("jdbc:sqlite:" + beside.toUri(), file);
        } catch (IOException | SQLException unusable) {
            try {
                // Left by a killed process or by another version: it can always be made again.
                Files.deleteIfExists(beside);
                PrivateFiles.create(beside);
                return connect("jdbc:sqlite:" + beside.toUri(), file);
            } catch (IOException | SQLException readOnly) {
                return connect("jdbc:sqlite::memory:", file);
            }
        }
    }

    private static Connection connect(String index, Path session) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(10_000);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setPageSize(16 << 10);
        config.setCacheSize(-64_000);
        var connection = config.createConnection(index);
        try (var attach = connection.prepareStatement("ATTACH ? AS s")) {
            attach.setString(1, session.toUri() + "?mode=ro");
            attach.execute();
            prepare(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var name = text(
                    connection, "SELECT group_concat(value, ' ') FROM s.meta WHERE key IN ('project', 'started_ns')");
            boolean made =
                    text(connection, "SELECT count(*) FROM main.sqlite_schema").equals("0");
            if (made) {
                SearchIndex.create(connection, name);
            }
            if (!text(connection, "SELECT session FROM state").equals(name)
                    || !text(connection, "PRAGMA main.user_version").equals(Integer.toString(SearchIndex.FORMAT))) {
                throw new SQLException("an index of another session");
            }
            boolean notes = text(connection, "SELECT count(*) FROM s.sqlite_schema WHERE name = 'note'")
                    .equals("1");
            statement.executeUpdate(
                    notes
                            ? "CREATE TEMP VIEW note AS SELECT * FROM s.note"
                            : "CREATE TEMP TABLE note (exchange INTEGER, marked INTEGER, pinned INTEGER, comment TEXT)");
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
