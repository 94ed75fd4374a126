package vivarium.debug;

/**
 * One frame of a paused thread.
 *
 * @param index its place in {@link Pause#frames()}, from 0 for the innermost
 * @param file absolute, or a name such as {@code <string>}
 * @param line the line that is about to be executed, or whose call has not returned, from 1
 * @param mine whether it is the project's own code
 */
public record Frame(int index, String file, int line, String function, boolean mine) {}
