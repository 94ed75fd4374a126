package vivarium.app.inspect;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import vivarium.journal.SearchProgress;

/** Says on a terminal, in one line that is gone at the end, how far the index for a search has come, where that takes more than a second. */
final class TerminalProgress implements SearchProgress, AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(200);
    private static final String ERASED = "\r\033[K";

    private final PrintStream err;
    private final boolean terminal;
    private final LongSupplier nanos;
    private long next;
    private boolean said;

    TerminalProgress(PrintStream err, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
        next = nanos.getAsLong() + PATIENCE;
    }

    /** On standard error, where a person looks at it. */
    static TerminalProgress here() {
        boolean person = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new TerminalProgress(System.err, person, System::nanoTime);
    }

    @Override
    public boolean proceed(long done, long all) {
        if (terminal && nanos.getAsLong() - next >= 0) {
            next = nanos.getAsLong() + BETWEEN;
            said = true;
            err.print(ERASED + "Making the index for searching: " + 100 * done / Math.max(1, all)
                    + " % (Ctrl+C stops; what is done is kept)");
            err.flush();
        }
        return true;
    }

    @Override
    public void close() {
        if (said) {
            err.print(ERASED);
            err.flush();
        }
    }
}
