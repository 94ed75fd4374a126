package vivarium.compare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.compare.WordDifference.Piece;
import vivarium.exchange.Captured;
import vivarium.journal.Bytes;
import vivarium.journal.Environ;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Header;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;
import vivarium.journal.PythonFailure;
import vivarium.journal.RequestHead;

class ComparingTest {
    private static final String NOTES = "{\"notes\": [{\"id\": 7, \"title\": \"Tea\"}]}";

    private static Captured answered(long id, String type, byte[] body) {
        return new Captured(
                id,
                Instant.EPOCH,
                new RequestHead("GET", "/", "HTTP/1.1", List.of(), ""),
                Bytes.none(),
                Optional.of(new Environ(List.of("REMOTE_PORT", Long.toString(id), "A", "x"), List.of(), Map.of())),
                Optional.of(new Captured.Response(
                        "200 OK",
                        List.of(new Header("Content-Type", type), new Header("Date", "d" + id)),
                        Bytes.of(body))),
                List.of(),
                Optional.empty(),
                Optional.of(Duration.ofMillis(id)),
                Optional.empty(),
                0);
    }

    private static String body(String type, String left, String right, IgnoreRules rules) {
        return shown(Comparing.compare(
                answered(1, type, left.getBytes(UTF_8)), answered(2, type, right.getBytes(UTF_8)), rules));
    }

    private static String shown(Comparison comparison) {
        return comparison.sections().stream()
                .flatMap(section -> section.differences().stream()
                        .map(it -> section.part().label() + " " + it.kind() + " " + it.where() + " [" + it.left()
                                + "] [" + it.right() + "]\n"))
                .collect(Collectors.joining());
    }

    private static String json(String left, String right) {
        return body("application/json", left, right, IgnoreRules.standard());
    }

    @Test
    void whatIsDifferentEachTimeIsNoDifferenceUnlessAskedFor() {
        var left = answered(1, "text/plain", "at 2026-11-21 08:00:00 for 0123456789abcdef01234567".getBytes(UTF_8));
        var right = answered(2, "text/plain", "at 2026-11-22 09:00:00 for fedcba9876543210fedcba98".getBytes(UTF_8));

        var standard = Comparing.compare(left, right, IgnoreRules.standard());

        assertTrue(standard.same(), () -> shown(standard));
        assertEquals(3, standard.ignored());
        assertEquals(2_000_000, standard.timings().get(1).right());
        assertEquals("""
                environ CHANGED REMOTE_PORT ['1'] ['2']
                response headers CHANGED date [d1] [d2]
                response body CHANGED line 1 [at 2026-11-21 08:00:00 for 0123456789abcdef01234567] [at 2026-11-22 09:00:00 for fedcba9876543210fedcba98]
                """, shown(Comparing.compare(left, right, IgnoreRules.none())));
    }

    @Test
    void cookiesAndFieldsOfFormsAreComparedByTheirNames() {
        var rules = IgnoreRules.none();
        assertEquals("""
                request headers CHANGED cookie.b [2] [3]
                request body CHANGED form.x [1 2] [3]
                """, shown(Comparing.compare(form("a=1; b=2", "x=1+2&y=z"), form("b=3; a=1", "x=3&y=z"), rules)));
        for (var left : List.of(List.of("cookie.b", "form.x"), List.of("b", "x"), List.of("cookie", "form"))) {
            var less = rules.and(left.getFirst()).and(left.getLast());
            assertTrue(Comparing.compare(form("a=1; b=2", "x=1"), form("a=1; b=3", "x=2"), less)
                    .same());
        }
    }

    private static Captured form(String cookies, String body) {
        var head = new RequestHead(
                "POST",
                "/",
                "HTTP/1.1",
                List.of(new Header("Cookie", cookies), new Header("Content-Type", "application/x-www-form-urlencoded")),
                "");
        return Captured.request(1, Instant.EPOCH, head, body.getBytes(UTF_8));
    }

    @Test
    void whatAProjectLeavesOutIsRemembered(@TempDir Path project) throws IOException {
        var file = new IgnoreFile(project);
        assertEquals(List.of(), file.read());
        file.write(List.of("$.notes[*].id", "cookie.theme"));
        assertEquals(List.of("$.notes[*].id", "cookie.theme"), new IgnoreFile(project).read());
        assertEquals("", body("application/json", NOTES, NOTES.replace("7", "8"), file.rules()));
        file.write(List.of());
        assertEquals(
                "response body CHANGED $.notes[0].id [7] [8]\n",
                body("application/json", NOTES, NOTES.replace("7", "8"), file.rules()));
    }

    @Test
    void everyPartIsCompared() {
        var left = answered(1, "text/plain", "a".getBytes(UTF_8));
        var right = new Captured(
                2,
                Instant.EPOCH,
                new RequestHead("POST", "/x", "HTTP/1.1", List.of(new Header("A", "1"), new Header("a", "2")), ""),
                Bytes.of("new".getBytes(UTF_8)),
                Optional.of(new Environ(List.of("A", "y"), List.of(), Map.of())),
                Optional.of(new Captured.Response("500 Oh", List.of(), Bytes.none())),
                List.of(new LogLine(1, 2, LogLevel.ERROR, LogStream.STDERR, "t", "oh")),
                Optional.of(new PythonFailure("E", "m", "Traceback\nE: m", List.of())),
                Optional.empty(),
                Optional.empty(),
                1);

        assertEquals(
                """
                request CHANGED method [GET] [POST]
                request CHANGED target [/] [/x]
                request headers ADDED a [] [1
                2]
                request body ADDED line 1 [] [new]
                environ CHANGED A ['x'] ['y']
                status CHANGED status [200 OK] [500 Oh]
                response headers REMOVED Content-Type [text/plain] []
                response body REMOVED line 1 [a] []
                log ADDED line 1 [] [ERROR oh]
                exception ADDED line 1 [] [Traceback]
                exception ADDED line 2 [] [E: m]
                """.replace("Content-Type", "content-type"),
                shown(Comparing.compare(left, right, IgnoreRules.standard())));
    }

    @Test
    void jsonIsComparedByItsStructure() {
        assertEquals("", json("{\"a\": 1, \"b\": [1, 2]}", "{\"b\":[1,2],\"a\":1}"));
        assertEquals(
                "response body CHANGED $.b[1].c [1] [2]\n",
                json("{\"b\": [0, {\"c\": 1}]}", "{\"b\": [0, {\"c\": 2}]}"));
        assertEquals("""
                response body REMOVED $.a [1] []
                response body ADDED $.d [] [null]
                """, json("{\"a\": 1}", "{\"d\": null}"));
        assertEquals(
                "response body ADDED $[1] [] [\"new\"]\n",
                json("[\"x\", \"y\", \"z\"]", "[\"x\", \"new\", \"y\", \"z\"]"));
        assertEquals("", json("{\"at\": \"2026-11-21T08:00:00Z\"}", "{\"at\": \"2026-11-21T09:00:00Z\"}"));
        assertEquals("response body CHANGED $.a [1] [\"1\"]\n", json("{\"a\": 1}", "{\"a\": \"1\"}"));
        assertEquals("response body CHANGED line 1 [{broken] [{Broken]\n", json("{broken", "{Broken"));
    }

    @Test
    void namesAndPathsCanBeIgnored() {
        var rules = IgnoreRules.standard().and("id").and("$.list[*].n");
        assertEquals(
                "response body CHANGED $.x [1] [2]\n",
                body(
                        "application/json",
                        "{\"id\": 1, \"x\": 1, \"list\": [{\"n\": 1, \"id\": 1}]}",
                        "{\"id\": 2, \"x\": 2, \"list\": [{\"n\": 2, \"id\": 2}]}",
                        rules));
    }

    @Test
    void textIsComparedByLinesAndWordsAndBytesByRows() {
        assertEquals(
                """
                response body REMOVED line 2 [two] []
                response body CHANGED line 4 [four] [FOUR]
                response body ADDED line 5 [] [six]
                """,
                body(
                        "text/plain",
                        "one\ntwo\nthree\nfour\nfive\n",
                        "one\nthree\nFOUR\nfive\nsix\n",
                        IgnoreRules.standard()));
        assertEquals(
                new WordDifference(
                        List.of(new Piece("a ", true), new Piece("red", false), new Piece(" cat", true)),
                        List.of(new Piece("a ", true), new Piece("blue", false), new Piece(" cat", true))),
                WordDifference.of("a red cat", "a blue cat"));
        assertEquals(
                """
                response body CHANGED 00000010 [10] [ff 11]
                """,
                shown(Comparing.compare(
                        answered(1, "application/x-thing", bytes(17)),
                        answered(2, "application/x-thing", bytes(17, 0xff, 0x11)),
                        IgnoreRules.standard())));
    }

    private static byte[] bytes(int count, int... last) {
        var bytes = new byte[last.length == 0 ? count : count - 1 + last.length];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        for (int i = 0; i < last.length; i++) {
            bytes[count - 1 + i] = (byte) last[i];
        }
        return bytes;
    }

    @Test
    void twoMegabytesOfJsonAreComparedWithoutKeepingAnyoneWaiting() {
        var random = new Random(1);
        var rows = new ArrayList<String>();
        for (int i = 0; i < 10_000; i++) {
            rows.add("{\"id\": " + i + ", \"title\": \"note " + random.nextInt()
                    + "\", \"tags\": [\"a\", \"b\"], \"done\": false, \"more\": \"%s\"}".formatted("x".repeat(30)));
        }
        var left = "[" + String.join(",", rows) + "]";
        rows.remove(17);
        for (int i = 5; i < rows.size(); i += 100) {
            rows.set(i, rows.get(i).replace("false", "true"));
        }
        var right = "[" + String.join(",", rows) + "]";
        assertTrue(left.length() > 1_000_000);

        var comparison = assertTimeout(Duration.ofMinutes(1), () -> json(left, right));

        // The row that went away, and the 100 that changed.
        assertEquals(101, comparison.lines().count());
        assertTrue(comparison.contains("REMOVED $[17] "), comparison);
        assertTrue(comparison.contains("CHANGED $[106].done [false] [true]"), comparison);
    }
}
