package vivarium.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The header fields that many messages of a session have in common. For one thread. */
final class Shapes implements AutoCloseable {
    private static final int REMEMBERED = 2_000;

    private final Map<Long, List<Header>> known = new LeastRecentlyUsed<>(REMEMBERED);
    private final PreparedStatement read;

    Shapes(Connection connection) throws SQLException {
        read = connection.prepareStatement("SELECT content FROM s.text WHERE id = ?");
    }

    /** The header fields in the shared text of this number. */
    List<Header> headers(long shape) throws SQLException {
        var headers = known.get(shape);
        if (headers == null) {
            headers = parse(content(shape));
            known.put(shape, headers);
        }
        return headers;
    }

    /** The shared text itself; empty where it is missing. */
    String content(long shape) throws SQLException {
        read.setLong(1, shape);
        try (var row = read.executeQuery()) {
            return row.next() ? row.getString(1) : "{}";
        }
    }

    @Override
    public void close() throws SQLException {
        read.close();
    }

    private static List<Header> parse(String content) {
        var headers = new ArrayList<Header>();
        try {
            for (var pair : JsonMapper.shared().readTree(content).path("headers")) {
                headers.add(new Header(pair.path(0).asString(), pair.path(1).asString()));
            }
        } catch (JacksonException damaged) {
            throw new SessionException("The session is damaged: headers in it cannot be understood.", damaged);
        }
        return headers;
    }
}
