package vivarium.threads;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines of source files for frames that name them. Keeps the files read last, and reads one anew when it has changed. For one
 * thread at a time; blocks on the disk.
 */
public final class SourceLines {
    private record Source(FileTime modified, List<String> lines) {}

    private static final Source NONE = new Source(FileTime.fromMillis(0), List.of());

    private final Map<String, Source> sources;

    /** @param files how many are kept */
    public SourceLines(int files) {
        sources = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Source> eldest) {
                return size() > files;
            }
        };
    }

    /** The line without the space around it; empty where there is no such line, or no such file. */
    public String line(String file, int number) {
        List<String> lines = lines(file);
        return number >= 1 && number <= lines.size() ? lines.get(number - 1).strip() : "";
    }

    private List<String> lines(String file) {
        try {
            Path path = Path.of(file);
            FileTime modified = Files.getLastModifiedTime(path);
            Source known = sources.get(file);
            if (known == null || !known.modified().equals(modified)) {
                known = new Source(modified, read(path));
                sources.put(file, known);
            }
            return known.lines();
        } catch (IOException | InvalidPathException nowhere) {
            // code without a file, such as <string>
            sources.put(file, NONE);
            return List.of();
        }
    }

    private static List<String> read(Path path) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            try {
                return Files.readAllLines(path, charset);
            } catch (IOException unreadable) {
                // perhaps only in this encoding
            }
        }
        return List.of();
    }
}
