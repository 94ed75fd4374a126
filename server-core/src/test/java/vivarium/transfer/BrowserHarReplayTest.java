package vivarium.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.exchange.Captured;
import vivarium.exchange.Exchange;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.RequestStarted;
import vivarium.replay.Manner;
import vivarium.replay.Replayer;
import vivarium.testing.PythonFixture;
import vivarium.testing.RunningProject;
import vivarium.testing.WithPython;

/** What a browser sent to the guestbook is sent from its file to another one: it gets the same, and answers the same. */
@ExtendWith(WithPython.class)
class BrowserHarReplayTest {
    @ParameterizedTest
    @ValueSource(strings = {"chromium.har", "firefox.har"})
    void aFreshGuestbookGetsAndAnswersTheSame(String name, PythonFixture python, @TempDir Path data) throws Exception {
        var visit = BrowserHarTest.read(name).stream()
                // What has no answer, would take long, or is not whole.
                .filter(it -> it.response().isPresent()
                        && !it.request().target().startsWith("/stream")
                        && it.missingOfRequest() == 0
                        && !(name.startsWith("chromium")
                                && it.request().target().endsWith(".png")))
                .toList();
        try (var guestbook = RunningProject.sample("guestbook", python, Map.of("GUESTBOOK_DATA", data.toString()))) {
            var replayer = new Replayer(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), guestbook.run().port()),
                    id -> Optional.empty(),
                    Duration.ofMinutes(2));
            for (var imported : visit) {
                python.journal().clear();
                var answer = replayer.send(imported, Manner.AS_CAPTURED);

                var got = captured(python);
                assertEquals(imported.request().method(), got.request().method());
                assertEquals(imported.request().target(), got.request().target());
                assertEquals(imported.request().headers(), got.request().headers());
                if (answer.response().code() != 405) { // the guestbook does not read that body
                    assertArrayEquals(
                            imported.requestBody().kept(), got.requestBody().kept());
                }
                assertEquals(
                        imported.response().orElseThrow().status(),
                        answer.response().status(),
                        imported.request().target());
            }
        }
    }

    private static Captured captured(PythonFixture python) {
        var started = (RequestStarted) python.journal().await(RequestStarted.class::isInstance);
        python.journal().await(event -> event instanceof ExchangeEnded && event.exchange() == started.exchange());
        return Captured.of(
                Exchange.of(python.journal().events().stream()
                                .filter(event -> event.exchange() == started.exchange())
                                .toList())
                        .orElseThrow(),
                Instant.EPOCH);
    }
}
