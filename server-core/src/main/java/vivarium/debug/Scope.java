package vivarium.debug;

/**
 * A group of names of a frame.
 *
 * @param reference what to ask {@link Pause#children} with
 * @param size how many names there are
 */
public record Scope(Kind kind, long reference, int size) {
    /** Which names. */
    public enum Kind {
        /** Parameters and local variables. */
        LOCALS,
        /** Variables of enclosing functions. */
        CLOSURE,
        /** Variables of the module, the module's own dunder names left out. */
        GLOBALS
    }
}
