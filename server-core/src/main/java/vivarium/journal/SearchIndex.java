package vivarium.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.function.LongPredicate;

/**
 * What makes a session quick to search, kept in a file of its own beside it: made when it is first needed, brought up to date before
 * each search, so that recording costs nothing for it. It holds nothing that could not be made again.
 *
 * <p>The session is attached as {@code s}. For one thread.
 */
final class SearchIndex {
    static final int FORMAT = 1;

    static final String REQUEST_BODY = "1";
    static final String RESPONSE_BODY = "2";
    static final String LOG = "3";
    static final String FINDING = "4";

    /** How much is indexed; what comes later contains what is before. */
    enum Depth {
        NONE,
        HEADERS,
        TEXTS
    }

    /** Exchanges in one transaction: what was done is kept when the search is broken off. */
    private static final int PORTION = 5_000;

    private static final int BETWEEN_QUESTIONS = 50;

    private final Connection connection;
    private final BodyText bodies;

    SearchIndex(Connection connection, BodyText bodies) {
        this.connection = connection;
        this.bodies = bodies;
    }

    /** Makes the tables where there are none. */
    static void create(Connection connection, String session) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("""
                    CREATE TABLE state (session TEXT NOT NULL, headers INTEGER NOT NULL, texts INTEGER NOT NULL);
                    CREATE TABLE seen (id INTEGER PRIMARY KEY, request_shape INTEGER, response_shape INTEGER);
                    CREATE TABLE field (id INTEGER PRIMARY KEY, name TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (name, value));
                    CREATE TABLE shape_field (shape INTEGER, field INTEGER, PRIMARY KEY (shape, field)) WITHOUT ROWID;
                    CREATE INDEX shape_by_field ON shape_field (field);
                    CREATE TABLE doc (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE);
                    CREATE TABLE hit (doc INTEGER, part INTEGER, exchange INTEGER, PRIMARY KEY (doc, part, exchange)) WITHOUT ROWID;
                    CREATE INDEX hit_by_exchange ON hit (exchange, part);
                    CREATE VIRTUAL TABLE words USING fts5 (content, tokenize = 'trigram');
                    """);
            statement.executeUpdate("PRAGMA user_version = " + FORMAT);
        }
        try (var insert = connection.prepareStatement("INSERT INTO state VALUES (?, 0, 0)")) {
            insert.setString(1, session);
            insert.executeUpdate();
        }
    }

    /** Takes in what was recorded since the last time. */
    void update(Depth depth, SearchProgress progress) throws SQLException {
        if (depth != Depth.NONE) {
            update("headers", new HeaderIndexing(connection), progress);
        }
        if (depth == Depth.TEXTS) {
            update("texts", new TextIndexing(connection, bodies), progress);
        }
    }

    /** Text as SQLite keeps it: it would end at NUL. */
    static String storable(String text) {
        return text.replace('\0', '␀');
    }

    /** Takes in one exchange. */
    interface Indexing extends AutoCloseable {
        void add(long exchange, long firstSeq, long lastSeq) throws SQLException;

        @Override
        void close() throws SQLException;
    }

    private void update(String column, Indexing indexing, SearchProgress progress) throws SQLException {
        try (indexing) {
            long from = number("SELECT " + column + " FROM state");
            // The end of a recording is not waited for: what comes meanwhile is for the next search.
            long to = number("SELECT coalesce(max(last_seq), 0) FROM s.exchange");
            for (long done = from; done < to; ) {
                var portion = portion(column, indexing, last -> progress.proceed(last - from, to - from));
                if (portion.ended()) {
                    throw new CancellationException("the search was ended");
                }
                done = portion.count() < PORTION ? to : portion.last();
            }
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }

    private record Portion(int count, long last, boolean ended) {}

    private Portion portion(String column, Indexing indexing, LongPredicate proceed) throws SQLException {
        int count = 0;
        long last = 0;
        boolean ended = false;
        try (var changed = connection.prepareStatement("SELECT id, first_seq, last_seq FROM s.exchange"
                        + " WHERE last_seq > (SELECT " + column + " FROM state) ORDER BY last_seq LIMIT " + PORTION);
                var done = connection.prepareStatement("UPDATE state SET " + column + " = ?")) {
            connection.setAutoCommit(false);
            try (var rows = changed.executeQuery()) {
                while (!ended && rows.next()) {
                    last = rows.getLong(3);
                    indexing.add(rows.getLong(1), rows.getLong(2), last);
                    count++;
                    ended = count % BETWEEN_QUESTIONS == 0 && !proceed.test(last);
                }
            }
            if (count > 0) {
                done.setLong(1, last);
                done.executeUpdate();
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
        return new Portion(count, last, ended);
    }
}
