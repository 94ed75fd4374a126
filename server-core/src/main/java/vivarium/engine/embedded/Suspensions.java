package vivarium.engine.embedded;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.Debugger;
import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SuspendAnchor;
import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.debug.SuspensionFilter;
import com.oracle.truffle.api.source.Source;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.graalvm.polyglot.Engine;
import org.jspecify.annotations.Nullable;
import vivarium.debug.Breakpoints;
import vivarium.debug.StopReason;
import vivarium.journal.PythonFailure;

/**
 * The engine's own machinery for stopping: installs breakpoints, and steps. An open session costs each request a little, so that
 * there is one only while something may stop.
 */
final class Suspensions {
    /** Decides on the stopped thread whether it is to stand still, and has it stand still. */
    interface Listener {
        /** The breakpoint that the thread has reached, of those that are installed there, or 0 to go on. */
        long decide(List<Long> breakpoints);

        /** Whether no handler of the project's waits for an exception with these base classes, raised in this line. */
        boolean uncaught(int line, List<String> kinds);

        /** Whether this is the first line that the suspended function executes since it was called or went on. */
        boolean entered();

        /** Blocks for as long as the thread is to stand still; returns how it goes on. */
        String hold(StopReason reason, Optional<PythonFailure> failure, Place place, LocalVariables locals);
    }

    /**
     * Where a thread was suspended.
     *
     * @param returned whether a call has just returned into this function; Python still has the frame of what was called
     */
    record Place(int line, boolean returned) {}

    private final Engine engine;
    private final Listener listener;
    private final SteppedCode code;
    private final InstalledBreakpoints installed;
    private final Steps steps;
    private final ThreadLocal<ThreadWish> wishes = ThreadLocal.withInitial(ThreadWish::new);
    private final Map<Thread, Boolean> busy = new ConcurrentHashMap<>();
    private @Nullable DebuggerSession session;
    private boolean off;

    /**
     * @param loaded the texts that were loaded from a place
     * @param quit has the calling thread raise {@code BdbQuit} at its next safepoint
     */
    Suspensions(
            Engine engine,
            Breakpoints breakpoints,
            Predicate<String> mine,
            Function<URI, Set<Source>> loaded,
            Listener listener,
            Runnable quit) {
        this.engine = engine;
        this.listener = listener;
        code = new SteppedCode(mine);
        installed = new InstalledBreakpoints(breakpoints, code, loaded, listener::uncaught, this::install);
        steps = new Steps(code, this::install, quit);
    }

    /** Brings what is installed in line with the list of breakpoints. */
    synchronized void sync() {
        installed.sync(off);
        closeIfIdle();
    }

    /** The application is loaded anew: what was resolved in its old code is looked for in the new. */
    synchronized void again() {
        installed.clear();
        sync();
    }

    synchronized void onlyMine(boolean on) {
        code.onlyMine(on);
        if (session != null) {
            session.setSteppingFilter(filter());
        }
    }

    /** Lets nothing stop any more, or lets it again. */
    synchronized void off(boolean now) {
        off = now;
        sync();
    }

    /** The calling thread stops at its next line. */
    void next(StopReason reason) {
        Thread thread = Thread.currentThread();
        wishes.get().next = reason;
        busy.put(thread, true);
        session().suspend(thread);
    }

    /** This thread stops at its next line. */
    void next(Thread thread) {
        busy.put(thread, true);
        session().suspend(thread);
    }

    /** The calling thread is done with its request: no step goes beyond. */
    void ended() {
        ThreadWish wish = wishes.get();
        boolean stepping = wish.active();
        if (stepping) {
            wish.reset();
        }
        if (busy.remove(Thread.currentThread()) != null) {
            synchronized (this) {
                if (session != null) {
                    session.resume(Thread.currentThread());
                }
                closeIfIdle();
            }
        }
    }

    private synchronized DebuggerSession session() {
        DebuggerSession open = session;
        if (open == null) {
            open = Debugger.find(engine).startSession(this::suspended);
            open.setSteppingFilter(filter());
            session = open;
        }
        return open;
    }

    private void install(Breakpoint breakpoint) {
        session().install(breakpoint);
    }

    private SuspensionFilter filter() {
        return SuspensionFilter.newBuilder()
                .includeInternal(false)
                .sourceIs(code::contains)
                .build();
    }

    private void closeIfIdle() {
        if (session != null && installed.isEmpty() && busy.isEmpty()) {
            session.close();
            session = null;
        }
    }

    private void suspended(SuspendedEvent event) {
        ThreadWish wish = wishes.get();
        StopReason reason = reason(event, wish);
        if (reason == null) {
            return;
        }
        wish.reset();
        busy.put(Thread.currentThread(), true);
        int line = event.getSourceSection().getStartLine();
        var place = new Place(line, event.getException() == null && event.getSuspendAnchor() == SuspendAnchor.AFTER);
        String how = listener.hold(reason, ExceptionTypes.failure(event), place, LocalVariables.of(event));
        steps.go(event, wish, how);
        wish.fresh = reason.kind() == StopReason.Kind.BREAKPOINT;
    }

    /** Null to go on; then the step that is under way has been prepared again. */
    private @Nullable StopReason reason(SuspendedEvent event, ThreadWish wish) {
        if (event.getException() == null
                && event.getSuspendAnchor() == SuspendAnchor.BEFORE
                && Resumption.isUnderWay()
                && listener.entered()) {
            Steps.goOn(event, wish);
            return null;
        }
        List<Long> reached = installed.reached(event);
        if (!reached.isEmpty()) {
            long number = listener.decide(reached);
            if (number > 0) {
                return new StopReason(StopReason.Kind.BREAKPOINT, number, "breakpoint " + number);
            }
        }
        StopReason next = wish.next;
        if (next != null) {
            return next;
        }
        if (wish.callee != null && event.getBreakpoints().contains(wish.callee)) {
            return new StopReason(StopReason.Kind.STEP, 0, "step");
        }
        if (wish.step.isEmpty()) {
            return event.isStep() || event.getBreakpoints().isEmpty()
                    ? new StopReason(StopReason.Kind.PAUSE, 0, "pause")
                    : null;
        }
        return steps.stepped(event, wish).orElse(null);
    }
}
