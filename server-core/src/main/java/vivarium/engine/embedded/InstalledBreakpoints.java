package vivarium.engine.embedded;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.DebugException;
import com.oracle.truffle.api.debug.DebugValue;
import com.oracle.truffle.api.debug.SuspendedEvent;
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
import java.util.function.Consumer;
import java.util.stream.Stream;
import vivarium.debug.BreakpointStatus;
import vivarium.debug.BreakpointStatus.State;
import vivarium.debug.Breakpoints;
import vivarium.debug.Trigger;

/** The breakpoints that the engine's own machinery watches for: those in lines, and on exceptions. Its owner guards changes. */
final class InstalledBreakpoints {
    /** Looks for handlers. */
    interface Uncaught {
        /** Whether no handler of the project's waits for an exception with these base classes, raised in this line. */
        boolean test(int line, List<String> kinds);
    }

    private static final Set<String> COMPREHENSIONS = Set.of("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>");

    private final Breakpoints breakpoints;
    private final SteppedCode code;
    private final Uncaught uncaught;
    private final Consumer<Breakpoint> installer;
    private final Map<Long, Breakpoint> installed = new HashMap<>();
    private final Map<Breakpoint, Long> numbers = new ConcurrentHashMap<>();
    private final Map<Long, Trigger> triggers = new ConcurrentHashMap<>();
    private final Set<Long> statements = ConcurrentHashMap.newKeySet();

    /** @param installer hands one to the engine */
    InstalledBreakpoints(Breakpoints breakpoints, SteppedCode code, Uncaught uncaught, Consumer<Breakpoint> installer) {
        this.breakpoints = breakpoints;
        this.code = code;
        this.uncaught = uncaught;
        this.installer = installer;
    }

    /** Brings what is installed in line with the list of breakpoints; with nothing, when they are all off. */
    void sync(boolean off) {
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
    }

    boolean isEmpty() {
        return installed.isEmpty();
    }

    /** Takes all out. */
    void clear() {
        List.copyOf(installed.keySet()).forEach(this::remove);
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
        installer.accept(made);
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

    /** The numbers of those at which the thread was suspended. */
    List<Long> reached(SuspendedEvent event) {
        int line = event.getSourceSection().getStartLine();
        var reached = new ArrayList<Long>();
        for (Breakpoint breakpoint : event.getBreakpoints()) {
            Long id = numbers.get(breakpoint);
            Trigger trigger = id == null ? null : triggers.get(id);
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

    private boolean matches(Trigger.Raised wanted, SuspendedEvent event) {
        DebugException raised = event.getException();
        if (raised == null
                || (wanted.onlyMine() && !code.isMine(event.getSourceSection().getSource()))) {
            return false;
        }
        DebugValue object = raised.getExceptionObject();
        DebugValue type = object == null ? null : object.getMetaObject();
        return type != null
                && ExceptionTypes.matches(wanted.type(), type)
                && (wanted.mode() != Trigger.Mode.UNCAUGHT
                        || uncaught.test(event.getSourceSection().getStartLine(), ExceptionTypes.names(type)));
    }
}
