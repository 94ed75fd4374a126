package vivarium.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vivarium.app.Distribution.Ended;

/** A POST fails: it is found, stopped at the line that failed, mended, watched until it is, and kept as a test: all at terminals. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FailingPostIT {
    private static final Path SAMPLE = Path.of(System.getProperty("vivarium.root"), "sample-projects/flask-notes");
    private static final String PACKAGES = System.getProperty("vivarium.pythonPackages");

    private final Distribution distribution = Distribution.built();

    @TempDir
    private Path folder;

    @Test
    void fromTheFailureToATest() throws Exception {
        Path project = project();
        try (var vivarium = distribution.start(
                folder,
                folder.resolve("err.txt"),
                project.toString(),
                "--no-window",
                "--port",
                "0",
                "--python-path",
                PACKAGES)) {
            assertEquals(500, post(vivarium.address() + "new", "title=Shopping&tags=home,+Home"));

            var found = vivarium("list", "--json", "--filter", "method:POST and status:5xx", project.toString());
            String id = JsonMapper.shared().readTree(found.out()).path("id").asString();

            var replayed =
                    CompletableFuture.supplyAsync(() -> vivarium("replay", "--to-failure", project.toString(), id));
            await(vivarium.out(), "# @tags");
            say(vivarium, "p tags");
            await(vivarium.out(), "['home', 'home']");
            say(vivarium, "c");
            assertTrue(replayed.join().out().contains("500 "), replayed.join()::toString);

            try (var watch = distribution.start(
                    folder, folder.resolve("watch.txt"), "replay", "--watch", project.toString(), id)) {
                assertTrue(watch.line().contains("500 "), watch::line);
                mend(project.resolve("notes/pages.py"));
                await(watch.out(), "mended");
                assertEquals(0, watch.process().waitFor());
            }
            assertEquals(0, vivarium.end());
        }
        var test =
                vivarium("export", "--format", "pytest", "--filter", "method:POST and status:5xx", project.toString());
        Files.writeString(project.resolve("test_captured.py"), test.out());
        var python = new ProcessBuilder("python3", "test_captured.py")
                .directory(project.toFile())
                .redirectErrorStream(true);
        python.environment().put("PYTHONPATH", PACKAGES);
        var tested = python.start();
        String said = new String(tested.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tested.waitFor(), said);
    }

    private Path project() throws IOException {
        Path project = folder.resolve("flask-notes");
        for (String part : List.of("app.py", "notes")) {
            try (var files = Files.walk(SAMPLE.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = project.resolve(SAMPLE.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        return project;
    }

    private Ended vivarium(String... arguments) {
        try {
            return distribution.run(folder, arguments);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    private static int post(String address, String form) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static void await(BufferedReader out, String part) throws IOException {
        var said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.append(line).append('\n');
            if (line.contains(part)) {
                return;
            }
        }
        throw new AssertionError("it never said " + part + " but:\n" + said);
    }

    private static void say(Distribution.Started vivarium, String command) throws IOException {
        vivarium.process().getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        vivarium.process().getOutputStream().flush();
    }

    private static void mend(Path pages) throws IOException {
        String source = Files.readString(pages);
        String old = "[tag.strip().lower() for tag in tags.split(\",\") if tag.strip()]";
        assertTrue(source.contains(old), source);
        Files.writeString(
                pages,
                source.replace(old, "sorted({tag.strip().lower() for tag in tags.split(\",\") if tag.strip()})"));
    }
}
