package vivarium.engine.embedded;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.SuspendAnchor;
import org.jspecify.annotations.Nullable;
import vivarium.debug.StopReason;

/** What one thread is to do between two stops. For that thread alone. */
final class ThreadWish {
    /** The step that is under way; empty for none. */
    String step = "";

    /** How many frames there were when the step began. */
    int depth;

    /** The line in which the step began, and a step to a line ends; 0 for none. */
    int line;

    int until;

    /** Whether the step began at a breakpoint, which the engine may report once more as a step. */
    boolean fresh;

    /** Whether a step over a line was interrupted deeper inside, so that it first has to come back. */
    boolean returning;

    /** Where a step over a line in which a generator or a coroutine may be left ends; null for other steps. */
    @Nullable
    Awaited awaits;

    /** Whether it has been left, so that other functions are executed until it goes on. */
    boolean away;

    /**
     * Functions, each with its file.
     *
     * @param function the generator or coroutine itself
     * @param caller who called it; empty where nobody did
     */
    record Awaited(String function, String caller) {}

    /** Whether a step that is {@link #away} ends in this function. */
    boolean isBack(String function, SuspendAnchor anchor) {
        return awaits != null
                && (function.equals(awaits.caller())
                        || (function.equals(awaits.function()) && anchor == SuspendAnchor.BEFORE));
    }

    /** Where a step into a chosen call ends. */
    @Nullable
    Breakpoint callee;

    /** The lines of the statement that makes this call. */
    int first;

    int last;

    /** Why the thread stops at its next line; null where it does not. */
    @Nullable
    StopReason next;

    /** Whether anything of this outlives the current stop. */
    boolean active() {
        return !step.isEmpty() || next != null;
    }

    /** A stop ends whatever was wished for. */
    void reset() {
        step = "";
        next = null;
        until = 0;
        fresh = false;
        returning = false;
        away = false;
        awaits = null;
        if (callee != null) {
            callee.dispose();
            callee = null;
        }
    }
}
