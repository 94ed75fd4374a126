package vivarium.ui.parts;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** How the file of a frame is called where there is no room for all of its path. */
public final class ShortPath {
    private static final Pattern LIBRARY =
            Pattern.compile(".*[/\\\\](?:site-packages|dist-packages|python3\\.\\d+)[/\\\\]");

    private ShortPath() {}

    /** Without the project's folder, or without the folder that Python found the module in; else as it is. */
    public static String of(Path project, String file) {
        var library = LIBRARY.matcher(file);
        if (library.lookingAt()) {
            return file.substring(library.end());
        }
        String prefix = project + project.getFileSystem().getSeparator();
        return file.startsWith(prefix) ? file.substring(prefix.length()) : file;
    }
}
