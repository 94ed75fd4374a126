package vivarium.project;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds places in source files that a line of text names: as tracebacks do, and as {@code file.py:12}. */
public final class SourceLinks {
    private static final Pattern PLACE = Pattern.compile(
            "File \"([^\"<>]+)\", line ([0-9]{1,7})|((?:[A-Za-z]:)?[\\w./\\\\-]*\\w\\.(?:py|wsgi)):([0-9]{1,7})");

    private SourceLinks() {}

    /**
     * A place.
     *
     * @param start where its name begins in the text
     * @param end where it ends
     */
    public record Link(int start, int end, String file, int line) {
        /** The file, where it is there; a relative name is one in {@code folder}. Looks at the disk. */
        public Optional<Path> path(Path folder) {
            try {
                Path path = folder.resolve(file);
                return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
            } catch (InvalidPathException noPath) {
                return Optional.empty();
            }
        }
    }

    /** In the order of the text. */
    public static List<Link> of(String text) {
        if (text.indexOf(".") < 0) {
            return List.of();
        }
        var links = new ArrayList<Link>();
        PLACE.matcher(text).results().forEach(match -> links.add(link(match)));
        return links;
    }

    private static Link link(MatchResult match) {
        boolean traceback = match.group(1) != null;
        return new Link(
                match.start(),
                match.end(),
                traceback ? match.group(1) : match.group(3),
                Integer.parseInt(traceback ? match.group(2) : match.group(4)));
    }
}
