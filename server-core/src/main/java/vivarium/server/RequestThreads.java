package vivarium.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import vivarium.engine.PythonEngine;
import vivarium.journal.PythonFailure;

/**
 * The threads that take requests through the application: exactly as many as {@code wsgi.multithread} and {@code
 * mod_wsgi.thread_id} promise. Requests beyond that wait in a queue, without a thread.
 */
final class RequestThreads {
    /**
     * Python needs deep stacks: CPython's thousand frames must fit. Where the stack ends, GraalPy raises RecursionError; a larger
     * one would make tracebacks of tens of thousands of frames. Committed as used.
     */
    private static final long STACK_BYTES = 16L << 20;

    /** Several times what the server and a small application need for a request. */
    private static final Duration PATIENCE = Duration.ofNanos(500_000);

    private final PythonEngine engine;
    private final RequestQueue<Job> queue = new RequestQueue<>(PATIENCE);
    private final List<Thread> threads = new ArrayList<>();
    private final Map<Thread, ActiveRequest> active = new ConcurrentHashMap<>();
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final Object unfinishedLock = new Object();
    private int unfinished;
    private volatile @Nullable PythonFailure notLoaded;
    private volatile boolean closed;

    RequestThreads(int count, PythonEngine engine) {
        this.engine = engine;
        for (int number = 1; number <= count; number++) {
            int id = number;
            Thread thread = new Thread(null, () -> work(id), "request-" + id, STACK_BYTES);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    /** A request that waits for a thread. */
    interface Job {
        /** On the request thread with this number (from 1); its environ is made here. */
        ServerCall open(int thread);

        /** The journal's clock. */
        long now();
    }

    void start() {
        threads.forEach(Thread::start);
    }

    void submit(Job job) {
        synchronized (unfinishedLock) {
            unfinished++;
        }
        queue.add(job);
    }

    private void work(int id) {
        var taker = queue.taker();
        while (!closed) {
            try {
                Job job = taker.take();
                try {
                    serve(job, id);
                } finally {
                    finished();
                }
            } catch (InterruptedException stop) {
                // closed is looked at again
            } catch (RuntimeException | Error broken) {
                // One request must not cost a thread; what it was is in the log of whoever handles uncaught exceptions.
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, broken);
            }
        }
    }

    private void finished() {
        synchronized (unfinishedLock) {
            if (--unfinished == 0) {
                unfinishedLock.notifyAll();
            }
        }
    }

    private void serve(Job job, int id) {
        gate.readLock().lock();
        try {
            ServerCall call = job.open(id);
            try {
                enter(call, job);
            } catch (RuntimeException | StackOverflowError ended) {
                call.abandon("The request was ended: " + ended.getMessage());
            } finally {
                call.end();
            }
        } finally {
            gate.readLock().unlock();
        }
    }

    private void enter(ServerCall call, Job job) {
        PythonFailure failure = notLoaded;
        if (failure != null) {
            call.answer("500 Internal Server Error", ErrorPage.notLoaded(failure, call.head()));
            return;
        }
        Thread thread = Thread.currentThread();
        active.put(thread, new ActiveRequest(thread, call.exchange(), call.head(), job.now()));
        try {
            engine.serve(call);
        } finally {
            active.remove(thread);
        }
    }

    void notLoaded(PythonFailure failure) {
        notLoaded = failure;
    }

    void loaded() {
        notLoaded = null;
    }

    Collection<ActiveRequest> active() {
        return List.copyOf(active.values());
    }

    boolean whileIdle(Duration patience, Runnable work) {
        boolean idle = lockGate(patience);
        try {
            work.run();
        } finally {
            if (idle) {
                gate.writeLock().unlock();
            }
        }
        return idle;
    }

    boolean drain(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (unfinishedLock) {
            try {
                for (long left = patience.toMillis(); unfinished > 0 && left > 0; ) {
                    unfinishedLock.wait(left);
                    left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
            return unfinished == 0;
        }
    }

    private boolean lockGate(Duration patience) {
        try {
            return gate.writeLock().tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void close() {
        closed = true;
        queue.close();
        threads.forEach(Thread::interrupt);
    }
}
