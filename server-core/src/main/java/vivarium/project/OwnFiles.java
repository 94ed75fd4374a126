package vivarium.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Which files of a traceback are the project's own. */
public final class OwnFiles {
    private OwnFiles() {}

    /** Whether a file is in the project's folder, but not in a virtual environment inside it. */
    public static boolean has(Path project, String file) {
        try {
            return Path.of(file).startsWith(project) && !file.contains("site-packages");
        } catch (InvalidPathException notAFile) {
            return false;
        }
    }
}
