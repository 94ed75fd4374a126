package vivarium.engine.embedded;

import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import vivarium.debug.StopReason;

/** The debugger as Python's side of it sees it; only what is exported here is visible to Python. */
public final class HostDebugger {
    private final EmbeddedDebugger debugger;

    HostDebugger(EmbeddedDebugger debugger) {
        this.debugger = debugger;
    }

    /** The number of a breakpoint for this moment of the calling thread's request, or 0. */
    @HostAccess.Export
    public long due(String kind, int number, Value names) {
        return debugger.due(kind, number, names);
    }

    /** Whether to stop now that the application is loaded. */
    @HostAccess.Export
    public boolean startup() {
        return debugger.startup();
    }

    /** The calling thread stops at the next line of the project's own code. */
    @HostAccess.Export
    public void suspend(String kind, String text, long number) {
        debugger.suspendSoon(new StopReason(StopReason.Kind.valueOf(kind), number, text));
    }

    /** Stops the calling thread; returns how the user wants it to go on. */
    @HostAccess.Export
    public String stop(Value stop, String kind, long number, String text) {
        return debugger.stopDirectly(stop, new StopReason(StopReason.Kind.valueOf(kind), number, text), null);
    }

    /** As above, with the exception that it is about. */
    @HostAccess.Export
    public String stop(
            Value stop,
            String kind,
            long number,
            String text,
            String type,
            String message,
            String traceback,
            String frames) {
        return debugger.stopDirectly(
                stop,
                new StopReason(StopReason.Kind.valueOf(kind), number, text),
                HostCall.failure(type, message, traceback, frames));
    }

    /** Whether a file is the project's own. */
    @HostAccess.Export
    public boolean mine(String file) {
        return debugger.mine(file);
    }

    /** The exchange that the calling thread serves, or 0. */
    @HostAccess.Export
    public long exchange() {
        return debugger.exchange();
    }

    /** An exception has left the application: where to stop, 0 to stop without a breakpoint, −1 to go on. */
    @HostAccess.Export
    public long left(String kinds, String type, String message, String traceback, String frames) {
        return debugger.left(kinds, HostCall.failure(type, message, traceback, frames));
    }

    /** A line for the error log of the calling thread's request: a stop in the code that was not made. */
    @HostAccess.Export
    public void passed(String text) {
        debugger.passed(text);
    }

    /** The breakpoints in lines, as JSON. */
    @HostAccess.Export
    public String breakpoints() {
        return debugger.marks().text();
    }

    /** Breakpoints were changed at the console. */
    @HostAccess.Export
    public void change(String text) {
        debugger.marks().change(text);
    }
}
