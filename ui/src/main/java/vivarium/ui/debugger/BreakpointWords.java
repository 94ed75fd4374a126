package vivarium.ui.debugger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vivarium.debug.Breakpoint;
import vivarium.debug.BreakpointStatus;
import vivarium.debug.BreakpointStatus.State;
import vivarium.debug.RequestScope;
import vivarium.debug.Trigger;
import vivarium.ui.parts.ShortPath;
import vivarium.ui.source.LineMark;

/** Breakpoints in words and as marks. */
final class BreakpointWords {
    private BreakpointWords() {}

    /** What it waits for. */
    static String trigger(Breakpoint breakpoint, Path folder) {
        return switch (breakpoint.trigger()) {
            case Trigger.Line(Path file, int line) -> ShortPath.of(folder, file.toString()) + ":" + line;
            case Trigger.Entry() -> "Application is called";
            case Trigger.ResponseStart(int status) ->
                status == 0 ? "start_response is called" : "start_response with status ≥ " + status;
            case Trigger.Chunk(int number) -> "Chunk " + number + " of a response";
            case Trigger.Logged(String text) -> "“" + text + "” is logged";
            case Trigger.Raised(String type, Trigger.Mode mode, boolean mine) ->
                (type.isEmpty() ? "Any exception" : type) + " " + mode(mode) + (mine ? ", in my code" : "");
        };
    }

    /** As the form offers it. */
    static String mode(Trigger.Mode mode) {
        return switch (mode) {
            case RAISED -> "raised";
            case UNCAUGHT -> "not caught by my code";
            case LEAVING -> "leaves the application";
        };
    }

    /** What restricts it; empty for a plain one. */
    static String details(Breakpoint breakpoint) {
        var parts = new ArrayList<String>();
        if (!breakpoint.condition().isEmpty()) {
            parts.add("if " + breakpoint.condition());
        }
        if (!breakpoint.message().isEmpty()) {
            parts.add("logs “" + breakpoint.message() + "”");
        }
        if (breakpoint.ignore() > 0) {
            parts.add("after " + breakpoint.ignore() + (breakpoint.ignore() == 1 ? " hit" : " hits"));
        }
        if (breakpoint.oneShot()) {
            parts.add("once");
        }
        scope(breakpoint.scope(), parts);
        return String.join(" · ", parts);
    }

    private static void scope(RequestScope scope, List<String> parts) {
        String request = (scope.method() + " " + scope.path()).strip();
        if (!request.isEmpty()) {
            parts.add(request);
        }
        if (!scope.header().isEmpty()) {
            parts.add("with " + scope.header());
        }
        if (scope.replayOf() != 0) {
            parts.add("replays of #" + scope.replayOf());
        }
    }

    /** What has become of it, where the user should know; empty where it is as wished. */
    static String problem(BreakpointStatus status) {
        return switch (status.state()) {
            case State.Unreachable(String reason) -> reason;
            case State.Gone(String text) -> text.isEmpty() ? "Its line is gone." : "The line “" + text + "” is gone.";
            case State.ConditionFailed(String problem) -> "Its condition failed: " + problem;
            case State.TooSlow(Duration limit) ->
                "Its " + (status.breakpoint().condition().isEmpty() ? "message" : "condition")
                        + " took too long: it was ended after " + limit.toSeconds()
                        + " s, and is not asked again until you change it or the application is loaded anew.";
            case State.Verified ignored -> "";
            case State.Pending ignored -> "";
        };
    }

    /** The line beside which it is drawn: where it stops, if that is known. */
    static int line(BreakpointStatus status, int wanted) {
        return status.state() instanceof State.Verified(int line) && line > 0 ? line : wanted;
    }

    /** Its mark. */
    static LineMark mark(BreakpointStatus status) {
        Breakpoint breakpoint = status.breakpoint();
        var styles = new ArrayList<String>();
        styles.add(breakpoint.message().isEmpty() ? "breakpoint" : "log-point");
        if (!breakpoint.enabled()) {
            styles.add("disabled-mark");
        } else if (!problem(status).isEmpty()) {
            styles.add("unreachable");
        } else if (status.state() instanceof State.Pending) {
            styles.add("unverified");
        }
        return new LineMark(styles, sign(breakpoint), meaning(status));
    }

    private static String sign(Breakpoint breakpoint) {
        return !breakpoint.message().isEmpty()
                ? "i"
                : !breakpoint.condition().isEmpty()
                        ? "?"
                        : breakpoint.oneShot()
                                ? "1"
                                : breakpoint.ignore() > 0
                                        ? "n"
                                        : breakpoint.scope().equals(RequestScope.ANY) ? "" : "@";
    }

    private static String meaning(BreakpointStatus status) {
        Breakpoint breakpoint = status.breakpoint();
        String what = breakpoint.message().isEmpty() ? "Breakpoint " : "Log point ";
        var lines = new ArrayList<String>();
        lines.add(what + breakpoint.id() + (breakpoint.enabled() ? "" : ", disabled") + hits(status.hits()));
        lines.add(details(breakpoint));
        lines.add(problem(status));
        if (breakpoint.enabled() && status.state() instanceof State.Pending) {
            lines.add("Not checked yet: its file is not loaded.");
        }
        lines.removeIf(String::isEmpty);
        return String.join("\n", lines);
    }

    /** How often it was reached. */
    private static String hits(long hits) {
        return hits == 0 ? "" : hits == 1 ? ", 1 hit" : ", " + hits + " hits";
    }
}
