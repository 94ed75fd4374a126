package vivarium.debug;

/** How a paused thread is to go on. */
public sealed interface Step {
    /** To the next line of this function, or of its caller when this one returns. */
    record Over() implements Step {}

    /** To the next line, wherever it is. */
    record Into() implements Step {}

    /** Into the function with this name, which the line calls; see {@link Pause#calls()}. */
    record IntoCall(String name) implements Step {}

    /** Until this function has returned. */
    record Out() implements Step {}

    /** Until this line of the frame's file, or the function's end. */
    record Until(int line) implements Step {}

    /** This line is to be executed next, without what is between. Not every place can be jumped to or from. */
    record Jump(int line) implements Step {}

    /** Until the next stop. */
    record Continue() implements Step {}

    /** Raises {@code bdb.BdbQuit}: the client gets a 500. */
    record Abort() implements Step {}
}
