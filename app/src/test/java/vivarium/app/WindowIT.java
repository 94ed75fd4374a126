package vivarium.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vivarium.journal.Event;
import vivarium.journal.SessionReader;

/** The distribution with its window, on the platform that needs no display. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WindowIT {
    private final Distribution distribution = Distribution.built();

    @TempDir
    private Path folder;

    @Test
    void runServesAtOnceAndAnotherProjectIsAnotherProcess() throws Exception {
        Path shop = project("shop");
        Path zoo = project("zoo");
        int shopPort = freePort();
        int refusedPort = freePort();
        int zooPort = freePort();
        Process first = start("shop", shopPort);
        try {
            assertEquals("shop", await(first, shopPort));
            Process same = start("shop", refusedPort);
            Process other = start("zoo", zooPort);
            try {
                assertEquals("zoo", await(other, zooPort));
                assertTrue(same.isAlive(), "it says in its window that the project is open already");
                assertFalse(listening(refusedPort));
            } finally {
                end(same);
                end(other);
            }
        } finally {
            end(first);
        }
        assertEquals(0, first.exitValue());
        assertEquals(1, sessions(shop).size(), "the one that was refused has recorded nothing");
        assertEquals(1, sessions(zoo).size());
        try (var session = SessionReader.open(sessions(shop).getFirst())) {
            assertEquals(1, session.exchanges().size());
            assertInstanceOf(Event.ExchangeEnded.class, session.events(1).getLast());
        }
    }

    @Test
    void withoutADisplayOneSentenceNamesTheWayWithout() throws Exception {
        var refused = distribution.run(folder, ".");
        assertEquals(2, refused.exitCode(), refused::toString);
        assertEquals(1, refused.err().lines().count(), refused::err);
        assertTrue(refused.err().contains("--no-window"), refused::err);
    }

    private Path project(String name) throws IOException {
        Path project = Files.createDirectory(folder.resolve(name));
        Files.writeString(project.resolve("app.py"), """
                def application(environ, start_response):
                    start_response('200 OK', [('Content-Type', 'text/plain')])
                    return [b'%s']
                """.formatted(name));
        return project.toRealPath();
    }

    private Process start(String project, int port) throws IOException {
        return distribution.window(folder, project, "--run", "--port", Integer.toString(port));
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static boolean listening(int port) {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** The answer, once there is one. */
    private static String await(Process process, int port) throws IOException, InterruptedException {
        while (!listening(port)) {
            assertFalse(process.waitFor(100, TimeUnit.MILLISECONDS), "it has ended");
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"));
            return client.send(request.build(), BodyHandlers.ofString()).body();
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static List<Path> sessions(Path project) throws IOException {
        try (var files = Files.list(project.resolve(".vivarium/sessions"))) {
            return files.filter(file -> file.toString().endsWith(".vivarium")).toList();
        }
    }
}
