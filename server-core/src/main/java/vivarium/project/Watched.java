package vivarium.project;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What of a project is watched: its sources, and one file that stands for a command.
 *
 * @param trigger below the folder; the folders that lead to it are entered even where they would be ignored
 */
record Watched(Path folder, Path trigger) {
    boolean isTrigger(Path file) {
        return file.equals(trigger);
    }

    /** Whether a change of this file means that the application has to be loaded again. */
    boolean isSource(Path file) {
        return SourceTree.isSource(file) && ownedFolders(file.resolveSibling(""));
    }

    boolean counts(Path file) {
        return isTrigger(file) || isSource(file);
    }

    boolean enters(Path directory) {
        return trigger.startsWith(directory) || ownedFolders(directory);
    }

    /** Goes through the folders that are entered and the files in them that count. */
    void walk(Path top, SourceTree.Visit folders, SourceTree.Visit files) throws IOException {
        SourceTree.walk(top, this::enters, folders, file -> {
            if (counts(file)) {
                files.of(file);
            }
        });
    }

    /** The project's own folder may be hidden; only what is below it may not. */
    private boolean ownedFolders(Path directory) {
        var each = directory.toAbsolutePath().normalize();
        while (each != null && !each.equals(folder)) {
            if (SourceTree.isForeign(each)) {
                return false;
            }
            each = each.getParent();
        }
        return each != null;
    }
}
