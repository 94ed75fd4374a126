package vivarium.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.filter.FilterLanguage;
import vivarium.filter.FilterSyntaxException;
import vivarium.journal.Bytes;
import vivarium.journal.Environ;
import vivarium.journal.Event;
import vivarium.journal.Event.ApplicationEntered;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.FindingMade;
import vivarium.journal.Event.InputRead;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Event.ResponseStarted;
import vivarium.journal.Finding;
import vivarium.journal.Header;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;
import vivarium.journal.Note;
import vivarium.journal.Outcome;
import vivarium.journal.PythonFailure;
import vivarium.journal.RequestHead;
import vivarium.journal.SessionInfo;
import vivarium.journal.SessionNotes;
import vivarium.journal.SessionReader;
import vivarium.journal.SessionSearch;
import vivarium.journal.SessionStore;

/** What is found in a session file, and that the same is found among exchanges in memory. */
class SessionSearchTest {
    private static final Instant STARTED = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    Path folder;

    private final Map<Long, Note> notes = Map.of(3L, new Note(true, false, "look at this"));

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestHead head(String method, String target, Header... headers) {
        return new RequestHead(method, target, "HTTP/1.1", List.of(headers), "127.0.0.1:1");
    }

    private static Bytes gzip(String text) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return Bytes.of(out.toByteArray());
    }

    private static ApplicationEntered entered(long at, long id, String thread) {
        return new ApplicationEntered(at, id, thread, new Environ(List.of(), List.of(), Map.of()));
    }

    private static List<List<Event>> exchanges() throws Exception {
        long ms = 1_000_000;
        return List.of(
                List.of(
                        new RequestStarted(0, 1, head("GET", "/notes?page=2", new Header("Host", "here:8000")), 0),
                        entered(1, 1, "worker-1"),
                        new ResponseStarted(
                                2,
                                1,
                                "200 OK",
                                List.of(
                                        new Header("Content-Type", "text/html; charset=utf-8"),
                                        new Header("Content-Encoding", "gzip"))),
                        new ChunkWritten(3, 1, gzip("<p>Grüße aus Köln, 100%_sure</p>")),
                        new ExchangeEnded(12 * ms, 1, Outcome.COMPLETE)),
                List.of(
                        new RequestStarted(
                                60_000 * ms,
                                2,
                                head(
                                        "POST",
                                        "/notes/new",
                                        new Header("Content-Type", "application/x-www-form-urlencoded"),
                                        new Header("Content-Length", "19"),
                                        new Header("Cookie", "session=abc")),
                                0),
                        entered(60_000 * ms, 2, "worker-2"),
                        new InputRead(60_001 * ms, 2, "read(10)", bytes("title=Milk")),
                        new InputRead(60_001 * ms, 2, "read()", bytes("&text=Buy")),
                        new LogLine(60_002 * ms, 2, LogLevel.WARNING, LogStream.LOGGING, "worker-2", "no\0te 17 saved"),
                        new ResponseStarted(60_003 * ms, 2, "302 FOUND", List.of(new Header("Location", "/notes/17"))),
                        new ExchangeEnded(60_100 * ms, 2, Outcome.COMPLETE)),
                List.of(
                        new RequestStarted(120_000 * ms, 3, head("GET", "/notes/17"), 1),
                        entered(120_000 * ms, 3, "worker-1"),
                        new ExceptionRaised(
                                120_001 * ms,
                                3,
                                new PythonFailure("sqlite3.OperationalError", "no such table: note", "T", List.of())),
                        new LogLine(
                                120_002 * ms, 3, LogLevel.ERROR, LogStream.SERVER, "w", "Exception while serving GET"),
                        new ResponseStarted(120_003 * ms, 3, "500 Internal Server Error", List.of()),
                        new ChunkWritten(120_004 * ms, 3, bytes("{\"error\": true}")),
                        new FindingMade(120_005 * ms, 3, Finding.of("late-start-response", "start_response came late")),
                        new ExchangeEnded(122_000 * ms, 3, Outcome.BROKEN_OFF)),
                List.of(
                        new RequestStarted(130_000 * ms, 4, head("GET", "/static/%61.png?"), 0),
                        entered(130_000 * ms, 4, "worker-3"),
                        new ResponseStarted(
                                130_001 * ms, 4, "200 OK", List.of(new Header("Content-Type", "image/png"))),
                        new ChunkWritten(130_002 * ms, 4, bytes("Milk in an image")),
                        new ExchangeEnded(130_003 * ms, 4, Outcome.CLIENT_GONE)),
                List.of(
                        new RequestStarted(140_000 * ms, 5, head("DELETE", "/notes/17"), 0),
                        entered(140_000 * ms, 5, "worker-1")));
    }

    private Path recorded() throws Exception {
        var file = folder.resolve("s.vivarium");
        try (var store = SessionStore.create(file, new SessionInfo("0", "p", "embedded", STARTED))) {
            for (var events : exchanges()) {
                store.write(events);
            }
            store.commit();
        }
        try (var writer = SessionNotes.open(file)) {
            notes.forEach(writer::note);
        }
        return file;
    }

    private static List<Long> find(SessionSearch search, String filter) throws FilterSyntaxException {
        return Arrays.stream(search.find(FilterLanguage.here().parse(filter)))
                .boxed()
                .toList();
    }

    private List<Long> live(String filter) throws Exception {
        var predicate = new LiveFilter(FilterLanguage.here().parse(filter), STARTED);
        var found = new ArrayList<Long>();
        var kept = new Exchanges(100, Long.MAX_VALUE);
        for (var events : exchanges()) {
            kept.accept(events);
        }
        notes.forEach(kept::note);
        for (var outline : kept.outlines()) {
            var exchange = kept.exchange(outline.id()).orElseThrow();
            if (predicate.test(exchange)) {
                found.add(exchange.id());
            }
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            ''                              ¦ [1, 2, 3, 4, 5]
            method:post                     ¦ [2]
            method!=get                     ¦ [2, 5]
            path:/notes/*                   ¦ [2, 3, 5]
            path:/notes                     ¦ [1, 2, 3, 5]
            path=/notes                     ¦ [1]
            path~^/notes/\\d+$              ¦ [3, 5]
            query:page                      ¦ [1]
            url:notes?page                  ¦ []
            "notes?page"                    ¦ [1]
            static/%61                      ¦ [4]
            status:4xx,5xx                  ¦ [3]
            status<400                      ¦ [1, 2, 4]
            not status:200                  ¦ [2, 3, 5]
            has:response                    ¦ [1, 2, 3, 4]
            header:cookie                   ¦ [2]
            header.cookie:abc               ¦ [2]
            header.location:*               ¦ [2]
            response.header.content-type:*  ¦ [1, 4]
            request.header.content-type:*   ¦ [2]
            header~^location:.*17$          ¦ [2]
            not header:cookie               ¦ [1, 3, 4, 5]
            type:html                       ¦ [1]
            type=text/html                  ¦ [1]
            type:image/*                    ¦ [4]
            request.type:form               ¦ [2]
            body:milk                       ¦ [2]
            body:k&t                        ¦ [2]
            body:Köln                       ¦ [1]
            body:"100%_sure"                ¦ [1]
            body:100_                       ¦ []
            body:er                         ¦ [3]
            body:"{\\"error\\": true}"      ¦ [3]
            body~K.ln                       ¦ [1]
            body~"^.title=\\w+&"            ¦ []
            response.body:milk              ¦ []
            request.body:"title=milk*"      ¦ []
            request.body:title=milk*        ¦ [2]
            log:note                        ¦ []
            log:saved                       ¦ [2]
            log:"te 17"                     ¦ [2]
            not log:saved                   ¦ [1, 3, 4, 5]
            exception:operational           ¦ [3]
            exception:"no such table"       ¦ [3]
            exception=sqlite3.OperationalError ¦ [3]
            exception:sqlite3.*             ¦ [3]
            exception:gone                  ¦ []
            has:exception                   ¦ [3]
            thread:worker-1                 ¦ [1, 3, 5]
            not thread:worker-1             ¦ [2, 4]
            size>0                          ¦ [1, 3, 4]
            request.size:19                 ¦ [2]
            duration>=1s                    ¦ [3]
            not duration>=1s                ¦ [1, 2, 4, 5]
            time>2026-11-21T08:02:09Z       ¦ [4, 5]
            time:2026-11-21T08:00:00Z..2026-11-21T08:01:00Z ¦ [1, 2]
            is:replayed                     ¦ [3]
            origin:1                        ¦ [3]
            id:2-3                          ¦ [2, 3]
            is:marked                       ¦ [3]
            is:pinned                       ¦ []
            comment:LOOK                    ¦ [3]
            has:finding                     ¦ [3]
            not has:finding                 ¦ [1, 2, 4, 5]
            ~m post | ~c 500                ¦ [2, 3]
            ~b milk or (path:/notes/* and not is:replayed) ¦ [2, 5]
            """)
    void theSameIsFoundInTheFileAndInMemory(String filter, String expected) throws Exception {
        try (var search = SessionSearch.open(recorded(), LiveFilter::bodyText)) {
            assertEquals(expected, find(search, filter).toString());
            assertEquals(expected, live(filter).toString(), "in memory");
        }
    }

    @Test
    void anyFilterFindsTheSameInTheFileAndInMemory() throws Exception {
        var random = new Random(17);
        try (var search = SessionSearch.open(recorded(), LiveFilter::bodyText)) {
            for (int i = 0; i < 300; i++) {
                var filter = expression(random, 4);
                assertEquals(live(filter), find(search, filter), filter);
            }
        }
    }

    private static String expression(Random random, int depth) {
        var terms = List.of(
                "method:GET",
                "status>=300",
                "body:milk",
                "body:e",
                "log:saved",
                "header:content",
                "path:/notes/*",
                "is:marked",
                "has:finding",
                "duration>50ms",
                "thread:worker-1",
                "type:html",
                "exception:table",
                "~q",
                "body~i",
                "header~t.p",
                "size:0");
        if (depth == 0 || random.nextInt(4) == 0) {
            return terms.get(random.nextInt(terms.size()));
        }
        var left = expression(random, depth - 1);
        return switch (random.nextInt(3)) {
            case 0 -> "not (" + left + ")";
            case 1 -> "(" + left + " and " + expression(random, depth - 1) + ")";
            default -> "(" + left + " or " + expression(random, depth - 1) + ")";
        };
    }

    @Test
    void whatIsRecordedMeanwhileIsFoundByTheNextSearch() throws Exception {
        var file = folder.resolve("live.vivarium");
        var all = exchanges();
        try (var store = SessionStore.create(file, new SessionInfo("0", "p", "embedded", STARTED));
                var search = SessionSearch.open(file, LiveFilter::bodyText)) {
            assertEquals(List.of(), find(search, "body:milk"));
            store.write(all.get(1).subList(0, 3));
            store.commit();
            assertEquals(List.of(2L), find(search, "body:milk"));
            assertEquals(List.of(), find(search, "body:text=Buy or log:saved or header:location"));
            store.write(all.get(1).subList(3, 7));
            store.commit();
            assertEquals(List.of(2L), find(search, "body:milk&text=Buy log:saved header:location"));
            store.write(List.of(new LogLine(9, 2, LogLevel.INFO, LogStream.STDOUT, "t", "late line")));
            store.commit();
            assertEquals(List.of(2L), find(search, "log:late and log:saved"));
        }
    }

    @Test
    void aSearchIsEndedAndTheNextOneGoesOnWhereItWas() throws Exception {
        var file = folder.resolve("long.vivarium");
        try (var store = SessionStore.create(file, new SessionInfo("0", "p", "embedded", STARTED))) {
            for (long id = 1; id <= 1_000; id++) {
                store.write(List.of(
                        new RequestStarted(id, id, head("GET", "/" + id), 0),
                        new ResponseStarted(id, id, "200 OK", List.of(new Header("Content-Type", "text/plain"))),
                        new ChunkWritten(id, id, bytes("the body of " + id)),
                        new ExchangeEnded(id, id, Outcome.COMPLETE)));
            }
            store.commit();
        }
        var filter = FilterLanguage.here().parse("body:\"body of 1000\"");
        try (var search = SessionSearch.open(file, LiveFilter::bodyText)) {
            var asked = new ArrayList<Long>();
            assertThrows(
                    CancellationException.class,
                    () -> search.find(filter, (done, all) -> {
                        asked.add(100 * done / all);
                        return asked.size() < 30; // twenty for the headers
                    }));
            assertTrue(asked.getFirst() <= 5 && asked.getLast() >= 49 && asked.getLast() <= 51, asked::toString);
            var again = new ArrayList<Long>();
            assertArrayEquals(new long[] {1_000}, search.find(filter, (done, all) -> again.add(done)));
            assertTrue(again.size() < asked.size(), again::toString);
            assertThrows(
                    CancellationException.class,
                    () -> search.find(FilterLanguage.here().parse("path~x$"), (done, all) -> false));
        }
    }

    @Test
    void theIndexIsKeptReadableByItsOwnerAloneAndMadeAgainWhereItIsOfNoUse() throws Exception {
        var file = recorded();
        var index = SessionSearch.indexOf(file);
        try (var search = SessionSearch.open(file, LiveFilter::bodyText)) {
            assertEquals(List.of(2L), find(search, "body:milk"));
        }
        assertEquals(
                "[OWNER_READ, OWNER_WRITE]",
                Files.getPosixFilePermissions(index).stream().sorted().toList().toString());
        for (var useless : List.of("no database at all".repeat(200), "")) {
            Files.writeString(index, useless);
            try (var search = SessionSearch.open(file, LiveFilter::bodyText)) {
                assertEquals(List.of(2L), find(search, "body:milk"));
            }
        }
        Files.delete(index);
        Files.createDirectories(index.resolve("in the way"));
        try (var search = SessionSearch.open(file, LiveFilter::bodyText)) {
            assertEquals(List.of(2L), find(search, "body:milk"));
        }
    }

    @Test
    void aFileOfTheFirstFormatIsSearchedAndNotedIn() throws Exception {
        var file = folder.resolve("old.vivarium");
        try (var old = SessionReader.class.getResourceAsStream("format-1.vivarium")) {
            Files.write(file, old.readAllBytes());
        }
        byte[] before = Files.readAllBytes(file);
        try (var reader = SessionReader.open(file);
                var search = SessionSearch.open(file, LiveFilter::bodyText)) {
            assertEquals(3, reader.exchanges().size());
            assertEquals(Map.of(), reader.notes());
            assertEquals(List.of(3L), find(search, "exception:KeyError log:fail body:sorry"));
            assertEquals(List.of(), find(search, "is:marked"));
            assertEquals(List.of(2L), find(search, "request.body:Grüße is:replayed"));
        }
        assertTrue(Arrays.equals(before, Files.readAllBytes(file)), "reading must not change it");
        try (var writer = SessionNotes.open(file)) {
            writer.note(2, new Note(true, true, "first"));
            writer.note(1, new Note(true, false, ""));
            writer.note(1, Note.NONE);
        }
        try (var reader = SessionReader.open(file);
                var search = SessionSearch.open(file, LiveFilter::bodyText)) {
            assertEquals(Map.of(2L, new Note(true, true, "first")), reader.notes());
            assertEquals(List.of(2L), find(search, "is:pinned comment:fir"));
            assertEquals(8, reader.events(3).size());
        }
    }
}
