package vivarium.engine;

import java.util.List;

/**
 * Where one thread was in its Python code.
 *
 * @param thread the name of the thread that runs it, as the log and the journal have it
 * @param name the name that Python gave it; equal to {@code thread} where it gave none
 * @param state what the thread was doing, in a word
 * @param frames innermost first; empty for a thread that did not answer
 * @param nativeFrames where it was in the engine, for a thread that did not answer; empty otherwise
 */
public record PythonStack(String thread, String name, String state, List<Frame> frames, List<String> nativeFrames) {
    /**
     * One frame.
     *
     * @param line the line that is being executed, from 1
     * @param locals name and {@code repr} of each local variable, a line each; empty where they were not asked for
     */
    public record Frame(String file, int line, String function, String locals) {}

    /** Whether the thread told where it is. */
    public boolean answered() {
        return nativeFrames.isEmpty();
    }
}
