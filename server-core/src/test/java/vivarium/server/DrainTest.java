package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.journal.Event;
import vivarium.testing.Served;
import vivarium.testing.Wire;

/** The end of a server: what runs may end, what waits is still served, nothing new comes in. */
class DrainTest {
    @RegisterExtension
    static final Served served =
            Served.module("wire.connections").with(new ServerOptions("127.0.0.1", 0, 1, true, 100, true));

    @Test
    void waitsForTheRequestsThatAreThere() {
        int port = served.server().port();
        Wire running = served.connect().send(RequestThreadsTest.HOLD);
        served.journal().await(event -> event instanceof Event.ApplicationEntered);
        Wire waiting = served.connect().send(RequestThreadsTest.HOLD);
        served.journal().await(event -> event instanceof Event.RequestStarted started && started.exchange() == 2);
        assertFalse(served.server().drain(Duration.ofMillis(20)));
        assertThrows(UncheckedIOException.class, () -> Wire.to(port));
        var drained = CompletableFuture.supplyAsync(() -> served.server().drain(Duration.ofMinutes(2)));
        assertTrue(running.send("x").rest().endsWith("False"));
        assertTrue(waiting.send("x").rest().endsWith("False"));
        assertTrue(drained.join());
        assertEquals(0, served.server().activeRequests().size());
    }
}
