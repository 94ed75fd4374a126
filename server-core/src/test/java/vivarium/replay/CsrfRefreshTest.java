package vivarium.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.exchange.Captured;
import vivarium.exchange.Exchange;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Header;
import vivarium.testing.Served;

/** A token that belongs to a session, as Flask-WTF's, is fetched anew from the page that gave it. */
class CsrfRefreshTest {
    @RegisterExtension
    static final Served served = Served.module("wire.csrf");

    @Test
    void aTokenOfASessionThatHasEnded() throws Exception {
        served.get("/new");
        var page = captured().getFirst();
        var cookie = page.response()
                .flatMap(answer -> Header.first(answer.headers(), "Set-Cookie"))
                .orElseThrow()
                .split(";", 2)[0];
        var body = "title=Tea&csrf_token=" + cookie.replace("session=", "token%22") + "%26";
        var sent = served.request("POST /new HTTP/1.1\nHost: here\nConnection: close\nCookie: " + cookie
                + "\nContent-Type: application/x-www-form-urlencoded\nContent-Length: " + body.length() + "\n\n"
                + body);
        assertTrue(sent.startsWith("HTTP/1.1 200"), sent);
        var captured = captured();
        var post = captured.getLast();
        served.get("/forget");
        assertEquals(400, replayer().send(post, Manner.AS_CAPTURED).response().code());

        var refresh = CsrfRefresh.of(post, captured.stream()).orElseThrow();
        assertEquals(page.id(), refresh.page().id());
        var fresh = refresh.fetch(replayer());

        assertEquals(200, replayer().send(fresh, Manner.AS_CAPTURED).response().code());
        assertFalse(fresh.requestHeader("Cookie").orElseThrow().contains(cookie));
        var inParts = RequestEdit.body(
                RequestEdit.header(post, "Content-Type", "multipart/form-data; boundary=b"),
                Multipart.body(
                        List.of(
                                Multipart.part("csrf_token", "", "", "old".getBytes(UTF_8)),
                                Multipart.part("title", "", "", "Tea".getBytes(UTF_8))),
                        "b"));
        var parts = CsrfRefresh.of(inParts, captured.stream())
                .orElseThrow()
                .fetch(replayer())
                .requestContent()
                .parts();
        assertTrue(parts.getFirst().content().text().startsWith("token\""), parts::toString);
        assertEquals("Tea", parts.getLast().content().text());
    }

    @Test
    void aPageThatGivesNoTokenAnyMoreIsSaid() throws Exception {
        served.get("/new");
        var page = captured().getFirst();
        var post = RequestEdit.body(
                RequestEdit.header(
                        RequestEdit.method(page, "POST"), "Content-Type", "application/x-www-form-urlencoded"),
                "csrf_token=x&title=y".getBytes(UTF_8));
        assertEquals(Optional.empty(), CsrfRefresh.of(post, Stream.empty()));
        assertFalse(CsrfRefresh.needed(page));

        var refused = assertThrows(
                ReplayException.class, () -> new CsrfRefresh(post, RequestEdit.method(page, "HEAD")).fetch(replayer()));

        assertTrue(String.valueOf(refused.getMessage()).contains("/new, which gave the old one, answered 200 OK"));
    }

    private static Replayer replayer() {
        return new Replayer(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), served.server().port()),
                origin -> Optional.empty(),
                Duration.ofMinutes(2));
    }

    /** All exchanges so far, once they are over. */
    private static List<Captured> captured() {
        return served.journal().events().stream()
                .filter(RequestStarted.class::isInstance)
                .map(started -> captured(started.exchange()))
                .toList();
    }

    private static Captured captured(long number) {
        served.journal().await(event -> event instanceof ExchangeEnded && event.exchange() == number);
        return Captured.of(
                Exchange.of(served.journal().events().stream()
                                .filter(event -> event.exchange() == number)
                                .toList())
                        .orElseThrow(),
                Instant.EPOCH);
    }
}
