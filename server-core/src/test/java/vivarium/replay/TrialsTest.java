package vivarium.replay;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.compare.IgnoreRules;
import vivarium.exchange.Captured;
import vivarium.exchange.Exchange;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.replay.Trial.Outcome;
import vivarium.testing.Served;

/** A request is sent in all ways, and each answer compared with the original's. */
class TrialsTest {
    @RegisterExtension
    static final Served served = Served.module("wire.replays");

    @Test
    void everyWayIsTriedAndComparedWithTheOriginal() throws Exception {
        served.request("""
                POST /x HTTP/1.1
                Host: here
                Content-Type: text/plain
                Content-Length: 5
                Connection: close

                hello""");
        long id = served.journal().firstExchange();
        served.journal().await(event -> event instanceof ExchangeEnded && event.exchange() == id);
        var original = Captured.of(
                Exchange.of(served.journal().events().stream()
                                .filter(event -> event.exchange() == id)
                                .toList())
                        .orElseThrow(),
                Instant.EPOCH);
        var replayer = new Replayer(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), served.server().port()),
                origin -> Optional.empty(),
                Duration.ofMinutes(2));
        var trials = new ConcurrentLinkedQueue<Trial>();
        try (var executor = Executors.newCachedThreadPool()) {
            new Trials(original, IgnoreRules.standard())
                    .start(replayer, executor, trials::add)
                    .get(2, TimeUnit.MINUTES);
        }

        Map<String, Trial> byWay = trials.stream().collect(toMap(Trial::way, Function.identity()));
        assertEquals(Trials.total(), byWay.size(), byWay::toString);
        var captured = way(byWay, Manner.AS_CAPTURED);
        assertFalse(captured.differs(), captured::toString);
        assertEquals("200 OK", captured.status());
        assertEquals("same", captured.headers());
        assertEquals("same", captured.body());
        assertFalse(way(byWay, Manner.BYTE_BY_BYTE).differs());
        // This application tells how it was asked, so that other ways get other answers.
        assertTrue(way(byWay, Manner.CHUNKED).body().startsWith("differs in"));
        assertFalse(way(byWay, Manner.AS_HEAD).differs(), "an answer without a body, as it must be");
        assertTrue(way(byWay, Manner.CUT_OFF).differs());
        assertTrue(way(byWay, Manner.WITHOUT_COOKIES).outcome() instanceof Outcome.Skipped);
        assertEquals("not sent", way(byWay, Manner.WITHOUT_COOKIES).status());
        assertEquals("no cookies", way(byWay, Manner.WITHOUT_COOKIES).note());
        var many = byWay.get("20 in parallel");
        assertTrue(many != null && many.status().equals("20 × 200 OK"), String.valueOf(many));
        assertFalse(many != null && many.differs());
    }

    private static Trial way(Map<String, Trial> byWay, Manner manner) {
        var trial = byWay.get(manner.about());
        assertTrue(trial != null, manner::toString);
        return java.util.Objects.requireNonNull(trial);
    }
}
