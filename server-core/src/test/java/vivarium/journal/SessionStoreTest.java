package vivarium.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Event.RequestStarted;

class SessionStoreTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("s.vivarium");
    }

    private static LogLine line(long exchange, String text) {
        return new LogLine(1_000_000, exchange, LogLevel.ERROR, LogStream.WSGI_ERRORS, "t", text);
    }

    @SafeVarargs
    private void record(List<Event>... transactions) {
        try (var store = SessionStore.create(file, Samples.INFO)) {
            for (var events : transactions) {
                store.write(events);
                store.commit();
            }
        }
    }

    private List<String> query(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                var line = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    line.add(String.valueOf(rows.getString(i)));
                }
                lines.add(String.join("|", line));
            }
            return lines;
        }
    }

    @Test
    void theViewHasARowForEachExchange() throws Exception {
        var failure = new PythonFailure("ValueError", "no\0", "Traceback", List.of());
        record(
                Samples.hello(1, 2_000_000),
                Samples.post(2, Samples.bytes("abcd"), Samples.bytes("ef")),
                List.of(
                        new RequestStarted(5, 3, Samples.get("*"), 0),
                        new ExceptionRaised(6, 3, failure),
                        new RequestStarted(7, 4, Samples.get("/open?"), 0)));

        assertEquals(
                List.of(
                        "1|2026-11-21T08:00:00.125Z|GET|/hello|n=1|200|0|12|1.234|worker-1|null|null",
                        "2|2026-11-21T08:00:00.123Z|POST|/sign||null|6|2|2.0|null|7|client gone",
                        "3|2026-11-21T08:00:00.123Z|GET|*||null|0|0|null|null|null|ValueError: no␀",
                        "4|2026-11-21T08:00:00.123Z|GET|/open||null|0|0|null|null|null|null"),
                query("""
                        SELECT id, started_at, method, path, query, status, request_bytes, response_bytes, duration_ms,
                               thread, origin_id, error FROM exchanges"""));
    }

    @Test
    void anExchangeMaySpanTransactionsAndBeLoggedForAfterwards() throws Exception {
        var events = Samples.hello(1, 0);
        record(events.subList(0, 3), Samples.hello(2, 5), events.subList(3, 5), List.of(line(1, "late")));

        assertEquals(
                List.of("1|200|12|1.234", "2|200|12|1.234"),
                query("SELECT id, status, response_bytes, duration_ms FROM exchanges"));
        try (var reader = SessionReader.open(file)) {
            assertEquals(6, reader.events(1).size());
            assertEquals(line(1, "late"), reader.events(1).getLast());
            assertEquals(
                    List.of(1L, 2L),
                    reader.exchanges().stream().map(ExchangeSummary::id).toList());
        }
    }

    @Test
    void theBodyThatIsAnnouncedCountsAlsoWhereNobodyReadIt() throws Exception {
        var head = new RequestHead("PUT", "/", "HTTP/1.1", List.of(new Header("content-length", " 17 ")), "");
        record(List.of(new RequestStarted(0, 1, head, 0), new ExchangeEnded(1, 1, Outcome.COMPLETE)));

        assertEquals(List.of("17"), query("SELECT request_bytes FROM exchanges"));
    }

    @Test
    void theEnvironOfEachExchangeIsThereWithGroups() throws Exception {
        record(Samples.hello(1, 0), Samples.hello(2, 0));

        for (int id = 1; id <= 2; id++) {
            var expected = Samples.environ(Samples.get("/hello?n=" + id), id).entries().stream()
                    .map(e -> e.key() + "|" + e.group().name().toLowerCase(java.util.Locale.ROOT) + "|" + e.repr())
                    .toList();
            assertEquals(expected, query("SELECT key, \"group\", repr FROM environ WHERE exchange = " + id));
        }
        assertEquals(List.of("1"), query("SELECT count(*) FROM text WHERE content LIKE '{\"environ%'"));
    }

    @Test
    void theLogIsAView() throws Exception {
        record(List.of(line(0, "a\nb"), line(1, "c")));

        assertEquals(
                List.of(
                        "null|2026-11-21T08:00:00.124Z|ERROR|wsgi.errors|t|a\nb",
                        "1|2026-11-21T08:00:00.124Z|ERROR|wsgi.errors|t|c"),
                query("SELECT exchange, at, level, stream, thread, text FROM log"));
    }

    @Test
    void filesAreReadableByTheirOwnerAlone() throws Exception {
        try (var store = SessionStore.createIn(folder, Samples.INFO);
                var second = SessionStore.createIn(folder, Samples.INFO)) {
            store.write(List.of(line(0, "x")));
            store.commit();
            assertTrue(second.file().toString().endsWith("-2.vivarium"), second.file()::toString);
            assertEquals("rwx------", mode(folder.resolve(".vivarium")));
            assertEquals("rwx------", mode(folder.resolve(".vivarium/sessions")));
            var modes = new TreeMap<String, String>();
            try (var files = Files.newDirectoryStream(
                    folder.resolve(".vivarium/sessions"), store.file().getFileName() + "*")) {
                for (var path : files) {
                    modes.put(path.toString().substring(store.file().toString().length()), mode(path));
                }
            }
            assertEquals("{=rw-------, -shm=rw-------, -wal=rw-------}", modes.toString());
            assertEquals("*\n", Files.readString(folder.resolve(".vivarium/.gitignore")));
        }
        try (var left = Files.list(folder.resolve(".vivarium/sessions"))) {
            assertEquals(2, left.count());
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void whatExistsIsNotOverwritten() throws Exception {
        record(List.of(line(0, "keep")));

        var thrown = assertThrows(SessionException.class, () -> SessionStore.create(file, Samples.INFO));

        assertEquals(
                file + " exists already and is not overwritten; give another name, or move it away.",
                thrown.getMessage());
        assertEquals(List.of("keep"), query("SELECT text FROM log"));
    }

    @Test
    void aFolderThatCannotHoldItIsSaid() throws Exception {
        var missing = folder.resolve("no/s.vivarium");
        Files.writeString(folder.resolve(".vivarium"), "a file");

        assertEquals(
                "There is no folder " + missing.getParent() + " for the session file; make it, or give another.",
                assertThrows(SessionException.class, () -> SessionStore.create(missing, Samples.INFO))
                        .getMessage());
        var unwritable = assertThrows(SessionException.class, () -> SessionStore.createIn(folder, Samples.INFO));
        assertTrue(
                String.valueOf(unwritable.getMessage()).contains("make its folder writable, or choose another place"),
                unwritable::getMessage);
    }

    @Test
    void aFullDiskStopsRecordingWithOneMessageAndNothingElse() throws Exception {
        var store = SessionStore.create(file, Samples.INFO);
        store.limitPages(40);
        var delivered = new ArrayList<Event>();
        try (var journal = EventJournal.open(JournalClock.started(), JournalBounds.standard(), store)) {
            journal.subscribe(delivered::addAll);
            journal.append(line(0, "kept"));
            journal.flush();
            for (int i = 0; i < 3; i++) {
                journal.append(line(0, "x".repeat(200_000)));
                journal.flush();
            }
        }

        assertEquals(
                List.of("Recording to " + file + " stopped: the disk is full; free some space, and start Vivarium again"
                        + " to record. Serving goes on."),
                delivered.stream()
                        .map(e -> (LogLine) e)
                        .filter(e -> e.stream() == LogStream.SERVER)
                        .map(LogLine::text)
                        .toList());
        assertEquals(5, delivered.size());
        assertEquals(List.of("kept"), query("SELECT text FROM log"));
    }

    @Test
    void aLockedFileStopsRecording() throws Exception {
        try (var store = SessionStore.create(file, Samples.INFO);
                var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            var thrown = assertThrows(SessionException.class, () -> store.write(List.of(line(0, "x"))));

            assertTrue(
                    String.valueOf(thrown.getMessage()).contains("another program holds it locked"),
                    thrown::getMessage);
        }
    }
}
