import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Remembers, in a file beside the distribution, what a part of it was made from. */
record Stamp(Path file) {
    static Stamp of(Path home, String part) {
        return new Stamp(home.resolveSibling(part + ".made-from"));
    }

    /** Whether the part was made from this, and finished. */
    boolean says(String madeFrom) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(madeFrom);
    }

    /** The part is about to be made anew. */
    void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The part is finished. */
    void set(String madeFrom) throws IOException {
        Files.writeString(file, madeFrom);
    }
}
