package vivarium.journal;

/**
 * What the user noted about an exchange. It is not part of what was captured.
 *
 * @param marked whether it stands out in lists
 * @param pinned whether it stays at hand
 * @param comment empty where there is none
 */
public record Note(boolean marked, boolean pinned, String comment) {
    /** Nothing noted. */
    public static final Note NONE = new Note(false, false, "");
}
