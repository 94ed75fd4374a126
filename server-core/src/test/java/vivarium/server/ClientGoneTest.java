package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.testing.Served;
import vivarium.testing.Wire;

/** Clients that leave before they have the whole response. */
class ClientGoneTest {
    @RegisterExtension
    static final Served served =
            Served.module("wire.connections").with(new ServerOptions("127.0.0.1", 0, 5, true, 1 << 20, true));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        endless           | endless
        endless_generator | generator
        endless_writes    | OSError: client connection closed
        endless_caught    | ''
        """)
    void theApplicationIsToldAndClosedOnce(String path, String closed) {
        served.get("/take_closed");
        served.journal().clear();
        leave(path, false);
        String story = served.journal().story(served.journal().firstExchange());
        assertTrue(story.endsWith("INFO server: client connection closed\nended CLIENT_GONE\n"), story);
        assertFalse(story.contains("exception"), story);
        assertEquals(closed, served.get("/take_closed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"endless", "endless_writes"})
    void aResetIsNoWorse(String path) {
        leave(path, true);
        String story = served.journal().story(served.journal().firstExchange());
        assertTrue(story.endsWith("INFO server: client connection closed\nended CLIENT_GONE\n"), story);
    }

    @Test
    void whileItsBodyIsRead() {
        try (Wire wire = served.connect()) {
            wire.send("POST /hello HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\nabc");
            assertTrue(wire.response().contains("200 OK"));
            wire.reset();
        }
        assertEquals("hello ", served.get("/hello"));
    }

    @Test
    void inTheMiddleOfAHead() {
        try (Wire wire = served.connect()) {
            wire.send("GET /hello HTTP/1.1\r\nHo").reset();
        }
        assertEquals("hello ", served.get("/hello"));
    }

    private static void leave(String path, boolean reset) {
        try (Wire wire = served.connect()) {
            wire.send("GET /" + path + " HTTP/1.1\r\nHost: here\r\n\r\n");
            wire.head();
            wire.bytes(100_000);
            if (reset) {
                wire.reset();
            }
        }
    }
}
