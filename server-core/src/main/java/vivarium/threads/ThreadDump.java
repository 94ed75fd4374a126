package vivarium.threads;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vivarium.engine.PythonStack;

/** All threads that were in Python at one moment, those longest in a request first. */
public record ThreadDump(Instant takenAt, long processId, List<Entry> threads) {
    /** One thread, and the request that it serves, if it serves one. */
    public record Entry(PythonStack stack, Optional<Serving> serving) {}

    /**
     * A request that a thread serves.
     *
     * @param nanos how long it has been in the application
     */
    public record Serving(long exchange, String method, String target, long nanos) {}

    /** The dump as text, in the form in which mod_wsgi's documentation prints stacks. */
    public String text() {
        return DumpText.of(this);
    }
}
