package vivarium.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Indexes which header fields the messages of exchanges have. */
final class HeaderIndexing implements SearchIndex.Indexing {
    private final Shapes shapes;
    private final Set<Long> entered = new HashSet<>();
    private final PreparedStatement events;
    private final PreparedStatement seen;
    private final PreparedStatement known;
    private final PreparedStatement field;
    private final PreparedStatement link;

    HeaderIndexing(Connection connection) throws SQLException {
        shapes = new Shapes(connection);
        events = connection.prepareStatement(
                "SELECT kind, shared FROM s.event WHERE exchange = ? AND seq BETWEEN ? AND ?" + " AND kind IN ("
                        + Kind.REQUEST_STARTED.number() + ", " + Kind.RESPONSE_STARTED.number() + ")");
        seen = connection.prepareStatement("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)");
        known = connection.prepareStatement("SELECT 1 FROM shape_field WHERE shape = ?");
        field = connection.prepareStatement("INSERT OR IGNORE INTO field (name, value) VALUES (?, ?)");
        link = connection.prepareStatement(
                "INSERT OR IGNORE INTO shape_field SELECT ?, id FROM field WHERE name = ? AND value = ?");
    }

    @Override
    public void add(long exchange, long firstSeq, long lastSeq) throws SQLException {
        events.setLong(1, exchange);
        events.setLong(2, firstSeq);
        events.setLong(3, lastSeq);
        long request = 0;
        long response = 0;
        try (var rows = events.executeQuery()) {
            while (rows.next()) {
                // start_response may be called again after an exception: the last one counts.
                if (rows.getInt(1) == Kind.REQUEST_STARTED.number()) {
                    request = rows.getLong(2);
                } else {
                    response = rows.getLong(2);
                }
            }
        }
        enter(request);
        enter(response);
        seen.setLong(1, exchange);
        seen.setLong(2, request);
        seen.setLong(3, response);
        seen.executeUpdate();
    }

    private void enter(long shape) throws SQLException {
        if (shape == 0 || !entered.add(shape)) {
            return;
        }
        known.setLong(1, shape);
        try (var row = known.executeQuery()) {
            if (row.next()) {
                return;
            }
        }
        for (var header : shapes.headers(shape)) {
            var name = SearchIndex.storable(header.name().toLowerCase(Locale.ROOT));
            var value = SearchIndex.storable(header.value());
            field.setString(1, name);
            field.setString(2, value);
            field.executeUpdate();
            link.setLong(1, shape);
            link.setString(2, name);
            link.setString(3, value);
            link.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        try (shapes;
                events;
                seen;
                known;
                field) {
            link.close();
        }
    }
}
