package vivarium.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Project folders written as one text: {@code == path} starts a file, what follows is what is in it. */
final class Layout {
    private Layout() {}

    static void write(Path folder, String layout) {
        Stream.of(("\n" + layout).split("\n== ", -1)).skip(1).forEach(part -> {
            var end = part.indexOf('\n');
            var name = end < 0 ? part : part.substring(0, end);
            file(folder.resolve(name.strip()), end < 0 ? "" : part.substring(end + 1));
        });
    }

    static Path file(Path file, String text) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            return Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
