package vivarium.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BurstTest {
    @Test
    void handsOnTogetherWhatComesTogether() throws Exception {
        var received = new LinkedBlockingQueue<Set<Path>>();
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var burst = new Burst(Duration.ofMillis(300), clock, received::add);
            burst.add(Path.of("a"));
            burst.add(Path.of("b"));
            burst.add(Path.of("a"));
            assertEquals(Set.of(Path.of("a"), Path.of("b")), received.poll(120, TimeUnit.SECONDS));
            burst.add(Path.of("c"));
            assertEquals(Set.of(Path.of("c")), received.poll(120, TimeUnit.SECONDS));
            clock.shutdownNow();
            burst.add(Path.of("d")); // to nobody
        }
        assertEquals(0, received.size());
    }
}
