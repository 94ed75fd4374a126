package vivarium.ui.project;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import vivarium.project.SourceTree;

/** Looks at a project's folders on the disk, passing over what is not the project's own. Blocks; safe for any thread. */
final class ProjectFiles {
    private static final Comparator<Entry> ORDER = Comparator.comparing((Entry entry) -> !entry.folder())
            .thenComparing(Entry::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Entry::name);

    private final int mostSeen;

    /** @param mostSeen files and folders that one search looks at */
    ProjectFiles(int mostSeen) {
        this.mostSeen = mostSeen;
    }

    /** What is in a folder, folders first; empty for one that is gone or cannot be read. */
    List<Entry> children(Path folder) {
        var entries = new ArrayList<Entry>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            for (Path path : paths) {
                var entry = new Entry(path, Files.isDirectory(path));
                if (isShown(entry)) {
                    entries.add(entry);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
            // it is shown as empty
        }
        entries.sort(ORDER);
        return List.copyOf(entries);
    }

    private static boolean isShown(Entry entry) {
        if (entry.folder()) {
            return !SourceTree.isForeign(entry.path());
        }
        return !entry.name().endsWith(".pyc") && !entry.name().equals(".DS_Store");
    }

    /** Files whose path below the folder holds the text, in upper or lower case; at most {@code most}. */
    List<Path> search(Path top, String text, int most) {
        String wanted = text.toLowerCase(Locale.ROOT);
        var found = new ArrayList<Path>();
        var folders = new ArrayDeque<>(List.of(top));
        int seen = 0;
        while (!folders.isEmpty() && found.size() < most && seen < mostSeen) {
            for (Entry entry : children(folders.remove())) {
                seen++;
                if (entry.folder() && !Files.isSymbolicLink(entry.path())) {
                    folders.add(entry.path());
                } else if (!entry.folder()
                        && top.relativize(entry.path())
                                .toString()
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted)) {
                    found.add(entry.path());
                }
            }
        }
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }
}
