package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.journal.Event;
import vivarium.testing.Served;
import vivarium.testing.Wire;

/** As many requests in the application as there are threads; the others wait. */
class RequestThreadsTest {
    /** Stays in the application until a byte is sent after it. */
    static final String HOLD = "POST /hold HTTP/1.1\r\nHost: here\r\nContent-Length: 1\r\nConnection: close\r\n\r\n";

    @RegisterExtension
    static final Served served =
            Served.module("wire.connections").with(new ServerOptions("127.0.0.1", 0, 3, true, 100, true));

    @Test
    void noMoreThanThreads() {
        List<Wire> held = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            held.add(served.connect().send(HOLD));
        }
        served.journal().await(event -> entered() == 3);
        while (served.server().activeRequests().size() < 3) {
            Thread.onSpinWait(); // the event comes a moment before
        }
        for (int i = 0; i < 4; i++) {
            held.add(served.connect().send(HOLD));
        }
        served.journal().await(event -> started() == 7);
        assertEquals(3, entered());
        // All at once: those that wait enter in the order in which they arrived, which need not be the one in which
        // they were sent.
        held.forEach(wire -> wire.send("x"));
        held.forEach(wire -> assertTrue(wire.rest().endsWith("True")));
    }

    @Test
    void whileIdleKeepsRequestsWaiting() {
        try (Wire wire = served.connect()) {
            boolean idle = served.server().whileIdle(Duration.ofMinutes(2), () -> {
                wire.send("GET /hello?1 HTTP/1.1\r\nHost: here\r\n\r\n");
                served.journal().await(event -> started() == 1);
                assertEquals(0, entered());
            });
            assertTrue(idle);
            assertTrue(wire.response().endsWith("hello 1"));
        }
    }

    @Test
    void whileIdleLosesPatience() {
        Wire wire = served.connect().send(HOLD);
        served.journal().await(event -> entered() == 1);
        var ran = new ArrayList<String>();
        assertFalse(served.server().whileIdle(Duration.ofMillis(20), () -> ran.add("work")));
        assertEquals(List.of("work"), ran);
        assertTrue(wire.send("x").rest().endsWith("True"));
    }

    private long started() {
        return served.journal().events().stream()
                .filter(event -> event instanceof Event.RequestStarted)
                .count();
    }

    private long entered() {
        return served.journal().events().stream()
                .filter(event -> event instanceof Event.ApplicationEntered)
                .count();
    }
}
