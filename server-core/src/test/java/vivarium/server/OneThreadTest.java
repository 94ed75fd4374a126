package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.testing.Served;
import vivarium.testing.Wire;

/** A server with one thread never has two requests in the application. */
class OneThreadTest {
    @RegisterExtension
    static final Served served =
            Served.module("wire.environs").with(new ServerOptions("127.0.0.1", 0, 1, false, 100, true));

    @Test
    void oneAtATime() {
        List<Wire> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(served.connect().send("GET /overlap HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"));
        }
        for (Wire wire : all) {
            assertTrue(wire.rest().endsWith("\r\n\r\n1"));
        }
    }

    @Test
    void theApplicationIsToldSo() {
        assertEquals("False False False 1", served.get("/threading"));
    }

    @Test
    void authorizationCanBeWithheld() {
        String answer = served.request("GET /authorization HTTP/1.1\nHost: here\nAuthorization: Basic x\n\n");
        assertTrue(answer.endsWith("\n\nNone"), answer);
    }
}
