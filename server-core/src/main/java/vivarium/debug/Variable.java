package vivarium.debug;

/**
 * A name and its value, an element of a value, or the title of a group of elements.
 *
 * @param name as it is shown: a name, {@code [3]}, {@code ['key']}, {@code .attribute}
 * @param type the name of its class; empty for a group, which has no value of its own
 * @param value its {@code repr}, cut where it is long; what a {@code repr} that raises raised
 * @param cut whether {@link Pause#text} has more of it
 * @param reference what to ask {@link Pause#children}, {@link Pause#text} with; valid until the thread goes on
 * @param children how many parts it has, with those in its groups; 0 for none
 * @param path a Python expression that gives this value in its frame; empty where there is none
 */
public record Variable(
        String name, String type, String value, boolean cut, long reference, int children, String path) {}
