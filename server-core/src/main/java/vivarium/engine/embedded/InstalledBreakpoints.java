package vivarium.engine.embedded;

import com.oracle.truffle.api.debug.Breakpoint;
import com.oracle.truffle.api.debug.DebugException;
import com.oracle.truffle.api.debug.DebugValue;
import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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
import java.util.function.Function;
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
    private final Function<URI, Set<Source>> loaded;
    private final Map<Long, List<Breakpoint>> installed = new HashMap<>();
    private final Map<Breakpoint, Long> numbers = new ConcurrentHashMap<>();
    private final Map<Long, Trigger> triggers = new ConcurrentHashMap<>();
    private final Set<Long> statements = ConcurrentHashMap.newKeySet();

    /**
     * @param loaded the texts that were loaded from a place
     * @param installer hands one to the engine
     */
    InstalledBreakpoints(
            Breakpoints breakpoints,
            SteppedCode code,
            Function<URI, Set<Source>> loaded,
            Uncaught uncaught,
            Consumer<Breakpoint> installer) {
        this.loaded = loaded;
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
        List<Breakpoint> made = switch (trigger) {
            case Trigger.Line(Path file, int line) -> inLine(id, file.toUri(), line);
            default -> List.of(Breakpoint.newExceptionBuilder(true, true).build());
        };
        made.forEach(each -> numbers.put(each, id));
        installed.put(id, made);
        triggers.put(id, trigger);
        made.forEach(installer);
        if (trigger instanceof Trigger.Line(Path file, int line)) {
            whyNot(file, line).ifPresent(reason -> breakpoints.report(id, new State.Unreachable(reason)));
        } else {
            breakpoints.report(id, new State.Verified(0));
        }
    }

    /**
     * One for whatever is loaded from there. It settles on the text that came last; so when there were several, each has one of its own:
     * an edit that is undone brings back a text that the engine knows already and says nothing of.
     */
    private List<Breakpoint> inLine(long id, URI place, int line) {
        var made = new ArrayList<Breakpoint>();
        made.add(Breakpoint.newBuilder(place)
                .lineIs(line)
                .resolveListener((_, section) -> resolved(id, line, section.getStartLine()))
                .build());
        Set<Source> texts = loaded.apply(place);
        if (texts.size() > 1) {
            texts.forEach(
                    text -> made.add(Breakpoint.newBuilder(text).lineIs(line).build()));
        }
        return made;
    }

    private static Optional<String> whyNot(Path file, int line) {
        try (Stream<String> all = Files.lines(file)) {
            List<String> lines = all.toList();
            if (line > lines.size()) {
                return Optional.of("The file has no line " + line + ", but " + lines.size() + ".");
            }
            boolean code = lines.stream().skip(line - 1L).map(String::strip).anyMatch(InstalledBreakpoints::isCode);
            return code ? Optional.empty() : Optional.of("There is no code in line " + line + " or below it.");
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.of("The file cannot be read.");
        }
    }

    private static boolean isCode(String line) {
        return !line.isEmpty() && !line.startsWith("#");
    }

    private void resolved(long id, int wanted, int found) {
        // A line in a function that is not compiled yet resolves to the whole function's first line.
        if (found >= wanted) {
            breakpoints.report(id, new State.Verified(found));
        }
    }

    private void remove(long id) {
        List<Breakpoint> old = installed.remove(id);
        triggers.remove(id);
        statements.remove(id);
        if (old != null) {
            old.forEach(numbers::remove);
            old.forEach(Breakpoint::dispose);
        }
    }

    /** The numbers of those at which the thread was suspended. */
    List<Long> reached(SuspendedEvent event) {
        int line = event.getSourceSection().getStartLine();
        var reached = new ArrayList<Long>();
        for (Breakpoint breakpoint : event.getBreakpoints()) {
            Long id = numbers.get(breakpoint);
            Trigger trigger = id == null ? null : triggers.get(id);
            if (id == null || trigger == null || reached.contains(id)) {
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
