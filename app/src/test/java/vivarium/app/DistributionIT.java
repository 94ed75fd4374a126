package vivarium.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionIT {
    private static final Path SAMPLES = Path.of(System.getProperty("vivarium.root"), "sample-projects");

    private final Distribution distribution = Distribution.built();

    @TempDir
    private Path folder;

    @Test
    void versionSaysWhatIsInsideAndThatItIsQuick() throws Exception {
        var version = distribution.run(folder, "--version");
        assertEquals(0, version.exitCode(), version::toString);
        assertEquals("", version.err());
        for (String line : new String[] {
            "Vivarium  0\\.1\\.0",
            "Python    3\\.12\\..*",
            "GraalPy   25\\..*",
            "Java      25\\b.*",
            "Jetty     12\\..*",
            "JavaFX    26\\..*",
            "JIT       in use",
            "AOT cache in use"
        }) {
            assertTrue(
                    Pattern.compile("^" + line + "$", Pattern.MULTILINE)
                            .matcher(version.out())
                            .find(),
                    version::out);
        }
    }

    @Test
    void whatIsWrongIsOneSentenceAndTwo() throws Exception {
        for (String[] arguments :
                new String[][] {{"--no-such-option"}, {"no-such-folder", "--no-window"}, {".", "--no-window"}, {"."}}) {
            var refused = distribution.run(folder, arguments);
            assertEquals(2, refused.exitCode(), refused::toString);
            assertEquals(1, refused.err().lines().count(), refused::err);
            assertEquals("", refused.out());
        }
    }

    @Test
    void aWindowThatClosesEndsWhatItBeganAndSaysHowItWent() throws Exception {
        Path project = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(
                project.resolve("wsgi.py"), "import no_such_module\napplication = no_such_module.application\n");
        var ended = distribution.run(folder, "broken", "--screenshots", "pictures", "--port", "0");
        assertEquals(2, ended.exitCode(), ended::toString);
        assertTrue(ended.err().contains("No module named 'no_such_module'"), ended::err);
        assertTrue(Files.exists(folder.resolve("pictures/broken-start-light.png")));
        try (var files = Files.list(project.resolve(".vivarium/sessions"))) {
            // SQLite takes its write-ahead log away when a session is complete.
            assertEquals(1, files.count());
        }
    }

    @Test
    void servesTheGuestbookUntilItIsAskedToEnd() throws Exception {
        Path guestbook = guestbook();
        try (var started =
                distribution.start(folder, folder.resolve("err"), "guestbook", "--no-window", "--port", "0")) {
            assertTrue(
                    Pattern.matches(
                            "Vivarium is serving .*guestbook.* at http://127\\.0\\.0\\.1:\\d+/", started.line()),
                    started::line);
            assertTrue(get(started.address()).contains("Guestbook"));
            assertEquals(0, started.end());
            assertTrue(Files.isDirectory(guestbook.resolve(".vivarium")));
        }
    }

    @Test
    void aCopyInAFolderWithSpacesIsAsQuick() throws Exception {
        var copy = new Distribution(folder.resolve("a copy of it"));
        copy(distribution.home(), copy.home());
        assertTrue(copy.run(folder, "--version").out().contains("AOT cache in use"));
        Files.createSymbolicLink(folder.resolve("link"), copy.home());
        assertTrue(new Distribution(folder.resolve("link"))
                .run(folder, "--version")
                .out()
                .contains("AOT cache in use"));
        Files.delete(copy.home().resolve("lib/vivarium.aot"));
        var without = copy.run(folder, "--version");
        assertEquals("", without.err());
        assertTrue(without.out().contains("AOT cache not in use: there is no"), without::out);
    }

    private Path guestbook() throws IOException {
        Path project = folder.resolve("guestbook");
        copy(SAMPLES.resolve("guestbook"), project);
        return project;
    }

    private static String get(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    /** As {@code cp -a} does. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path one, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(one)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path one, BasicFileAttributes attributes) throws IOException {
                Files.copy(one, to.resolve(from.relativize(one)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
