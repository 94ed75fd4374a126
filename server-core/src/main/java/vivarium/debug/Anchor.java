package vivarium.debug;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a line says and what is around it, so that it is found again after its file was edited. White space at both ends does not
 * count: lines are indented anew.
 *
 * @param text the line itself
 * @param before the nearest line above that is not blank; empty where there is none
 * @param after the nearest one below
 */
record Anchor(String text, String before, String after) {
    /** The lines of a file; bytes that are no UTF-8 do not matter. */
    static Optional<List<String>> lines(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .toList());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** That of a line, from 1; empty where there is no such line. */
    static Optional<Anchor> of(List<String> lines, int line) {
        return line < 1 || line > lines.size()
                ? Optional.empty()
                : Optional.of(new Anchor(lines.get(line - 1), next(lines, line, -1), next(lines, line, 1)));
    }

    private static String next(List<String> lines, int line, int step) {
        for (int i = line - 1 + step; i >= 0 && i < lines.size(); i += step) {
            if (!lines.get(i).isEmpty()) {
                return lines.get(i);
            }
        }
        return "";
    }

    /**
     * The line that this was taken from, as far as can be told: the most alike, and of those the nearest. One that says the same amid
     * other lines has to be the only one; one that says something else has to be between the same lines.
     *
     * @param near where it was
     */
    OptionalInt find(List<String> lines, int near) {
        boolean only = lines.stream().filter(text::equals).count() == 1;
        int best = 0;
        int found = 0;
        for (int line = 1; line <= lines.size(); line++) {
            int likeness = likeness(lines, line, only);
            boolean nearer = Math.abs(line - near) < Math.abs(found - near);
            if (likeness > best || (likeness == best && best > 0 && nearer)) {
                best = likeness;
                found = line;
            }
        }
        return found == 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    private int likeness(List<String> lines, int line, boolean only) {
        String here = lines.get(line - 1);
        boolean same = here.equals(text);
        if (!same && here.isEmpty()) {
            return 0;
        }
        int neighbours = (next(lines, line, -1).equals(before) ? 1 : 0)
                + (next(lines, line, 1).equals(after) ? 1 : 0);
        if (same) {
            return neighbours > 0 || only ? 2 + neighbours : 0;
        }
        return neighbours == 2 ? 1 : 0;
    }
}
