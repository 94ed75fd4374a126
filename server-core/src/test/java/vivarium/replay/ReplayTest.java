package vivarium.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.exchange.Captured;
import vivarium.exchange.Exchange;
import vivarium.journal.Event;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Header;
import vivarium.journal.RequestHead;
import vivarium.replay.Replays.Result;
import vivarium.testing.Served;
import vivarium.transfer.Format;
import vivarium.transfer.Transfer;

/** Captured requests are sent again to a really served application. */
class ReplayTest {
    private static final String POST = """
            POST /a//b/%61?x=1&y= HTTP/1.1
            hOsT: here:8000
            X-Twice: one
            Content-Type: application/x-www-form-urlencoded
            x-tWICE: two
            Cookie: session=abc
            Content-Length: 9

            a=1&b=%00""";

    @RegisterExtension
    static final Served served = Served.module("wire.replays");

    private static Replayer replayer() {
        return new Replayer(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), served.server().port()),
                origin -> Optional.of(served.server().replayMark().header(origin)),
                Duration.ofMinutes(2));
    }

    /** What the journal holds of an exchange, once it is over. */
    private static Captured captured(long id) {
        served.journal().await(event -> event instanceof ExchangeEnded && event.exchange() == id);
        var events = served.journal().events().stream()
                .filter(event -> event.exchange() == id)
                .toList();
        return Captured.of(Exchange.of(events).orElseThrow(), Instant.EPOCH);
    }

    private static Captured capture(String lines) {
        served.request(lines);
        return captured(served.journal().firstExchange());
    }

    private static RequestStarted replayOf(long origin) {
        return (RequestStarted)
                served.journal().await(event -> event instanceof RequestStarted started && started.origin() == origin);
    }

    private static String text(Answer answer) {
        return new String(answer.response().body().kept(), ISO_8859_1);
    }

    @Test
    void theSameArrivesAndIsLinkedToItsOrigin() throws Exception {
        var original = capture(POST);

        var answer = replayer().send(original, Manner.AS_CAPTURED);

        assertTrue(answer.complete());
        assertEquals("200 OK", answer.response().status());
        assertEquals(new String(original.response().orElseThrow().body().kept(), ISO_8859_1), text(answer));
        var started = replayOf(original.id());
        assertEquals(original.request().headers(), started.request().headers());
        assertEquals(original.request().target(), started.request().target());
        var again = captured(started.exchange());
        assertEquals("a=1&b=%00", new String(again.requestBody().kept(), UTF_8));
        assertFalse(again.environ().orElseThrow().toString().contains("REPLAY"));
        assertFalse(text(answer).contains("REPLAY"), text(answer));
    }

    @Test
    void aChunkedBodyIsChunkedAgain() throws Exception {
        var original = capture("""
                PUT /chunks HTTP/1.1
                Host: here
                Transfer-Encoding: chunked

                3
                abc
                2
                de
                0

                """);

        var answer = replayer().send(original, Manner.AS_CAPTURED);

        assertTrue(text(answer).endsWith("b'abcde'"), text(answer));
        assertEquals(
                original.request().headers(), replayOf(original.id()).request().headers());
    }

    @Test
    void whatWasTakenElsewhereAndBackArrivesAsTheSame() throws Exception {
        var original = capture(POST);
        var har = Transfer.export(Format.HAR, List.of(original), false, "");
        var imported = Transfer.read(new String(har.files().getFirst().content(), UTF_8), InstantSource.system())
                .getFirst();

        var answer = replayer().send(imported, Manner.AS_CAPTURED);

        assertEquals(new String(original.response().orElseThrow().body().kept(), ISO_8859_1), text(answer));
    }

    @Test
    void aWrongSecretIsAHeaderLikeAnyOther() throws Exception {
        var answer = served.request("""
                GET / HTTP/1.1
                Host: here
                Vivarium-Replay: 0123 7
                Connection: close

                """);

        assertTrue(answer.contains("HTTP_VIVARIUM_REPLAY=0123 7"), answer);
        var started = (RequestStarted) served.journal().await(event -> event instanceof RequestStarted);
        assertEquals(0, started.origin());
    }

    @Test
    void variantsAreSent() throws Exception {
        var original = capture(POST);
        var replayer = replayer();

        assertEquals(
                0, replayer.send(original, Manner.AS_HEAD).response().body().length());
        assertTrue(text(replayer.send(original, Manner.BYTE_BY_BYTE)).endsWith("b'a=1&b=%00'"));
        assertFalse(text(replayer.send(original, Manner.WITHOUT_COOKIES)).contains("HTTP_COOKIE"));
        assertTrue(text(replayer.send(original, Manner.IF_NONE_MATCH)).contains("HTTP_IF_NONE_MATCH=\"1\""));
        var chunked = text(replayer.send(original, Manner.CHUNKED));
        assertTrue(chunked.contains("HTTP_TRANSFER_ENCODING=chunked") && chunked.endsWith("b'a=1&b=%00'"), chunked);
        for (var broken : List.of(Manner.CUT_OFF, Manner.WRONG_LENGTH)) {
            // The server may answer 400 or close the connection; either way the application must not see a whole body.
            try {
                assertFalse(replayer.send(original, broken).response().status().startsWith("200"), broken.about());
            } catch (ReplayException closed) {
                assertTrue(String.valueOf(closed.getMessage()).contains("did not answer"), closed::toString);
            }
        }
    }

    @Test
    void anEditedRequestIsValidAgain() throws Exception {
        var original = capture(POST);
        var edited = RequestEdit.form(
                RequestEdit.query(
                        RequestEdit.header(RequestEdit.method(original, "PATCH"), "X-Twice", "once"), "x", "2 3"),
                "b",
                "longer than before");

        var answer = text(replayer().send(edited, Manner.AS_CAPTURED));

        assertTrue(answer.startsWith("PATCH /a//b/%61?x=2+3&y=\n"), answer);
        assertTrue(answer.contains("HTTP_X_TWICE=once\n"), answer);
        assertTrue(answer.endsWith("b'a=1&b=longer+than+before'"), answer);
        assertEquals("POST", original.request().method());
    }

    @Test
    void manyAreSentSideBySideAndEachIsAnExchange() throws Exception {
        var original = capture(POST);
        var results = new ConcurrentLinkedQueue<Result>();
        try (var executor = Executors.newFixedThreadPool(4)) {
            new Replays(List.of(original), Manner.AS_CAPTURED, 20, 4, false)
                    .start(replayer(), executor, results::add)
                    .get(60, TimeUnit.SECONDS);
        }

        assertEquals(20, results.size());
        assertEquals(
                List.of(),
                results.stream()
                        .filter(result -> !(result instanceof Result.Answered))
                        .toList());
        assertEquals(
                20,
                served.journal().events().stream()
                        .filter(event -> event instanceof RequestStarted started && started.origin() == original.id())
                        .map(Event::exchange)
                        .distinct()
                        .count());
    }

    @Test
    void itIsCancelledAtOnce() throws Exception {
        var request = Captured.request(
                1,
                Instant.EPOCH,
                new RequestHead("GET", "/", "HTTP/1.1", List.of(new Header("Host", "h")), ""),
                new byte[0]);
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var executor = Executors.newSingleThreadExecutor()) {
            var replayer = new Replayer(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), silent.getLocalPort()),
                    origin -> Optional.empty(),
                    Duration.ZERO);
            var results = new ConcurrentLinkedQueue<Result>();
            var all = new Replays(List.of(request), Manner.AS_CAPTURED, 3, 1, false)
                    .start(replayer, executor, results::add);
            silent.accept().close();
            replayer.cancel();
            all.get(60, TimeUnit.SECONDS);
            assertEquals(3, results.size());
            assertTrue(results.stream().allMatch(Result.Failed.class::isInstance), results::toString);
        }
    }

    @Test
    void aServerThatIsNotThereIsSaid() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var replayer = new Replayer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), free),
                origin -> Optional.empty(),
                Duration.ZERO);
        var request =
                Captured.request(1, Instant.EPOCH, new RequestHead("GET", "/", "HTTP/1.1", List.of(), ""), new byte[0]);

        var refused = assertThrows(ReplayException.class, () -> replayer.send(request, Manner.AS_CAPTURED));

        assertTrue(refused.toString().contains("did not answer"), refused::toString);
    }

    @Test
    void whatSpeaksAgainstItIsSaid() {
        var now = Instant.parse("2026-11-21T12:00:00Z");
        var head = new RequestHead(
                "POST",
                "/hook",
                "HTTP/1.1",
                List.of(
                        new Header("Cookie", "a=b"),
                        new Header("X-Hub-Signature-256", "s"),
                        new Header("Content-Type", "application/x-www-form-urlencoded"),
                        new Header("Content-Length", "100")),
                "");
        var request =
                Captured.request(1, now.minus(Duration.ofHours(5)), head, "csrfmiddlewaretoken=x".getBytes(UTF_8));

        assertEquals(
                List.of(
                        "POST may change data, and does so again.",
                        "Not the request that was captured: 79 bytes of its body were not read by the application, or not kept.",
                        "Its cookies are 5 hours old; the session may have ended.",
                        "It carries a CSRF token, which is refused when the session has changed.",
                        "It is signed (X-Hub-Signature-256), often with a time stamp that is accepted for minutes only."),
                Cautions.of(request, now));
        var harmless = Captured.request(1, now, new RequestHead("GET", "/", "HTTP/1.1", List.of(), ""), new byte[0]);
        assertEquals(List.of(), Cautions.of(harmless, now));
    }
}
