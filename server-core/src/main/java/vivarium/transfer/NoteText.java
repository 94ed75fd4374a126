package vivarium.transfer;

import java.util.ArrayList;
import vivarium.journal.Note;

/** What the user noted, for reading in a terminal. */
public final class NoteText {
    private NoteText() {}

    /** For example {@code [marked, pinned: odd one]}; empty where nothing is noted. */
    public static String of(Note note) {
        if (note.equals(Note.NONE)) {
            return "";
        }
        var words = new ArrayList<String>();
        if (note.marked()) {
            words.add("marked");
        }
        if (note.pinned()) {
            words.add("pinned");
        }
        var state = String.join(", ", words);
        var between = state.isEmpty() || note.comment().isEmpty() ? "" : ": ";
        return "[" + state + between + note.comment().replaceAll("\\s+", " ") + "]";
    }
}
