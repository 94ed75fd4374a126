package vivarium.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Indexes the texts of bodies and of log lines; texts that are the same are indexed once. */
final class TextIndexing implements SearchIndex.Indexing {
    private static final int HASH_BYTES = 16;

    private final BodyText bodies;
    private final Shapes shapes;
    private final MessageDigest digest = sha256();
    private final PreparedStatement forget;
    private final PreparedStatement events;
    private final PreparedStatement find;
    private final PreparedStatement doc;
    private final PreparedStatement words;
    private final PreparedStatement hit;

    TextIndexing(Connection connection, BodyText bodies) throws SQLException {
        this.bodies = bodies;
        shapes = new Shapes(connection);
        forget = connection.prepareStatement("DELETE FROM hit WHERE exchange = ?");
        events = connection.prepareStatement(
                "SELECT kind, shared, data, body, size FROM s.event WHERE exchange = ? AND seq BETWEEN ? AND ? AND kind <> "
                        + Kind.APPLICATION_ENTERED.number() + " ORDER BY seq");
        find = connection.prepareStatement("SELECT id FROM doc WHERE hash = ?");
        doc = connection.prepareStatement("INSERT INTO doc (hash) VALUES (?) RETURNING id");
        words = connection.prepareStatement("INSERT INTO words (rowid, content) VALUES (?, ?)");
        hit = connection.prepareStatement("INSERT OR IGNORE INTO hit VALUES (?, ?, ?)");
    }

    @Override
    public void add(long exchange, long firstSeq, long lastSeq) throws SQLException {
        forget.setLong(1, exchange);
        forget.executeUpdate();
        var request = new Message();
        var response = new Message();
        events.setLong(1, exchange);
        events.setLong(2, firstSeq);
        events.setLong(3, lastSeq);
        try (var rows = events.executeQuery()) {
            while (rows.next()) {
                switch (Kind.of(rows.getInt(1))) {
                    case REQUEST_STARTED -> request.headers = shapes.headers(rows.getLong(2));
                    case RESPONSE_STARTED -> response.headers = shapes.headers(rows.getLong(2));
                    case INPUT_READ -> request.add(rows);
                    case CHUNK_WRITTEN -> response.add(rows);
                    case LOG_LINE -> enter(exchange, SearchIndex.LOG, own(rows, "text"));
                    case FINDING_MADE -> enter(exchange, SearchIndex.FINDING, own(rows, "message"));
                    default -> {}
                }
            }
        }
        body(exchange, SearchIndex.REQUEST_BODY, request);
        body(exchange, SearchIndex.RESPONSE_BODY, response);
    }

    private void body(long exchange, String part, Message message) throws SQLException {
        if (message.kept.size() > 0) {
            var text = bodies.of(new Bytes(message.kept.toByteArray(), message.length), message.headers);
            if (text.isPresent()) {
                enter(exchange, part, text.get());
            }
        }
    }

    private void enter(long exchange, String part, String text) throws SQLException {
        hit.setLong(1, id(SearchIndex.storable(text)));
        hit.setString(2, part);
        hit.setLong(3, exchange);
        hit.executeUpdate();
    }

    private long id(String text) throws SQLException {
        byte[] hash = Arrays.copyOf(digest.digest(text.getBytes(StandardCharsets.UTF_8)), HASH_BYTES);
        find.setBytes(1, hash);
        try (var row = find.executeQuery()) {
            if (row.next()) {
                return row.getLong(1);
            }
        }
        doc.setBytes(1, hash);
        long id;
        try (var row = doc.executeQuery()) {
            row.next();
            id = row.getLong(1);
        }
        words.setLong(1, id);
        words.setString(2, text);
        words.executeUpdate();
        return id;
    }

    @Override
    public void close() throws SQLException {
        try (shapes;
                forget;
                events;
                find;
                doc;
                words) {
            hit.close();
        }
    }

    private static String own(ResultSet row, String field) throws SQLException {
        try {
            return JsonMapper.shared().readTree(row.getString(3)).path(field).asString("");
        } catch (JacksonException damaged) {
            throw new SessionException("The session is damaged: an event in it cannot be understood.", damaged);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** A message's body as far as it was kept, up to the first hole. */
    private static final class Message {
        List<Header> headers = List.of();
        final ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
        long length;
        private boolean hole;

        void add(ResultSet row) throws SQLException {
            byte[] body = row.getBytes(4);
            long size = row.getLong(5);
            int there = body == null ? 0 : body.length;
            if (body != null && !hole) {
                kept.writeBytes(body);
            }
            hole |= size > there;
            length += Math.max(size, there);
        }
    }
}
