package vivarium.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vivarium.journal.Bytes;
import vivarium.journal.Environ;
import vivarium.journal.Event;
import vivarium.journal.Event.ApplicationEntered;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.EventsLost;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.InputRead;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Event.Paused;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Event.ResponseStarted;
import vivarium.journal.Event.Resumed;
import vivarium.journal.Header;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;
import vivarium.journal.Note;
import vivarium.journal.Outcome;
import vivarium.journal.PythonFailure;
import vivarium.journal.RequestHead;

class ExchangesTest {
    private final Exchanges exchanges = new Exchanges(3, 100);

    @Test
    void addsUpWhatItsEventsSay() {
        exchanges.accept(List.of(start(1, "/a?b=c"), entered(1)));
        assertEquals(Phase.IN_APPLICATION, outline(1).phase());
        var changes = exchanges.accept(List.of(
                new InputRead(3, 1, "read(3)", bytes("abc")),
                new InputRead(4, 1, "read()", bytes("de")),
                responded(1, "404 Not Found", "Text/HTML; charset=utf-8"),
                new ChunkWritten(6, 1, bytes("no")),
                new ChunkWritten(7, 1, bytes("thing")),
                new ExchangeEnded(1_000_010, 1, Outcome.COMPLETE)));

        var outline = outline(1);
        assertEquals(List.of(outline), changes.changed());
        assertEquals(
                new Outline(
                        1,
                        10,
                        head("/a?b=c"),
                        0,
                        Phase.OVER,
                        "worker-1",
                        404,
                        "text/html",
                        5,
                        7,
                        1_000_000,
                        "",
                        0,
                        0,
                        Optional.of(Outcome.COMPLETE),
                        false,
                        0,
                        false,
                        Note.NONE),
                outline);
        assertFalse(outline.troubled());
        var exchange = exchanges.exchange(1).orElseThrow();
        assertEquals("abcde", text(exchange.requestBody()));
        assertEquals("nothing", text(exchange.responseBody()));
        assertEquals("404 Not Found", exchange.response().orElseThrow().status());
    }

    @Test
    void whatIsPinnedStaysWithItsBodies() {
        exchanges.accept(List.of(start(1, "/a"), new ChunkWritten(2, 1, bytes("x".repeat(90)))));
        var pinned = new Note(false, true, "the one");
        assertEquals(pinned, exchanges.note(1, pinned).changed().getFirst().note());
        assertEquals(Exchanges.Changes.NONE, exchanges.note(1, pinned));
        assertEquals(Exchanges.Changes.NONE, exchanges.note(17, pinned));
        for (long id = 2; id <= 9; id++) {
            exchanges.accept(List.of(start(id, "/b"), new ChunkWritten(2, id, bytes("y".repeat(90)))));
        }
        assertEquals(90, exchanges.exchange(1).orElseThrow().responseBody().kept().length);
        assertEquals(
                List.of(1L, 8L, 9L),
                exchanges.outlines().stream().map(Outline::id).toList());

        exchanges.clear();
        assertEquals(List.of(1L), exchanges.outlines().stream().map(Outline::id).toList());
        exchanges.note(1, Note.NONE);
        exchanges.accept(List.of(start(10, "/c"), new ChunkWritten(2, 10, bytes("z".repeat(90)))));
        assertTrue(exchanges.exchange(1).orElseThrow().bodiesForgotten());
        exchanges.clear();
        assertEquals(0, exchanges.size());
    }

    @Test
    void whatTheDebuggerHoldsIsNotSlow() {
        exchanges.accept(List.of(start(1, "/a"), new Paused(20, 1, "worker-1", "breakpoint 1", "app.py", 3, "f")));
        assertTrue(outline(1).paused());

        exchanges.accept(List.of(
                new Resumed(1_000_020, 1, "worker-1", "continue", 1_000_000),
                new ExchangeEnded(1_000_110, 1, Outcome.COMPLETE)));
        var outline = outline(1);
        assertFalse(outline.paused());
        assertEquals(1_000_000, outline.pausedNanos());
        assertFalse(outline.slowerThan(101));
        assertTrue(outline.slowerThan(100));
    }

    @Test
    void errorsAreTrouble() {
        var failure = new PythonFailure("ValueError", "no", "Traceback…", List.of());
        exchanges.accept(
                List.of(start(1, "/"), new ExceptionRaised(2, 1, failure), start(2, "/"), log(2), start(3, "/")));
        exchanges.accept(List.of(new ExchangeEnded(9, 3, Outcome.BROKEN_OFF)));

        assertTrue(outline(1).troubled());
        assertEquals("ValueError", outline(1).exception());
        assertEquals(Optional.of(failure), exchanges.exchange(1).orElseThrow().failure());
        assertTrue(outline(2).troubled());
        assertEquals(1, exchanges.exchange(2).orElseThrow().log().size());
        assertTrue(outline(3).troubled());
    }

    @Test
    void theOldestGoFirst() {
        var changes = exchanges.accept(List.of(start(1, "/"), start(2, "/"), start(3, "/"), start(4, "/")));
        assertEquals(List.of(1L), changes.evicted());
        assertEquals(List.of(2L, 3L, 4L), ids(changes.changed()));
        assertEquals(Optional.empty(), exchanges.exchange(1));
        assertEquals(List.of(), exchanges.accept(List.of(entered(1))).changed());
    }

    @Test
    void oldBodiesGoFirstAndTheirLengthsStay() {
        exchanges.accept(List.of(start(1, "/"), new ChunkWritten(2, 1, bytes("x".repeat(80)))));
        exchanges.accept(List.of(start(2, "/"), new ChunkWritten(3, 2, bytes("y".repeat(30)))));

        var first = exchanges.exchange(1).orElseThrow();
        assertTrue(first.bodiesForgotten());
        assertEquals(80, first.responseBody().length());
        assertEquals(0, first.responseBody().kept().length);
        assertEquals(30, exchanges.exchange(2).orElseThrow().responseBody().kept().length);
    }

    @Test
    void aBodyEndsAtItsFirstHole() {
        exchanges.accept(List.of(
                start(1, "/"),
                new ChunkWritten(2, 1, new Bytes(new byte[] {'a', 'b'}, 10)),
                new ChunkWritten(3, 1, bytes("later"))));
        var body = exchanges.exchange(1).orElseThrow().responseBody();
        assertEquals("ab", text(body));
        assertEquals(15, body.length());
    }

    @Test
    void manyChunksAreCountedButNotAllKept() {
        var wide = new Exchanges(1, Long.MAX_VALUE);
        var events = new ArrayList<Event>(List.of(start(1, "/")));
        for (int i = 0; i < 5_000; i++) {
            events.add(new ChunkWritten(i, 1, bytes("abcd")));
        }
        events.add(new ExchangeEnded(9_999, 1, Outcome.COMPLETE));
        wide.accept(events);

        var exchange = wide.exchange(1).orElseThrow();
        assertEquals(20_000, exchange.responseBody().length());
        assertTrue(exchange.responseBody().truncated());
        assertEquals(5_002, exchange.events().size() + exchange.leftOut());
        assertEquals(Phase.OVER, exchange.outline().phase());
    }

    @Test
    void lostEventsLeaveAMarkOnWhatRuns() {
        exchanges.accept(List.of(
                start(1, "/"), new ExchangeEnded(3, 1, Outcome.COMPLETE), start(2, "/"), new EventsLost(4, 12)));
        assertFalse(outline(1).gaps());
        assertTrue(outline(2).gaps());
    }

    @Test
    void thePreviousRequestToTheSamePath() {
        exchanges.accept(List.of(start(1, "/a?x"), start(2, "/b"), start(3, "/a?y")));
        var third = exchanges.exchange(3).orElseThrow();
        assertEquals(1, exchanges.previousToSamePath(third).orElseThrow().id());
        assertEquals(
                Optional.empty(),
                exchanges.previousToSamePath(exchanges.exchange(2).orElseThrow()));
    }

    @Test
    void anExchangeFromASessionsEvents() {
        assertEquals(Optional.empty(), Exchange.of(List.of()));
        assertEquals(Optional.empty(), Exchange.of(List.of(entered(1))));
        assertEquals(7, Exchange.of(List.of(start(7, "/"))).orElseThrow().id());
    }

    private Outline outline(long id) {
        return exchanges.outline(id).orElseThrow();
    }

    private static List<Long> ids(List<Outline> outlines) {
        return outlines.stream().map(Outline::id).toList();
    }

    private static RequestStarted start(long id, String target) {
        return new RequestStarted(10, id, head(target), 0);
    }

    private static RequestHead head(String target) {
        return new RequestHead("GET", target, "HTTP/1.1", List.of(), "127.0.0.1:1");
    }

    private static ApplicationEntered entered(long id) {
        return new ApplicationEntered(20, id, "worker-1", new Environ(List.of(), List.of(), Map.of()));
    }

    private static ResponseStarted responded(long id, String status, String type) {
        return new ResponseStarted(30, id, status, List.of(new Header("content-type", type)));
    }

    private static LogLine log(long id) {
        return new LogLine(40, id, LogLevel.ERROR, LogStream.LOGGING, "worker-1", "oh");
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(UTF_8));
    }

    private static String text(Bytes bytes) {
        return new String(bytes.kept(), UTF_8);
    }
}
