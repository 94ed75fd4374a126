package vivarium.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user does with {@code vivarium PROJECT --no-window} at a terminal. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TerminalIT {
    private final Distribution distribution = Distribution.built();
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Path err;

    @BeforeEach
    void chooseFiles() {
        err = folder.resolve("err.txt");
    }

    @AfterEach
    void hangUp() {
        client.shutdownNow();
    }

    @Test
    void breakpointsTalkToTheTerminal() throws Exception {
        write("app.py", """
                def double(number):
                    return number * 2

                def application(environ, start_response):
                    print('before the stop')
                    breakpoint()
                    answer = double(20)  # @stop
                    answer += 1
                    start_response('200 OK', [('Content-Type', 'text/plain')])
                    return [str(answer).encode()]
                """);
        try (var vivarium = start()) {
            var answer = ask(vivarium, "/");
            assertEquals("before the stop", vivarium.out().readLine());
            awaitPrompt(vivarium, "-> answer = double(20)  # @stop");
            say(vivarium, "p 40 + 2");
            awaitPrompt(vivarium, "42");
            say(vivarium, "s");
            awaitPrompt(vivarium, "-> return number * 2");
            say(vivarium, "w");
            awaitPrompt(vivarium, "-> return number * 2");
            say(vivarium, "r");
            awaitPrompt(vivarium, "-> answer = double(20)  # @stop");
            say(vivarium, "n");
            say(vivarium, "n");
            awaitPrompt(vivarium, "-> start_response('200 OK', [('Content-Type', 'text/plain')])");
            say(vivarium, "l");
            awaitPrompt(vivarium, "->");
            say(vivarium, "c");
            assertEquals("41", answer.join().body());
            assertEquals(0, vivarium.end());
        }
    }

    @Test
    void breakpointsOfTheCommandLineStopWhereAndWhenTheySay() throws Exception {
        write("app.py", """
                def application(environ, start_response):
                    status = '200 OK'
                    output = b'Hello World!'
                    start_response(status, [('Content-Type', 'text/plain')])
                    return [output]
                """);
        write(".pdbrc", "alias greet p 'Hello from %1'\n");
        try (var vivarium =
                start("--break", "app.py:2", "--break", "app.py:5:b'!' in output and environ['QUERY_STRING']")) {
            var answer = ask(vivarium, "/");
            awaitPrompt(vivarium, "-> status = '200 OK'");
            say(vivarium, "list");
            awaitPrompt(vivarium, "  2 B->\t    status = '200 OK'");
            say(vivarium, "print start_response");
            awaitPrompt(vivarium, "<bound method Response.start_response");
            say(vivarium, "greet pdbrc");
            awaitPrompt(vivarium, "'Hello from pdbrc'");
            say(vivarium, "b");
            awaitPrompt(vivarium, "stop only if b'!' in output and environ['QUERY_STRING']");
            say(vivarium, "cl 1");
            awaitPrompt(vivarium, "Deleted breakpoint 1 at ");
            say(vivarium, "cont");
            assertEquals("Hello World!", answer.join().body());
            answer = ask(vivarium, "/?stop");
            awaitPrompt(vivarium, "-> return [output]");
            say(vivarium, "!output = b'Hello pdb!'");
            say(vivarium, "c");
            assertEquals("Hello pdb!", answer.join().body());
            answer = ask(vivarium, "/?stop");
            awaitPrompt(vivarium, "-> return [output]");
            say(vivarium, "q");
            assertEquals(500, answer.join().statusCode());
            assertEquals(0, vivarium.end());
        }
    }

    @Test
    void anExceptionThatLeavesTheApplicationIsLookedAt() throws Exception {
        write("app.py", """
                def application(environ, start_response):
                    animals = {'lion': 1}
                    return look(animals, environ['QUERY_STRING'])

                def look(animals, name):
                    return animals[name]
                """);
        try (var vivarium = start("--debug")) {
            var answer = ask(vivarium, "/?newt");
            awaitPrompt(vivarium, ": KeyError: 'newt'");
            awaitPrompt(vivarium, "-> return animals[name]");
            assertFalse(answer.isDone());
            say(vivarium, "p name, animals");
            awaitPrompt(vivarium, "('newt', {'lion': 1})");
            say(vivarium, "w");
            awaitPrompt(vivarium, "app.py(3)application()");
            awaitPrompt(vivarium, "-> return animals[name]");
            say(vivarium, "u");
            say(vivarium, "p environ['QUERY_STRING']");
            awaitPrompt(vivarium, "'newt'");
            say(vivarium, "c");
            assertEquals(500, answer.join().statusCode());
            answer = ask(vivarium, "/?zebra");
            awaitPrompt(vivarium, "-> return animals[name]");
            say(vivarium, "q");
            assertEquals(500, answer.join().statusCode());
            assertEquals(0, vivarium.end());
        }
    }

    @Test
    void theApplicationStopsOnceItIsLoaded() throws Exception {
        write("app.py", """
                ANIMALS = ['lion']

                def application(environ, start_response):
                    start_response('200 OK', [('Content-Type', 'text/plain')])
                    return [' '.join(ANIMALS).encode()]
                """);
        try (var vivarium = start("--debugger-startup")) {
            awaitPrompt(vivarium, ": the application is loaded");
            say(vivarium, "p application");
            awaitPrompt(vivarium, "<function application at ");
            say(vivarium, "!ANIMALS.append('newt')");
            say(vivarium, "c");
            String served = awaitPrompt(vivarium, "Vivarium is serving zoo at ");
            URI uri = URI.create(served.substring(served.indexOf("http://")));
            assertEquals("lion newt", untilAnswered(uri).body());
            assertEquals(0, vivarium.end());
        }
    }

    @Test
    void aBrokenApplicationIsToldAndHealed() throws Exception {
        write("app.py", "import animals\ndef application(environ, start_response): pass\n");
        write("animals.py", "lion = \n");
        String port = freePort();
        var starting = CompletableFuture.supplyAsync(() -> startAt(port));
        URI uri = URI.create("http://127.0.0.1:" + port + "/");
        HttpResponse<String> told = untilAnswered(uri);
        assertEquals(500, told.statusCode());
        assertTrue(told.body().contains("animals.py\", line 1\n    lion = "), told.body());
        assertTrue(Files.readString(err).contains("SyntaxError: invalid syntax"), Files.readString(err));
        assertFalse(starting.isDone()); // nothing was said on standard output
        write("animals.py", "lion = 'lion'\n");
        write("app.py", """
                import animals
                def application(environ, start_response):
                    start_response('200 OK', [])
                    return [animals.lion.encode()]
                """);
        try (var vivarium = starting.join()) {
            assertEquals("Vivarium is serving zoo at " + uri, vivarium.line());
            assertEquals("lion", untilAnswered(uri).body());
            assertEquals(0, vivarium.end());
        }
    }

    @Test
    void aPortInUseIsOneSentence() throws Exception {
        write("app.py", "def application(environ, start_response): pass\n");
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            var refused = distribution.run(folder, "zoo", "--no-window", "--port", port);
            assertEquals(2, refused.exitCode());
            assertEquals(
                    "vivarium: Port " + port
                            + " on 127.0.0.1 is in use, perhaps by another server: stop that, or choose"
                            + " another port with --port, or any free one with --port 0.\n",
                    refused.err());
        }
    }

    @Test
    void aSecondSignalEndsItAtOnce() throws Exception {
        write("app.py", """
                def application(environ, start_response):
                    print('in the loop')
                    while True:
                        pass
                """);
        try (var vivarium = start()) {
            var unanswered = ask(vivarium, "/");
            assertEquals("in the loop", vivarium.out().readLine());
            vivarium.process().toHandle().destroy();
            while (vivarium.process().isAlive()) {
                vivarium.process().toHandle().destroy();
                vivarium.process()
                        .onExit()
                        .completeOnTimeout(vivarium.process(), 50, TimeUnit.MILLISECONDS)
                        .join();
            }
            assertEquals(130, vivarium.process().exitValue());
            assertTrue(unanswered.handle((answer, broken) -> broken != null).join());
        }
    }

    /** Reads until a line of standard output holds this; returns that line. */
    private String awaitPrompt(Distribution.Started vivarium, String line) throws IOException {
        var said = new StringBuilder();
        for (String next = vivarium.out().readLine();
                next != null;
                next = vivarium.out().readLine()) {
            said.append(next).append('\n');
            if (next.contains(line)) {
                return next;
            }
        }
        throw new AssertionError("it never said " + line + " but:\n" + said + Files.readString(err));
    }

    private static void say(Distribution.Started vivarium, String command) throws IOException {
        vivarium.process().getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        vivarium.process().getOutputStream().flush();
    }

    private CompletableFuture<HttpResponse<String>> ask(Distribution.Started vivarium, String target) {
        URI uri = URI.create(vivarium.address()).resolve(target);
        return client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    /** Who connects while Vivarium starts is kept waiting; before that, nobody listens. */
    private HttpResponse<String> untilAnswered(URI uri) throws IOException, InterruptedException {
        while (true) {
            try {
                return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            } catch (ConnectException notYet) {
                Thread.onSpinWait();
            }
        }
    }

    private static String freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(free.getLocalPort());
        }
    }

    private Distribution.Started start(String... options) {
        return startAt("0", options);
    }

    private Distribution.Started startAt(String port, String... options) {
        var arguments = new ArrayList<>(List.of(project().toString(), "--no-window", "--port", port));
        arguments.addAll(List.of(options));
        try {
            return distribution.start(folder, err, arguments.toArray(String[]::new));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path project() {
        return folder.resolve("zoo");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(project());
        Files.writeString(project().resolve(name), text);
    }
}
