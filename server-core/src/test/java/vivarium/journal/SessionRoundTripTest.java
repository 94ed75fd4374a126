package vivarium.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.journal.Event.ApplicationEntered;
import vivarium.journal.Event.ApplicationFailed;
import vivarium.journal.Event.ApplicationLoaded;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.EventsLost;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.InputRead;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Event.ResponseStarted;
import vivarium.journal.Event.StacksDumped;
import vivarium.journal.PythonFailure.Frame;

class SessionRoundTripTest {
    private static final String NASTY = "\0 \u0001 \ud800 \udc00\ud83d 😀 ÿé \u2028 ' \" \\ \r\n {}[]:,";

    @TempDir
    Path folder;

    /** Every kind, each text a nasty one, in an order that no server would make. */
    private static List<Event> every() {
        var failure = new PythonFailure(
                NASTY,
                "x".repeat(200_000),
                NASTY,
                List.of(new Frame(NASTY, 7, NASTY, ""), new Frame("", 0, "", NASTY)));
        var headers = List.of(new Header("X-" + NASTY, NASTY), new Header("x", ""), new Header("x", ""));
        var objects = new LinkedHashMap<String, String>(Map.of("wsgi." + NASTY, NASTY, "s", "'not a string'"));
        var events = new ArrayList<Event>(List.of(
                new RequestStarted(0, 1, new RequestHead("GET", NASTY, "HTTP/1.0", headers, NASTY), 0),
                new RequestStarted(1, 2, new RequestHead("GET", "/", "HTTP/1.0", headers, ""), 1),
                new ApplicationEntered(2, 1, NASTY, environ("a", "1", objects)),
                new ApplicationEntered(3, 2, "t", environ("a", "1", objects)),
                new ApplicationEntered(4, 1, "t", environ(NASTY, "2", objects)),
                new ApplicationEntered(5, 1, "t", environ("b", "3", Map.of())),
                new ApplicationEntered(6, 1, "t", new Environ(List.of(), List.of(), Map.of())),
                new InputRead(7, 1, NASTY, Bytes.of(new byte[] {0, -1, (byte) 0xc3, 40, 0})),
                new InputRead(8, 1, "read()", Bytes.none()),
                new ResponseStarted(9, 1, "200 " + NASTY, headers),
                new ChunkWritten(10, 2, new Bytes(new byte[] {1}, Long.MAX_VALUE)),
                new ChunkWritten(11, 1, new Bytes(new byte[0], 5)),
                new ExceptionRaised(12, 1, failure),
                new ApplicationLoaded(13, NASTY, Integer.MAX_VALUE, Long.MAX_VALUE),
                new ApplicationFailed(14, NASTY, failure),
                new StacksDumped(15, NASTY, NASTY),
                new EventsLost(16, Long.MAX_VALUE),
                new Event.Examined(15, 1, "{\"lines\":[0,1],\"text\":\"ä\\u0000\"}"),
                new Event.FindingMade(15, 1, new Finding(NASTY, NASTY, NASTY, 7)),
                new Event.Paused(16, 1, NASTY, NASTY, NASTY, 3, NASTY),
                new Event.Resumed(16, 1, NASTY, NASTY, Long.MAX_VALUE)));
        for (var outcome : Outcome.values()) {
            events.add(new ExchangeEnded(17, 1, outcome));
        }
        for (var level : LogLevel.values()) {
            for (var stream : LogStream.values()) {
                events.add(new LogLine(18, 0, level, stream, NASTY, NASTY));
            }
        }
        return events;
    }

    private static Environ environ(String value, String number, Map<String, String> objects) {
        var strings = List.of("PATH_INFO", value, NASTY, NASTY, "", "", "A", "a", "B", "b");
        return new Environ(strings, List.of("n", number), objects);
    }

    @Test
    void everyKindComesBackAsItWas() {
        var file = folder.resolve("a b?c#%é.vivarium");
        var expected = every();
        try (var store = SessionStore.create(file, Samples.INFO)) {
            store.write(expected.subList(0, 5));
            store.commit();
            store.write(expected.subList(5, expected.size()));
            store.commit();
        }

        var read = new ArrayList<Event>();
        try (var reader = SessionReader.open(file)) {
            reader.forEach(read::add);
            assertEquals(Samples.INFO, reader.info());
            for (long exchange : new long[] {1, 2, 99}) {
                assertEquals(
                        plain(expected.stream().filter(e -> e.exchange() == exchange)),
                        plain(reader.events(exchange).stream()));
            }
        }

        assertEquals(plain(expected.stream()), plain(read.stream()));
        for (int i = 0; i < read.size(); i++) {
            assertArrayEquals(body(expected.get(i)).kept(), body(read.get(i)).kept());
        }
    }

    private static Bytes body(Event event) {
        return switch (event) {
            case InputRead e -> e.data();
            case ChunkWritten e -> e.data();
            default -> Bytes.none();
        };
    }

    /** Arrays are equal to nothing but themselves: they are compared apart. */
    private static List<Event> plain(Stream<Event> events) {
        return events.<Event>map(event -> switch (event) {
                    case InputRead e ->
                        new InputRead(
                                e.at(),
                                e.exchange(),
                                e.call(),
                                new Bytes(Bytes.none().kept(), e.data().length()));
                    case ChunkWritten e ->
                        new ChunkWritten(
                                e.at(),
                                e.exchange(),
                                new Bytes(Bytes.none().kept(), e.data().length()));
                    default -> event;
                })
                .toList();
    }
}
