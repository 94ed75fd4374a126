package vivarium.compare;

/**
 * One thing that is different.
 *
 * @param where in its part: a name, a path in JSON such as {@code $.notes[2].title}, a line number, an offset
 * @param left empty where it is only on the right
 * @param right empty where it is only on the left
 */
public record Difference(Kind kind, String where, String left, String right) {
    /** What became of the left. */
    public enum Kind {
        REMOVED,
        ADDED,
        CHANGED
    }

    static Difference removed(String where, String left) {
        return new Difference(Kind.REMOVED, where, left, "");
    }

    static Difference added(String where, String right) {
        return new Difference(Kind.ADDED, where, "", right);
    }

    static Difference changed(String where, String left, String right) {
        return new Difference(Kind.CHANGED, where, left, right);
    }
}
