package vivarium.engine.embedded;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import vivarium.debug.Breakpoint;
import vivarium.debug.BreakpointStatus;
import vivarium.debug.BreakpointStatus.State;
import vivarium.debug.Breakpoints;
import vivarium.debug.RequestScope;
import vivarium.debug.Trigger;
import vivarium.engine.WsgiCall;
import vivarium.journal.ErrorLog;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;

/** Whether a breakpoint that was reached stops the thread: for this request, with this condition, this time. */
final class Decisions {
    private final Breakpoints breakpoints;
    private final ErrorLog log;
    private final Supplier<Optional<WsgiCall>> call;
    private final Supplier<Value> python;
    private final TimeLimit limit;

    /**
     * @param call the request that the calling thread serves
     * @param python the module {@code stops}
     * @param limit for what is evaluated
     */
    Decisions(
            Breakpoints breakpoints,
            ErrorLog log,
            Supplier<Optional<WsgiCall>> call,
            Supplier<Value> python,
            TimeLimit limit) {
        this.breakpoints = breakpoints;
        this.log = log;
        this.call = call;
        this.python = python;
        this.limit = limit;
    }

    /** Whether there is a breakpoint for moments that only the gateway knows. */
    boolean armed() {
        for (BreakpointStatus status : breakpoints.list()) {
            Trigger trigger = status.breakpoint().trigger();
            if (status.breakpoint().enabled()
                    && (trigger instanceof Trigger.Entry
                            || trigger instanceof Trigger.ResponseStart
                            || trigger instanceof Trigger.Chunk)) {
                return true;
            }
        }
        return false;
    }

    /** The breakpoint that stops the calling thread before a line, or 0. */
    long reached(List<Long> ids) {
        long stopping = 0;
        for (long id : ids) {
            Optional<BreakpointStatus> status = breakpoints.find(id);
            if (status.isPresent() && stops(status.get(), null) && stopping == 0) {
                stopping = id;
            }
        }
        return stopping;
    }

    /** The breakpoint that stops the calling thread at a moment of its request, or 0. */
    long due(String kind, int number, Value names) {
        long stopping = 0;
        for (BreakpointStatus status : breakpoints.list()) {
            boolean here = switch (status.breakpoint().trigger()) {
                case Trigger.Entry() -> kind.equals("entry");
                case Trigger.ResponseStart(int least) -> kind.equals("response") && number >= least;
                case Trigger.Chunk(int wanted) -> kind.equals("chunk") && number == wanted;
                default -> false;
            };
            if (here && stops(status, names) && stopping == 0) {
                stopping = status.breakpoint().id();
            }
        }
        return stopping;
    }

    /** The breakpoint that stops the calling thread after it has written this to the error log, or 0. */
    long logged(String text) {
        long stopping = 0;
        for (BreakpointStatus status : breakpoints.list()) {
            if (status.breakpoint().trigger() instanceof Trigger.Logged wanted
                    && wanted.matches(text)
                    && stops(status, null)
                    && stopping == 0) {
                stopping = status.breakpoint().id();
            }
        }
        return stopping;
    }

    /** The breakpoint that stops the calling thread as an exception leaves the application, or 0. */
    long left(String kinds) {
        for (BreakpointStatus status : breakpoints.list()) {
            Breakpoint breakpoint = status.breakpoint();
            if (breakpoint.trigger() instanceof Trigger.Raised(String type, Trigger.Mode mode, boolean _)
                    && mode == Trigger.Mode.LEAVING
                    && kinds.lines().anyMatch(kind -> type.isEmpty() || ExceptionTypes.named(type, kind))
                    && stops(status, null)) {
                return breakpoint.id();
            }
        }
        return 0;
    }

    /** @param names where the condition is evaluated; null for the frame that is suspended */
    private boolean stops(BreakpointStatus status, @Nullable Value names) {
        Breakpoint breakpoint = status.breakpoint();
        if (!breakpoint.enabled()
                || status.state() instanceof State.TooSlow
                || !admitted(breakpoint.scope())
                || !holds(breakpoint, names)) {
            return false;
        }
        long hits = breakpoints.hit(breakpoint.id());
        if (hits <= breakpoint.ignore()) {
            return false;
        }
        if (!breakpoint.message().isEmpty()) {
            evaluate(breakpoint, "message", breakpoint.message(), names)
                    .ifPresent(text -> log.write(
                            call.get().map(WsgiCall::exchange).orElse(0L),
                            LogLevel.INFO,
                            LogStream.SERVER,
                            text.asString()));
            return false;
        }
        if (breakpoint.oneShot()) {
            breakpoints.remove(breakpoint.id());
        }
        return true;
    }

    private boolean admitted(RequestScope scope) {
        return scope.equals(RequestScope.ANY)
                || call.get()
                        .filter(request -> scope.admits(request.head(), request.origin()))
                        .isPresent();
    }

    private boolean holds(Breakpoint breakpoint, @Nullable Value names) {
        if (breakpoint.condition().isEmpty()) {
            return true;
        }
        Optional<Value> answer = evaluate(breakpoint, "test", breakpoint.condition(), names);
        if (answer.isPresent() && answer.get().isBoolean()) {
            return answer.get().asBoolean();
        }
        answer.ifPresent(problem -> breakpoints.report(breakpoint.id(), new State.ConditionFailed(problem.asString())));
        return false;
    }

    /** Empty when it took too long; then the breakpoint says so and is not asked again. */
    private Optional<Value> evaluate(Breakpoint breakpoint, String how, String text, @Nullable Value names) {
        Value module = python.get();
        Optional<Value> answer = limit.within(() -> module.invokeMember(how, text, names));
        if (answer.isEmpty()) {
            breakpoints.report(breakpoint.id(), new State.TooSlow(TimeLimit.LIMIT));
        }
        return answer;
    }
}
