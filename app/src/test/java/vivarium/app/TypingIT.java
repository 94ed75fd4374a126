package vivarium.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user types at a real terminal where {@code vivarium PROJECT --no-window} runs. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TypingIT {
    private static final String CONTROL_C = "\003";
    private static final String CONTROL_D = "\004";
    private static final String BACKSPACE = "\177";
    private static final String LEFT = "\033OD";
    private static final String UP = "\033OA";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(project());
        Files.writeString(project().resolve("app.py"), """
                numbers = iter(range(41, 100))

                def application(environ, start_response):
                    path = environ['PATH_INFO']
                    text = 'done'
                    if path == '/name':
                        try:
                            text = 'Hello ' + input('your name? ')
                        except EOFError:
                            text = 'nobody'
                    elif path == '/print':
                        print('printed by another request')
                    else:
                        visitor = 'newt'
                        breakpoint()
                        text = visitor  # @stop
                    start_response('200 OK', [('Content-Type', 'text/plain')])
                    return [text.encode()]
                """);
    }

    @AfterEach
    void hangUp() {
        client.shutdownNow();
    }

    @Test
    void thePromptHasEditingHistoryAndCompletion() throws Exception {
        try (var terminal = start()) {
            URI uri = served(terminal);
            var paused = ask(uri, "/");
            terminal.await("-> text = visitor  # @stop");
            terminal.awaitTyping("(Pdb) ");
            terminal.type("p next(nmbers)" + LEFT.repeat(6) + "u\r");
            terminal.await("41");
            terminal.awaitTyping("(Pdb) ");
            terminal.type(UP + "\r");
            terminal.await("42");
            terminal.awaitTyping("(Pdb) ");
            terminal.type("wha\t visi\t\r");
            terminal.await("<class 'str'>");
            terminal.awaitTyping("(Pdb) ");
            terminal.type("p visitor.up");
            assertEquals("done", ask(uri, "/print").join().body());
            terminal.await("printed by another request");
            terminal.type("\t()\r");
            terminal.await("'NEWT'");
            terminal.awaitTyping("(Pdb) ");
            terminal.type("!visitor = 'rubb" + CONTROL_C);
            terminal.await("--KeyboardInterrupt--");
            terminal.awaitTyping("(Pdb) ");
            terminal.type("!visitor = 'gecko'\r");
            terminal.awaitTyping("(Pdb) ");
            terminal.type("c\r");
            assertEquals("gecko", paused.join().body());
            var aborted = ask(uri, "/");
            terminal.awaitTyping("(Pdb) ");
            terminal.type(CONTROL_D);
            assertEquals(500, aborted.join().statusCode());
            terminal.type(CONTROL_C);
            assertEquals(0, terminal.exitCode());
        }
        assertTrue(Files.readString(project().resolve(".vivarium/pdb-history"))
                .startsWith("p next(numbers)\nwhatis visitor\n"));
    }

    @Test
    void theApplicationReadsItsLinesBeforeAndAfterAPause() throws Exception {
        try (var terminal = start()) {
            URI uri = served(terminal);
            var name = ask(uri, "/name");
            terminal.await("your name? ");
            terminal.type("Zoo" + BACKSPACE + "e\r");
            assertEquals("Hello Zoe", name.join().body());
            name = ask(uri, "/name");
            terminal.awaitTyping("your name? ");
            terminal.type("A");
            terminal.await("A"); // before something is paused, which gets what is typed from then on
            var paused = ask(uri, "/");
            terminal.awaitTyping("(Pdb) ");
            terminal.type("c\r");
            assertEquals("newt", paused.join().body());
            terminal.awaitTyping("your name? A");
            terminal.type("nn\r");
            assertEquals("Hello Ann", name.join().body());
            name = ask(uri, "/name");
            terminal.awaitTyping("your name? ");
            terminal.type(CONTROL_D);
            assertEquals("nobody", name.join().body());
            CompletableFuture<?> _ = ask(uri, "/name");
            terminal.awaitTyping("your name? ");
            terminal.type(CONTROL_C);
            assertEquals(0, terminal.exitCode());
        }
    }

    @Test
    void theServerEndsFromThePrompt() throws Exception {
        try (var terminal = start("--debugger-startup")) {
            terminal.await(": the application is loaded");
            terminal.awaitTyping("(Pdb) ");
            terminal.type(CONTROL_C);
            terminal.await("Ctrl-C once more ends Vivarium.");
            terminal.awaitTyping("(Pdb) ");
            terminal.type("p 6 * 7\r");
            terminal.await("42");
            terminal.awaitTyping("(Pdb) ");
            terminal.type(CONTROL_C);
            terminal.awaitTyping("(Pdb) ");
            terminal.type(CONTROL_C);
            assertEquals(0, terminal.exitCode());
        }
    }

    @Test
    void aSignalEndsItFromThePromptOfATerminalThatDoesNotKnowItsSize() throws Exception {
        try (var terminal = Distribution.built().atTerminal(0, 0, folder, project(), "--break", "app.py:4")) {
            CompletableFuture<?> _ = ask(served(terminal), "/");
            terminal.awaitTyping("(Pdb) ");
            terminal.type("p 'what is begu");
            terminal.await("begu");
            terminal.program().destroy();
            assertEquals(0, terminal.exitCode());
        }
    }

    private AtTerminal start(String... options) throws IOException {
        return Distribution.built().atTerminal(40, 160, folder, project(), options);
    }

    private static URI served(AtTerminal terminal) throws InterruptedException {
        terminal.await("Vivarium is serving zoo at ");
        return URI.create(terminal.await("\r\n"));
    }

    private CompletableFuture<HttpResponse<String>> ask(URI uri, String target) {
        return client.sendAsync(HttpRequest.newBuilder(uri.resolve(target)).build(), BodyHandlers.ofString());
    }

    private Path project() {
        return folder.resolve("zoo");
    }
}
