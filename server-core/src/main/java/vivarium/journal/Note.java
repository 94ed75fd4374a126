package vivarium.journal;

/**
 * What the user noted about an exchange. It is not part of what was captured.
 *
 * @param marked whether it stands out in lists
 * @param pinned whether it stays at hand: on top of lists, and out of what is cleared away
 * @param comment empty where there is none
 */
public record Note(boolean marked, boolean pinned, String comment) {
    /** Nothing noted. */
    public static final Note NONE = new Note(false, false, "");

    /** The same, standing out or not. */
    public Note withMark(boolean on) {
        return new Note(on, pinned, comment);
    }

    /** The same, at hand or not. */
    public Note withPin(boolean on) {
        return new Note(marked, on, comment);
    }

    /** The same with this comment; blank for none. */
    public Note withComment(String words) {
        return new Note(marked, pinned, words.strip());
    }
}
