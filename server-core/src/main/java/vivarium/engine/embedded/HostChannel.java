package vivarium.engine.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.HostAccess;
import org.jspecify.annotations.Nullable;
import vivarium.journal.ErrorLog;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;

/** The agent's channel: what is said of the process rather than of one request. */
public final class HostChannel {
    private final ErrorLog log;
    private final ThreadStates threads;
    private final @Nullable InputStream console;

    /** @param console standard input whose reads may be interrupted; null for the process's own */
    HostChannel(ErrorLog log, ThreadStates threads, @Nullable InputStream console) {
        this.log = log;
        this.threads = threads;
        this.console = console;
    }

    /** A line of Vivarium's own for the error log; belongs to the exchange that the calling thread serves. */
    @HostAccess.Export
    public void log(String level, String text) {
        log.write(threads.exchange(), LogLevel.valueOf(level), LogStream.SERVER, text);
    }

    /** What this thread writes from now on is a logging record of this level; 0: no longer. */
    @HostAccess.Export
    public void record(int level) {
        threads.logs(level);
    }

    /** Whether standard input is to be read with {@link #read_console}. */
    @HostAccess.Export
    public boolean has_console() {
        return console != null;
    }

    /**
     * Reads from standard input; blocks until there is something, and other Python threads go on meanwhile.
     *
     * @return ISO-8859-1, at most {@code size} bytes, empty at the end; null when the read was interrupted
     */
    @HostAccess.Export
    public @Nullable String read_console(int size) throws IOException {
        if (console == null) {
            return "";
        }
        var bytes = new byte[size];
        try {
            int count = console.read(bytes);
            return count < 0 ? "" : new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
        } catch (InterruptedIOException interrupt) {
            return null;
        }
    }
}
