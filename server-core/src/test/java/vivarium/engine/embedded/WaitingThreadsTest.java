package vivarium.engine.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.engine.PythonStack;
import vivarium.testing.Served;
import vivarium.testing.Wire;

/** What is said of a thread that waits for somebody outside. */
@Timeout(30)
final class WaitingThreadsTest {
    @RegisterExtension
    static final Served served = Served.module("wire.echo");

    @Test
    void aSlowClientIsWaitedFor() {
        try (Wire wire = served.connect()) {
            wire.send("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 4\r\n\r\nab");
            String state = "";
            while (!state.equals("waiting for the request's body")) {
                state = request().map(PythonStack::state).orElse("");
            }
            wire.send("cd");
            assertEquals("HTTP/1.1 200 OK", wire.head().lines().findFirst().orElseThrow());
        }
    }

    private static Optional<PythonStack> request() {
        return served.python().engine().stacks(false, Duration.ofMillis(100)).stream()
                .filter(stack -> stack.thread().startsWith("request-"))
                .findFirst();
    }
}
