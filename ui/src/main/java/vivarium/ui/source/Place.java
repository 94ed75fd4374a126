package vivarium.ui.source;

import java.nio.file.Path;

/** A line of a file, from 1; 0 for the file as such. */
public record Place(Path file, int line) {}
