package vivarium.filter;

import java.io.Serial;

/** A filter cannot be understood. The message says why, and what to write instead; the place is that of the word to look at. */
public final class FilterSyntaxException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int from;
    private final int to;

    FilterSyntaxException(int from, int to, String message) {
        super(message);
        this.from = from;
        this.to = to;
    }

    /** Where the word begins, from 0. */
    public int from() {
        return from;
    }

    /** Where it ends; the same as {@link #from} where something is missing. */
    public int to() {
        return to;
    }

    /** The message with the text and, below it, a mark under the word: for terminals. */
    public String pointing(String text) {
        return getMessage() + "\n  " + text + "\n  " + " ".repeat(from) + "^".repeat(Math.max(1, to - from));
    }
}
