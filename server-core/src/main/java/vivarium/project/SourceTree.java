package vivarium.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What in a project's folder is the project's own source, and what merely lies there. */
public final class SourceTree {
    // "venv" goes by its name too: while it is being created its pyvenv.cfg is not there yet.
    private static final Set<String> FOREIGN = Set.of("__pycache__", "node_modules", "site-packages", "venv");

    private SourceTree() {}

    static boolean isSource(Path file) {
        var name = name(file);
        return name.endsWith(".py") || name.endsWith(".wsgi");
    }

    /** Whether a folder's contents are not the project's: hidden folders, caches, virtual environments, installed code. */
    public static boolean isForeign(Path folder) {
        var name = name(folder);
        return name.startsWith(".")
                || FOREIGN.contains(name)
                || Files.exists(folder.resolve("pyvenv.cfg"))
                || Files.isDirectory(folder.resolve("conda-meta"));
    }

    /** Goes through a folder and what is below it, links not followed; what vanishes or cannot be read is passed over. */
    static void walk(Path top, Predicate<Path> enters, Visit folders, Visit files) throws IOException {
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!enters.test(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                folders.of(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                files.of(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String name(Path path) {
        var last = path.getFileName();
        return last == null ? "" : last.toString();
    }

    /** What to do with one path. */
    interface Visit {
        void of(Path path) throws IOException;
    }
}
