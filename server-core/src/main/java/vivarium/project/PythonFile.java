package vivarium.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A source file that was read.
 *
 * @param names what it binds at its top level
 */
record PythonFile(Path path, List<LogicalLine> lines, Map<String, Binding> names) {
    /** Nobody writes larger modules by hand; generated tables are not worth the time. */
    private static final long MOST_BYTES = 2L << 20;

    /** Reads it; blocks on the disk. A file too large to be an entry point counts as empty. */
    static PythonFile read(Path path) {
        try {
            // Names are found whatever the encoding is: all that Python accepts have ASCII in common.
            var text =
                    Files.size(path) > MOST_BYTES ? "" : new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            var lines = LogicalLines.of(text);
            return new PythonFile(path, lines, TopLevelNames.of(lines));
        } catch (IOException failure) {
            throw new ProjectException(
                    path + " cannot be read: give yourself permission to read it, or move it out of the project.",
                    failure);
        }
    }
}
