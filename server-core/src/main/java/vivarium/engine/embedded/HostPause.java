package vivarium.engine.embedded;

import org.graalvm.polyglot.HostAccess;
import org.jspecify.annotations.Nullable;

/** A stop as Python's side of the debugger sees it; used on the stopped thread. */
public final class HostPause {
    private final PausedThread pause;
    private final HostDebugger host;
    private final LocalVariables locals;

    HostPause(PausedThread pause, HostDebugger host, LocalVariables locals) {
        this.pause = pause;
        this.host = host;
        this.locals = locals;
    }

    /** The debugger that this stop belongs to. */
    @HostAccess.Export
    public HostDebugger host() {
        return host;
    }

    /** The next command with its line feed; empty when there will be none; null when it was interrupted. Blocks. */
    @HostAccess.Export
    public @Nullable String read() {
        return pause.read();
    }

    /** Whether the thread is to go on, whatever it is in the middle of. */
    @HostAccess.Export
    public boolean released() {
        return pause.released();
    }

    /** What asks for a command. */
    @HostAccess.Export
    public String prompt() {
        return pause.prompt();
    }

    /** Text for the console. */
    @HostAccess.Export
    public void write(String text) {
        pause.write(text);
    }

    /** The console has selected this frame, counted from the innermost. */
    @HostAccess.Export
    public void selected(int frame) {
        pause.selected(frame);
    }

    /** Gives a local variable the value that waits in the slot; false where there is no such variable. */
    @HostAccess.Export
    public boolean set_local(int frame, String name) {
        return locals.set(frame, name);
    }

    /** A variable may have another value now. */
    @HostAccess.Export
    public void changed() {
        pause.changed();
    }
}
