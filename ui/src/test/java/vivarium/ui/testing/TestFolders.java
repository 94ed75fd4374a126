package vivarium.ui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Folders of tests, all below one that is deleted when the test JVM ends: until then the one Python and windows that are being closed
 * may use them.
 */
final class TestFolders {
    private static final Path HOME = home();
    private static final AtomicInteger LAST = new AtomicInteger();

    private TestFolders() {}

    /** A new one, by the name that has no links in it, and a short one: pictures show it. */
    static Path create() throws IOException {
        return Files.createDirectory(HOME.resolve(Integer.toString(LAST.incrementAndGet())));
    }

    private static Path home() {
        try {
            Path home = Files.createTempDirectory("vivarium").toRealPath();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
            return home;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void delete(Path home) {
        try {
            Files.walkFileTree(home, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    return gone(file);
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException broken) {
                    return gone(folder);
                }
            });
        } catch (IOException inUse) {
            // What is still in use stays behind.
        }
    }

    private static FileVisitResult gone(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException inUse) {
            // Windows keeps what is open.
        }
        return FileVisitResult.CONTINUE;
    }
}
