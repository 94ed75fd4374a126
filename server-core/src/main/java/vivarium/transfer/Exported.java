package vivarium.transfer;

import java.util.List;

/**
 * What an export gives.
 *
 * @param files one without a name for formats that are one text, else files by their names
 * @param notes what has to be said about it, a sentence each: what was masked, what cannot be expressed
 */
public record Exported(List<File> files, List<String> notes) {
    public Exported {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
    }

    /** A file's name and what is in it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    public record File(String name, byte[] content) {}
}
