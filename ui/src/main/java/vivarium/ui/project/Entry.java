package vivarium.ui.project;

import java.nio.file.Path;

/** A file or a folder of the project. */
record Entry(Path path, boolean folder) {
    /** What it is called. */
    String name() {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }
}
