package vivarium.debug;

/**
 * A name and its value, or an element of a value.
 *
 * @param name as it is shown: a name, {@code [3]}, {@code ['key']}, {@code .attribute}
 * @param type the name of its class
 * @param value its {@code repr}, cut where it is long; what a {@code repr} that raises raised
 * @param cut whether {@link Pause#text} has more of it
 * @param reference what to ask {@link Pause#children}, {@link Pause#text} with; valid until the thread goes on
 * @param children how many children it has; 0 for none
 * @param path a Python expression that gives this value in its frame; empty where there is none
 */
public record Variable(
        String name, String type, String value, boolean cut, long reference, int children, String path) {}
