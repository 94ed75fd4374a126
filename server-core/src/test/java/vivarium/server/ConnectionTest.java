package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.testing.Served;
import vivarium.testing.Wire;

/** Many requests on one connection, many connections, and slow ones. */
class ConnectionTest {
    private static final String GET = "GET /hello?%s HTTP/1.1\r\nHost: here\r\n%s\r\n";

    @RegisterExtension
    static final Served served = Served.module("wire.connections");

    @Test
    void staysOpen() {
        try (Wire wire = served.connect()) {
            for (int i = 0; i < 3; i++) {
                String answer = Wire.shown(wire.send(GET.formatted(i, "")).response());
                assertEquals(
                        "HTTP/1.1 200 OK\nDate: now\nServer: Vivarium/0.1.0\nContent-Type: text/plain\n"
                                + "Content-Length: 7\n\nhello " + i,
                        answer);
            }
        }
    }

    @Test
    void staysOpenAfterAnExceptionThatGotItsPage() {
        try (Wire wire = served.connect()) {
            assertTrue(wire.send(GET.formatted("", "").replace("hello?", "failing"))
                    .response()
                    .contains("ValueError: before"));
            assertTrue(wire.send(GET.formatted(1, "")).response().endsWith("hello 1"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Connection: close", "connection: CLOSE", "Connection: foo, close", "Connection: close, foo"})
    void isClosedOnRequest(String header) {
        try (Wire wire = served.connect()) {
            String answer =
                    Wire.shown(wire.send(GET.formatted(1, header + "\r\n")).rest());
            assertTrue(answer.contains("\nConnection: close\n") && answer.endsWith("hello 1"), answer);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', false", "keep-alive, true", "Keep-Alive, true", "close, false"})
    void ofAnOldClientStaysOpenOnRequest(String connection, boolean open) {
        String request = "GET /hello?1 HTTP/1.0\r\nHost: here\r\nConnection: " + connection + "\r\n\r\n";
        try (Wire wire = served.connect()) {
            String answer = Wire.shown(wire.send(request).response());
            assertTrue(answer.endsWith("hello 1"), answer);
            assertEquals(open, answer.contains("\nConnection: keep-alive\n"), answer);
            assertTrue(
                    open
                            ? wire.send(request).response().endsWith("hello 1")
                            : wire.rest().isEmpty());
        }
    }

    @Test
    void takesRequestsInAdvanceAndAnswersInOrder() {
        var requests = new StringBuilder();
        var expected = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            requests.append(GET.formatted(i, ""));
            expected.add("hello " + i);
        }
        try (Wire wire = served.connect()) {
            wire.send(requests.toString());
            List<String> bodies = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String answer = wire.response();
                bodies.add(answer.substring(answer.indexOf("\r\n\r\n") + 4));
            }
            assertEquals(expected, bodies);
        }
    }

    @Test
    void goesOnAfterABodyThatNobodyRead() {
        String answers = served.send(
                "POST /ignoring HTTP/1.1\r\nHost: here\r\nContent-Length: 3\r\n\r\nabc" + GET.formatted(1, ""));
        assertTrue(answers.contains("\n\nignoredHTTP/1.1 200 OK\n") && answers.endsWith("hello 1"), answers);
    }

    @Test
    void answersAfterTheClientHasSentItsEnd() {
        assertTrue(served.send(GET.formatted(1, "")).endsWith("hello 1"));
    }

    @Test
    void mayBringARequestByteByByte() {
        try (Wire wire = served.connect()) {
            GET.formatted("slow", "X-A: b\r\n").chars().forEach(c -> wire.send(String.valueOf((char) c)));
            assertTrue(wire.response().endsWith("hello slow"));
        }
    }

    @Test
    void idleOnesHoldNoThread() {
        List<Wire> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                // some have said nothing yet, some are in the middle of a head, some have had an answer
                Wire wire = served.connect();
                idle.add(wire);
                if (i % 3 == 1) {
                    wire.send("GET /hello HTTP/1.1\r\nHo");
                } else if (i % 3 == 2) {
                    assertTrue(wire.send(GET.formatted(i, "")).response().endsWith("hello " + i));
                }
            }
            long serving = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("http")
                            || thread.getName().startsWith("request-"))
                    .count();
            assertTrue(serving <= 8 + 5, serving + " threads");
            assertEquals("hello now", served.get("/hello?now"));
            for (int i = 0; i < 500; i++) {
                if (i % 3 == 1) {
                    assertTrue(idle.get(i).send("st: here\r\n\r\n").response().endsWith("hello "));
                } else {
                    assertTrue(idle.get(i)
                            .send(GET.formatted("again", ""))
                            .response()
                            .endsWith("hello again"));
                }
            }
        } finally {
            idle.forEach(Wire::close);
        }
    }

    @Test
    void aSlowReaderMakesTheApplicationWait() {
        try (Wire wire = Wire.toWithBuffer(served.server().port(), 65536)) {
            wire.send("GET /big HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
            assertTrue(wire.head().contains("Content-Length: 52428800"));
            assertEquals("0123456789abcdef".repeat(1000), wire.bytes(16_000));
            int before = Integer.parseInt(served.get("/how_many"));
            assertTrue(before < 400, before + " pieces of 800 were asked for while the client read a quarter of one");
            assertEquals(50 * 1024 * 1024 - 16_000, wire.rest().length());
        }
        assertTrue(served.journal().story(served.journal().firstExchange()).endsWith("ended COMPLETE\n"));
    }
}
