package vivarium.debug;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import vivarium.journal.PythonFailure;

/**
 * A thread that stands still, or the frames that an exception left. One object lasts from a stop to the next step; the next stop of
 * the same thread is another one.
 *
 * <p>Any thread may call; nothing here blocks. What a future brings is made by the paused thread itself, one thing after another,
 * and the future completes on that thread. Once the thread goes on, futures fail with a {@link DebugException}.
 */
public interface Pause {
    /** A number that no other pause of this program has. */
    long id();

    /** The exchange that the thread serves, or 0. */
    long exchange();

    /** The thread's name. */
    String thread();

    /** Why it stopped. */
    StopReason reason();

    /** What was raised, where that is why it stopped. */
    Optional<PythonFailure> exception();

    /** Whether it still stands still. */
    boolean alive();

    /** Innermost first, at least one; the same for as long as the pause lasts. */
    List<Frame> frames();

    /** The frame that console and pane look at: its index. */
    int selected();

    /** Makes console and pane look at this frame. */
    void select(int frame);

    /** The groups of names of a frame; empty groups are left out. */
    CompletableFuture<List<Scope>> scopes(int frame);

    /** Names of a scope or parts of a value, from this place on, at most that many. */
    CompletableFuture<List<Variable>> children(long reference, int from, int count);

    /** A value's {@code repr}, or the text itself for a long string, from this character on, at most that many. */
    CompletableFuture<String> text(long reference, int from, int count);

    /** Evaluates an expression or executes a statement in a frame. What it changes stays changed. */
    CompletableFuture<Evaluation> evaluate(int frame, String code);

    /** Gives the child of this scope or value with this name the value of an expression. */
    CompletableFuture<Evaluation> assign(long reference, String name, String expression);

    /** What the last word before the cursor may become, at most a hundred: whole words, sorted. */
    CompletableFuture<List<String>> complete(int frame, String text, int cursor);

    /** As above in the selected frame, for a line that is typed at the console: its first word may be one of pdb's commands. */
    CompletableFuture<List<String>> completeCommand(String text, int cursor);

    /** The functions that the line calls, in the order of the text; for {@link Step.IntoCall}. */
    CompletableFuture<List<String>> calls();

    /** As Ctrl+C at the prompt: ends what the thread evaluates now with a {@code KeyboardInterrupt}, or the line that is typed. */
    void interrupt();

    /** Goes on. The future is done when the thread does; it fails where the step is not possible here. */
    CompletableFuture<Void> step(Step step);
}
