package vivarium.ui.source;

import java.nio.file.Path;
import java.util.List;

/**
 * A file as it was read.
 *
 * @param note what the user has to know of it, for example that it is cut off; empty mostly
 * @param tokens of Python source; empty for any other
 * @param stamp tells one state of the file from another
 */
record SourceText(Path file, String text, String note, List<Token> tokens, Stamp stamp) {
    /** @param modified milliseconds since 1970, −1 for a file that is not there */
    record Stamp(long modified, long size) {
        static final Stamp NONE = new Stamp(-1, -1);
    }
}
