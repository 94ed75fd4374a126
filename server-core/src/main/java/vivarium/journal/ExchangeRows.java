package vivarium.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vivarium.journal.Event.ApplicationEntered;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.InputRead;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Event.ResponseStarted;

/** Keeps the table {@code exchange}: one row for each exchange, written at a commit where it changed. For one thread. */
final class ExchangeRows implements AutoCloseable {
    /** More than can be open at once; an exchange whose end was lost is given up in the end. */
    private static final int OPEN = 10_000;

    /** Characters of an error; the event has the whole. */
    private static final int ERROR = 1_000;

    private static final class Row {
        final RequestStarted started;
        final long firstSeq;
        long lastSeq;
        long ended = -1;
        int status = -1;
        long read;
        long responseBytes;

        @Nullable
        String thread;

        @Nullable
        String error;

        Row(RequestStarted started, long seq) {
            this.started = started;
            this.firstSeq = seq;
        }
    }

    private final Map<Long, Row> open = new LeastRecentlyUsed<>(OPEN);
    private final Map<Long, Row> changed = new LinkedHashMap<>();
    private final PreparedStatement write;
    private final PreparedStatement afterwards;

    ExchangeRows(Connection connection) throws SQLException {
        write = connection.prepareStatement("INSERT OR REPLACE INTO exchange VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        afterwards = connection.prepareStatement(
                "UPDATE exchange SET last_seq = ?, error = coalesce(error, ?) WHERE id = ?");
    }

    /** Takes in the event with this number. */
    void add(long seq, Event event) throws SQLException {
        if (event.exchange() == 0) {
            return;
        }
        if (event instanceof RequestStarted started) {
            open.put(event.exchange(), new Row(started, seq));
        }
        var row = open.get(event.exchange());
        if (row == null) {
            row = changed.get(event.exchange());
        }
        if (row == null) {
            late(seq, event);
            return;
        }
        row.lastSeq = seq;
        changed.put(event.exchange(), row);
        switch (event) {
            case ApplicationEntered e -> row.thread = e.thread();
            case InputRead e -> row.read += e.data().length();
            case ResponseStarted e -> row.status = status(e.status());
            case ChunkWritten e -> row.responseBytes += e.data().length();
            case ExceptionRaised e -> row.error = error(e);
            case ExchangeEnded e -> {
                row.ended = e.at();
                if (row.error == null && e.outcome() != Outcome.COMPLETE) {
                    row.error = Labels.of(e.outcome());
                }
                open.remove(e.exchange());
            }
            default -> {}
        }
    }

    /** Writes what changed. */
    void write() throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        for (var row : changed.values()) {
            bind(row);
            write.addBatch();
        }
        changed.clear();
        write.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        write.close();
        afterwards.close();
    }

    /** An application's thread may log for a request that is over. */
    private void late(long seq, Event event) throws SQLException {
        afterwards.setLong(1, seq);
        afterwards.setString(2, event instanceof ExceptionRaised e ? error(e) : null);
        afterwards.setLong(3, event.exchange());
        afterwards.executeUpdate();
    }

    private void bind(Row row) throws SQLException {
        var request = row.started.request();
        write.setLong(1, row.started.exchange());
        write.setLong(2, row.firstSeq);
        write.setLong(3, row.lastSeq);
        write.setLong(4, row.started.at());
        setUnless(-1, 5, row.ended);
        write.setString(6, request.method());
        write.setString(7, request.path());
        write.setString(8, request.query());
        setUnless(-1, 9, row.status);
        write.setLong(10, Math.max(row.read, announced(request)));
        write.setLong(11, row.responseBytes);
        write.setString(12, row.thread);
        setUnless(0, 13, row.started.origin());
        write.setString(14, row.error);
    }

    private void setUnless(long missing, int index, long value) throws SQLException {
        if (value == missing) {
            write.setNull(index, Types.INTEGER);
        } else {
            write.setLong(index, value);
        }
    }

    private static long announced(RequestHead request) {
        return Header.contentLength(request.headers()).orElse(0);
    }

    private static int status(String status) {
        var code = status.length() >= 3 ? status.substring(0, 3) : "";
        return code.length() == 3 && code.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(code) : -1;
    }

    private static String error(ExceptionRaised event) {
        var failure = event.failure();
        var text = failure.message().isEmpty() ? failure.type() : failure.type() + ": " + failure.message();
        // SQLite's shell ends a text at NUL.
        return (text.length() > ERROR ? text.substring(0, ERROR) + "…" : text).replace('\0', '␀');
    }
}
