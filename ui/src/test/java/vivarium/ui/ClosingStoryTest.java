package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.journal.Event;
import vivarium.journal.ExchangeSummary;
import vivarium.journal.SessionReader;
import vivarium.run.ProjectLock;
import vivarium.ui.run.Phase;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** Closing the window ends what runs, after a question, and leaves a complete session file. */
@ExtendWith(WithWindow.class)
final class ClosingStoryTest {
    @Test
    void asksWhileRequestsRunThenEndsEverythingAndTheSessionIsComplete(TestWindow window) throws IOException {
        Path folder = window.open("troubles");
        window.run();
        URI address = window.address();
        assertEquals(200, window.get("/print").statusCode());
        var cutOff = CompletableFuture.runAsync(() -> sendAndForget(window));
        window.await(() -> !window.window().run().activeRequests().isEmpty(), "a running request");

        window.press("quit");
        window.choose("Cancel");
        assertEquals(
                Phase.SERVING,
                TestWindow.call(() -> window.window().run().phase().get()));

        window.press("quit");
        window.await(
                () -> window.robot()
                        .lookup("A request is still running")
                        .tryQuery()
                        .isPresent(),
                "the question");
        window.picture("closing");
        window.choose("Close");
        window.awaitClosed();
        cutOff.join();

        assertThrows(IOException.class, () -> new Socket(address.getHost(), address.getPort()).close());
        assertTrue(ProjectLock.take(TestWindow.project(folder)).isPresent(), "nobody holds the project any more");
        try (var session = SessionReader.open(onlySession(folder))) {
            List<ExchangeSummary> exchanges = session.exchanges();
            assertEquals(
                    List.of("/print", "/sleep"),
                    exchanges.stream().map(ExchangeSummary::path).toList());
            for (ExchangeSummary exchange : exchanges) {
                List<Event> events = session.events(exchange.id());
                assertInstanceOf(Event.RequestStarted.class, events.getFirst());
                assertInstanceOf(Event.ExchangeEnded.class, events.getLast());
            }
        }
    }

    private static void sendAndForget(TestWindow window) {
        try {
            window.get("/sleep?seconds=60");
        } catch (UncheckedIOException cutOff) {
            // It may be answered with an error or not at all.
        }
    }

    private static Path onlySession(Path folder) throws IOException {
        try (var files = Files.list(folder.resolve(".vivarium/sessions"))) {
            List<Path> sessions =
                    files.filter(file -> file.toString().endsWith(".vivarium")).toList();
            assertEquals(1, sessions.size(), sessions::toString);
            return sessions.getFirst();
        }
    }

    @Test
    void closesAtOnceWhenNothingRuns(TestWindow window) {
        window.open("guestbook");
        window.press("quit");
        window.awaitClosed();
    }
}
