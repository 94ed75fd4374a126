package vivarium.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.testing.Served;

/** The agent's own tests, which the build runs on the machine's CPython, hold on the embedded engine too. */
class AgentOnGraalPyTest {
    @RegisterExtension
    static final Served served = Served.module("wire.unittests");

    @Test
    void agentTests() {
        String answer = served.request("GET / HTTP/1.1\nHost: here\nConnection: close\n\n");
        assertTrue(answer.startsWith("HTTP/1.1 200 OK\n"), answer);
    }
}
