package vivarium.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vivarium.exchange.Captured;
import vivarium.exchange.Exchange;
import vivarium.journal.Event;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.RequestStarted;
import vivarium.replay.CsrfRefresh;
import vivarium.replay.Manner;
import vivarium.replay.Replayer;
import vivarium.replay.RequestEdit;
import vivarium.testing.MemoryJournal;
import vivarium.testing.RunningProject;

/** Django's tokens and their cookies are fetched anew from the page that gave them. Django is loaded once only, so this is no test of its own. */
final class DjangoTokens {
    private static final Pattern TOKEN = Pattern.compile("csrfmiddlewaretoken\" value=\"(\\w+)\"");

    private DjangoTokens() {}

    static void areRefreshed(RunningProject polls, MemoryJournal journal) throws Exception {
        journal.clear();
        var page = polls.get("/polls/1/").body();
        polls.get("/polls/2/");
        var token = TOKEN.matcher(page);
        assertTrue(token.find(), page);
        polls.post("/polls/1/vote/", "csrfmiddlewaretoken=" + token.group(1) + "&choice=1");
        var captured = captured(journal);
        var vote = captured.stream()
                .filter(it -> it.request().method().equals("POST"))
                .findFirst()
                .orElseThrow();
        var stale = RequestEdit.form(
                RequestEdit.header(vote, "Cookie", "other=1; csrftoken=" + "x".repeat(64)),
                "csrfmiddlewaretoken",
                "y".repeat(32) + "z".repeat(32));
        var replayer = replayer(polls.run().port());
        assertEquals(403, replayer.send(stale, Manner.AS_CAPTURED).response().code());

        var withReferer =
                RequestEdit.header(stale, "Referer", polls.uri("/polls/1/").toString());
        var refresh = CsrfRefresh.of(withReferer, captured.stream()).orElseThrow();
        assertEquals("/polls/1/", refresh.page().request().target());
        var fresh = refresh.fetch(replayer);

        assertEquals(302, replayer.send(fresh, Manner.AS_CAPTURED).response().code());
        assertTrue(fresh.requestHeader("Cookie").orElseThrow().startsWith("other=1; csrftoken="));
        assertEquals(
                vote.requestContent().form().getLast(),
                fresh.requestContent().form().getLast());

        var header =
                RequestEdit.header(RequestEdit.body(withReferer, "choice=1".getBytes(UTF_8)), "X-CSRFToken", "stale");
        assertEquals(403, replayer.send(header, Manner.AS_CAPTURED).response().code());
        var freshHeader =
                CsrfRefresh.of(header, captured.stream()).orElseThrow().fetch(replayer);
        assertEquals(
                302, replayer.send(freshHeader, Manner.AS_CAPTURED).response().code());
    }

    private static Replayer replayer(int port) {
        return new Replayer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                origin -> Optional.empty(),
                Duration.ofMinutes(2));
    }

    /** All exchanges of the journal that are over, once all are. */
    private static List<Captured> captured(MemoryJournal journal) {
        var numbers = journal.events().stream()
                .filter(RequestStarted.class::isInstance)
                .map(Event::exchange)
                .toList();
        numbers.forEach(number -> journal.await(event -> event instanceof ExchangeEnded && event.exchange() == number));
        return numbers.stream()
                .map(number -> Captured.of(
                        Exchange.of(journal.events().stream()
                                        .filter(event -> event.exchange() == number)
                                        .toList())
                                .orElseThrow(),
                        Instant.EPOCH))
                .toList();
    }
}
