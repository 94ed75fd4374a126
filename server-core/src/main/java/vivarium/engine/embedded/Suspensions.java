package vivarium.engine.embedded;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.DebugException;
import com.oracle.truffle.api.debug.DebugStackFrame;
import com.oracle.truffle.api.debug.DebugValue;
import com.oracle.truffle.api.debug.Debugger;
import com.oracle.truffle.api.debug.DebuggerSession;
import com.oracle.truffle.api.debug.SuspendAnchor;
import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.debug.SuspensionFilter;
import com.oracle.truffle.api.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.Engine;
import org.jspecify.annotations.Nullable;
import vivarium.debug.BreakpointStatus;
import vivarium.debug.BreakpointStatus.State;
import vivarium.debug.Breakpoints;
import vivarium.debug.StopReason;
import vivarium.debug.Trigger;
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

    private static final Set<String> COMPREHENSIONS = Set.of("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>");

    private final Engine engine;
    private final Breakpoints breakpoints;
    private final Predicate<String> mine;
    private final Listener listener;
    private final Runnable quit;
    private final Map<Long, Breakpoint> installed = new HashMap<>();
    private final Map<Breakpoint, Long> numbers = new ConcurrentHashMap<>();
    private final Map<Long, Trigger> triggers = new ConcurrentHashMap<>();
    private final ThreadLocal<ThreadWish> wishes = ThreadLocal.withInitial(ThreadWish::new);
    private final Set<Long> statements = ConcurrentHashMap.newKeySet();
    private final Map<Thread, Boolean> busy = new ConcurrentHashMap<>();
    private @Nullable DebuggerSession session;
    private volatile boolean onlyMine = true;
    private boolean off;

    /** @param quit has the calling thread raise {@code BdbQuit} at its next safepoint */
    Suspensions(Engine engine, Breakpoints breakpoints, Predicate<String> mine, Listener listener, Runnable quit) {
        this.engine = engine;
        this.breakpoints = breakpoints;
        this.mine = mine;
        this.listener = listener;
        this.quit = quit;
    }

    /** Brings what is installed in line with the list of breakpoints. */
    synchronized void sync() {
        var wanted = new HashMap<Long, Trigger>();
        if (!off) {
            for (BreakpointStatus status : breakpoints.list()) {
                Trigger trigger = status.breakpoint().trigger();
                boolean ours = trigger instanceof Trigger.Line
                        || (trigger instanceof Trigger.Raised(String _, Trigger.Mode mode, boolean _)
                                && mode != Trigger.Mode.LEAVING);
                if (ours && status.breakpoint().enabled() && !(status.state() instanceof State.Gone)) {
                    wanted.put(status.breakpoint().id(), trigger);
                }
            }
        }
        for (Long id : List.copyOf(installed.keySet())) {
            if (!Objects.equals(triggers.get(id), wanted.get(id))) {
                remove(id);
            }
        }
        wanted.forEach((id, trigger) -> {
            if (!installed.containsKey(id)) {
                install(id, trigger);
            }
        });
        closeIfIdle();
    }

    /** The application is loaded anew: what was resolved in its old code is looked for in the new. */
    synchronized void again() {
        List.copyOf(installed.keySet()).forEach(this::remove);
        sync();
    }

    synchronized void onlyMine(boolean on) {
        onlyMine = on;
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
            reset(wish);
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

    private SuspensionFilter filter() {
        return SuspensionFilter.newBuilder()
                .includeInternal(false)
                .sourceIs(this::stops)
                .build();
    }

    private boolean stops(Source source) {
        return onlyMine ? isMine(source) : isPython(source);
    }

    private boolean isMine(Source source) {
        return mine.test(name(source));
    }

    private boolean isPython(Source source) {
        return !name(source).contains("/vivarium_agent/") && !name(source).startsWith("<");
    }

    private static String name(Source source) {
        String path = source.getPath();
        return path == null ? source.getName() : path;
    }

    private void closeIfIdle() {
        if (session != null && installed.isEmpty() && busy.isEmpty()) {
            session.close();
            session = null;
        }
    }

    private void install(long id, Trigger trigger) {
        Breakpoint made = switch (trigger) {
            case Trigger.Line(Path file, int line) ->
                Breakpoint.newBuilder(file.toUri())
                        .lineIs(line)
                        .resolveListener((_, section) -> resolved(id, line, section.getStartLine()))
                        .build();
            default -> Breakpoint.newExceptionBuilder(true, true).build();
        };
        numbers.put(made, id);
        installed.put(id, made);
        triggers.put(id, trigger);
        session().install(made);
        if (trigger instanceof Trigger.Line(Path file, int line)) {
            whyNot(file, line).ifPresent(reason -> breakpoints.report(id, new State.Unreachable(reason)));
        } else {
            breakpoints.report(id, new State.Verified(0));
        }
    }

    private static Optional<String> whyNot(Path file, int line) {
        try (Stream<String> lines = Files.lines(file)) {
            long count = lines.count();
            return line <= count
                    ? Optional.empty()
                    : Optional.of("The file has no line " + line + ", but " + count + ".");
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.of("The file cannot be read.");
        }
    }

    private void resolved(long id, int wanted, int found) {
        // A line in a function that is not compiled yet resolves to the whole function's first line.
        if (found >= wanted) {
            breakpoints.report(id, new State.Verified(found));
        }
    }

    private void remove(long id) {
        Breakpoint old = installed.remove(id);
        triggers.remove(id);
        statements.remove(id);
        if (old != null) {
            numbers.remove(old);
            old.dispose();
        }
    }

    private void suspended(SuspendedEvent event) {
        ThreadWish wish = wishes.get();
        StopReason reason = reason(event, wish);
        if (reason == null) {
            return;
        }
        reset(wish);
        busy.put(Thread.currentThread(), true);
        int line = event.getSourceSection().getStartLine();
        var place = new Place(line, event.getException() == null && event.getSuspendAnchor() == SuspendAnchor.AFTER);
        String how = listener.hold(reason, ExceptionTypes.failure(event), place, LocalVariables.of(event));
        go(event, wish, how, line);
        wish.fresh = reason.kind() == StopReason.Kind.BREAKPOINT;
    }

    /** Null to go on; then the step that is under way has been prepared again. */
    private @Nullable StopReason reason(SuspendedEvent event, ThreadWish wish) {
        if (event.getException() == null
                && event.getSuspendAnchor() == SuspendAnchor.BEFORE
                && Resumption.isUnderWay()
                && listener.entered()) {
            goOn(event, wish);
            return null;
        }
        int line = event.getSourceSection().getStartLine();
        List<Long> reached = reached(event, line);
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
        return stepped(event, wish, line);
    }

    /** It is on its way in the middle of a line. */
    private static void goOn(SuspendedEvent event, ThreadWish wish) {
        if (!wish.step.isEmpty()) {
            again(event, wish, depth(event));
        } else if (event.isStep()) {
            event.prepareStepInto(1);
        }
    }

    private @Nullable StopReason stepped(SuspendedEvent event, ThreadWish wish, int line) {
        int depth = depth(event);
        boolean early = switch (wish.step) {
            case "into" -> false;
            case "out" -> depth >= wish.depth;
            default -> depth > wish.depth;
        };
        if (!event.isStep() || (early && !event.getBreakpoints().isEmpty())) {
            // A breakpoint that did not stop has ended the engine's own step.
            again(event, wish, depth);
            return null;
        }
        if (event.getSuspendAnchor() == SuspendAnchor.AFTER
                && !stops(event.getSourceSection().getSource())) {
            wish.step = "into"; // the application has returned, and may be entered again for its response's next part
            wish.away = wish.awaits != null;
            event.prepareStepInto(1);
            return null;
        }
        if (wish.away && !wish.isBack(function(event.getTopStackFrame()), event.getSuspendAnchor())) {
            event.prepareStepInto(1);
            return null;
        }
        if (wish.returning) {
            again(event, wish, depth);
            return null;
        }
        boolean sameFrame = depth == wish.depth;
        if (wish.fresh && sameFrame && line == wish.line && event.getSuspendAnchor() == SuspendAnchor.BEFORE) {
            wish.fresh = false;
            again(event, wish, depth);
            return null;
        }
        wish.fresh = false;
        if (wish.until > 0 && sameFrame && line < wish.until) {
            event.prepareStepOver(1);
            return null;
        }
        return new StopReason(StopReason.Kind.STEP, 0, "step");
    }

    private static void again(SuspendedEvent event, ThreadWish wish, int depth) {
        int deeper = depth - wish.depth;
        switch (wish.step) {
            case "into" -> event.prepareStepInto(1);
            case "out" -> event.prepareStepOut(deeper + 1);
            default -> {
                wish.returning = deeper > 0;
                if (wish.returning) {
                    event.prepareStepOut(deeper);
                } else {
                    event.prepareStepOver(1);
                }
            }
        }
    }

    private static int depth(SuspendedEvent event) {
        int depth = 0;
        for (DebugStackFrame frame : event.getStackFrames()) {
            depth += frame.isHost() ? 0 : 1;
        }
        return depth;
    }

    private List<Long> reached(SuspendedEvent event, int line) {
        var reached = new ArrayList<Long>();
        for (Breakpoint breakpoint : event.getBreakpoints()) {
            Long id = numbers.get(breakpoint);
            Trigger trigger = id == null ? null : trigger(id);
            if (id == null || trigger == null) {
                continue;
            }
            boolean here = switch (trigger) {
                case Trigger.Line(Path file, int wanted) -> line >= wanted && !insideStatement(event, id);
                case Trigger.Raised raised -> matches(raised, event);
                default -> false;
            };
            if (here) {
                reached.add(id);
            }
        }
        return reached;
    }

    /**
     * Whether this is a comprehension inside the statement in which the breakpoint is. Before that statement the thread has stopped, or
     * might have, and once for each element is not what was asked for.
     */
    private boolean insideStatement(SuspendedEvent event, long id) {
        if (COMPREHENSIONS.contains(String.valueOf(event.getTopStackFrame().getName()))) {
            return statements.contains(id);
        }
        statements.add(id);
        return false;
    }

    private @Nullable Trigger trigger(long id) {
        return triggers.get(id);
    }

    private boolean matches(Trigger.Raised wanted, SuspendedEvent event) {
        DebugException raised = event.getException();
        if (raised == null
                || (wanted.onlyMine() && !isMine(event.getSourceSection().getSource()))) {
            return false;
        }
        DebugValue object = raised.getExceptionObject();
        DebugValue type = object == null ? null : object.getMetaObject();
        return type != null
                && ExceptionTypes.matches(wanted.type(), type)
                && (wanted.mode() != Trigger.Mode.UNCAUGHT
                        || listener.uncaught(event.getSourceSection().getStartLine(), ExceptionTypes.names(type)));
    }

    private void go(SuspendedEvent event, ThreadWish wish, String how, int line) {
        String[] words = how.split(" ", 3);
        wish.line = line;
        switch (words[0]) {
            case "over" -> step(event, wish, words[0]).prepareStepOver(1);
            case "into" -> step(event, wish, words[0]).prepareStepInto(1);
            case "out" -> step(event, wish, words[0]).prepareStepOut(1);
            case "until" -> {
                step(event, wish, "over").prepareStepOver(1);
                wish.until = words.length > 1 ? Integer.parseInt(words[1]) : line + 1;
            }
            case "call" -> {
                Breakpoint callee = Breakpoint.newBuilder(Path.of(words[2]).toUri())
                        .lineIs(Integer.parseInt(words[1]))
                        .oneShot()
                        .build();
                wish.callee = callee;
                session().install(callee);
                step(event, wish, "over").prepareStepOver(1);
            }
            case "abort" -> {
                event.prepareContinue();
                quit.run();
            }
            default -> event.prepareContinue();
        }
    }

    private SuspendedEvent step(SuspendedEvent event, ThreadWish wish, String step) {
        wish.step = step;
        wish.depth = depth(event);
        wish.awaits = step.equals("over") && Resumption.mayFollow(event.getSourceSection()) ? awaited(event) : null;
        return event;
    }

    private ThreadWish.Awaited awaited(SuspendedEvent event) {
        String caller = StreamSupport.stream(event.getStackFrames().spliterator(), false)
                .skip(1)
                .filter(frame -> frame.getSourceSection() != null
                        && stops(frame.getSourceSection().getSource()))
                .map(Suspensions::function)
                .findFirst()
                .orElse("");
        return new ThreadWish.Awaited(function(event.getTopStackFrame()), caller);
    }

    private static String function(DebugStackFrame frame) {
        return name(frame.getSourceSection().getSource()) + ":" + frame.getName();
    }

    private static void reset(ThreadWish wish) {
        wish.step = "";
        wish.next = null;
        wish.until = 0;
        wish.fresh = false;
        wish.returning = false;
        wish.away = false;
        wish.awaits = null;
        if (wish.callee != null) {
            wish.callee.dispose();
            wish.callee = null;
        }
    }
}
