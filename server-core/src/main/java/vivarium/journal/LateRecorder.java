package vivarium.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds the first events until it is known where they are to be kept, for a journal that is opened before its project is. Without
 * {@link #begin} nothing is kept in the end.
 */
public final class LateRecorder implements Recorder {
    private final int most;
    private final List<Event> waiting = new ArrayList<>();
    private Recorder recorder = Recorder.none();
    private boolean begun;
    private boolean closed;

    /** @param most events that are held; later ones are left out until {@link #begin} */
    public LateRecorder(int most) {
        this.most = most;
    }

    /** From now on this one keeps the events; it is closed with this. Once; any thread. */
    public synchronized void begin(Recorder now) {
        if (begun) {
            throw new IllegalStateException("recording has begun already");
        }
        begun = true;
        recorder = now;
        if (closed) {
            now.close();
        }
    }

    /** Whether {@link #begin} was called. */
    public synchronized boolean begun() {
        return begun;
    }

    @Override
    public synchronized void write(List<Event> events) {
        if (!begun) {
            waiting.addAll(events.subList(0, Math.min(events.size(), most - waiting.size())));
            return;
        }
        if (!waiting.isEmpty()) {
            List<Event> first = List.copyOf(waiting);
            waiting.clear();
            recorder.write(first);
        }
        recorder.write(events);
    }

    @Override
    public synchronized void commit() {
        recorder.commit();
    }

    @Override
    public synchronized void close() {
        closed = true;
        recorder.close();
    }
}
