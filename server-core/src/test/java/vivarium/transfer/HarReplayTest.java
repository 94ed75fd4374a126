package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vivarium.replay.Manner;
import vivarium.replay.Replayer;

/** Requests that were exported as HAR, imported and sent: the application gets the bytes that were captured. Made from a seed. */
class HarReplayTest {
    private static final int ROUNDS = 60;

    @Test
    void theApplicationGetsTheBytesThatWereCaptured() throws Exception {
        var random = new Random(23);
        try (var catcher = new Catcher()) {
            var replayer = new Replayer(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), catcher.port()),
                    id -> Optional.empty(),
                    Duration.ofMinutes(1));
            for (int i = 0; i < ROUNDS; i++) {
                var captured = Samples.random(random);
                var har = Samples.exported(Format.HAR, captured, false);
                var imported = Transfer.read(har, InstantSource.system()).getFirst();

                replayer.send(imported, Manner.AS_CAPTURED);

                assertEquals(new String(RawHttp.request(captured), ISO_8859_1), catcher.take(), har);
            }
        }
    }
}
