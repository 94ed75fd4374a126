package vivarium.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vivarium.journal.Event.LogLine;

/**
 * The journal of a running Vivarium: a bounded queue, and one thread that hands on what was appended.
 *
 * <p>{@link #append} may be called by any thread and never waits. What was appended is delivered about 10 ms later, to the
 * subscribers and then to the recorder, in one order, by the thread {@code vivarium-journal}; it is committed about 100 ms
 * later at most. When the recorder fails it is closed, one {@link LogLine} of the {@linkplain LogStream#SERVER server} says
 * why, and everything else goes on.
 */
public final class EventJournal implements Journal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventJournal.class);

    /** How long events are gathered after the first: a wake-up for each of them would cost more than writing it. */
    private static final long GATHER = TimeUnit.MILLISECONDS.toNanos(10);

    /** How old an event may become before it is on disk, less the time that writing takes. */
    private static final long COMMIT = TimeUnit.MILLISECONDS.toNanos(100);

    private final JournalClock clock;
    private final EventQueue queue;
    private final BodyLimit bodies;
    private final Subscribers subscribers = new Subscribers();
    private final Queue<CountDownLatch> flushes = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean idle = new AtomicBoolean();
    private final Thread writer;
    private volatile boolean closing;

    // From here on the writer's own.
    private Recorder recorder;
    private boolean uncommitted;
    private long commitAt;

    private EventJournal(JournalClock clock, JournalBounds bounds, Recorder recorder) {
        this.clock = clock;
        this.queue = new EventQueue(bounds);
        this.bodies = new BodyLimit(bounds.body());
        this.recorder = recorder;
        this.writer = Thread.ofPlatform().name("vivarium-journal").daemon().unstarted(this::write);
    }

    /** A journal whose writer runs; it owns the recorder and closes it. */
    public static EventJournal open(JournalClock clock, JournalBounds bounds, Recorder recorder) {
        var journal = new EventJournal(clock, bounds, recorder);
        journal.writer.start();
        return journal;
    }

    @Override
    public long now() {
        return clock.now();
    }

    /** {@inheritDoc} After {@link #close} it does nothing. */
    @Override
    public void append(Event event) {
        if (closing) {
            return;
        }
        queue.offer(event);
        if (idle.get() && idle.compareAndSet(true, false)) {
            LockSupport.unpark(writer);
        }
    }

    /**
     * Hands the events from now on to the consumer, in order, in batches that are never empty and not to be changed.
     *
     * <p>The consumer runs on the writer's thread and should be quick: while it runs, nothing is written to disk.
     */
    public Subscription subscribe(Consumer<List<Event>> consumer) {
        return subscribers.add(consumer);
    }

    /** Waits until all that was appended before is delivered and committed, or this thread is interrupted. Not for subscribers. */
    public void flush() {
        if (Thread.currentThread() == writer) {
            throw new IllegalStateException("A subscriber cannot wait for itself");
        }
        var done = new CountDownLatch(1);
        flushes.add(done);
        LockSupport.unpark(writer);
        try {
            while (writer.isAlive() && !done.await(20, TimeUnit.MILLISECONDS)) {
                // Once more: the writer may have ended without having seen this.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until everything that was appended before is delivered and committed and the recorder is closed. Idempotent. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(writer);
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        boolean last;
        do {
            // Both are looked at before the queue is: what was appended before them is then in this batch.
            last = closing;
            var waiting = waiting();
            writeBatch();
            if (uncommitted && (last || !waiting.isEmpty() || untilCommit() <= 0)) {
                record(Recorder::commit);
                uncommitted = false;
            }
            waiting.forEach(CountDownLatch::countDown);
            if (!last) {
                rest();
            }
        } while (!last);
        recorder.close();
    }

    private List<CountDownLatch> waiting() {
        var waiting = new ArrayList<CountDownLatch>();
        for (var latch = flushes.poll(); latch != null; latch = flushes.poll()) {
            waiting.add(latch);
        }
        return waiting;
    }

    private void writeBatch() {
        var batch = queue.drain(clock.now());
        if (!batch.events().isEmpty()) {
            var events = Collections.unmodifiableList(bodies.apply(batch.events()));
            subscribers.deliver(events);
            if (!uncommitted) {
                uncommitted = true;
                commitAt = System.nanoTime() + COMMIT;
            }
            record(r -> r.write(events));
        }
        queue.release(batch);
    }

    private void record(Consumer<Recorder> action) {
        try {
            action.accept(recorder);
        } catch (SessionException e) {
            stopRecording(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            LOG.error("The recorder failed", e);
            stopRecording("Recording stopped because of a mistake in Vivarium (" + e
                    + "); please report it. Serving goes on, and what was recorded until now can be opened.");
        }
    }

    private void stopRecording(String message) {
        recorder.close();
        recorder = Recorder.none();
        var line = new LogLine(clock.now(), 0, LogLevel.ERROR, LogStream.SERVER, writer.getName(), message);
        // Not appended: a full queue or a closing journal must not swallow it.
        subscribers.deliver(List.of(line));
    }

    private void rest() {
        idle.set(true);
        if (queue.isEmpty() && !urgent()) {
            if (uncommitted) {
                LockSupport.parkNanos(this, untilCommit());
            } else {
                LockSupport.park(this);
            }
        }
        idle.set(false);
        if (!queue.isEmpty() && !urgent()) {
            LockSupport.parkNanos(this, GATHER);
        }
    }

    private long untilCommit() {
        return commitAt - System.nanoTime();
    }

    private boolean urgent() {
        return closing || !flushes.isEmpty();
    }
}
