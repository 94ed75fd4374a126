package vivarium.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands waiting requests to request threads, and wakes as few of them as can be: the one that went to rest last, and none where
 * one is about to come back anyway. Python code runs on one thread at a time, so a second thread that is woken for a small request
 * does nothing but contend for the interpreter's lock, which costs more than the request.
 *
 * <p>A request that arrives just after a thread has begun another one is left to that thread. If nobody has come back when the
 * patience is over, the next thread is woken.
 */
final class RequestQueue<T> implements AutoCloseable {
    /** How long the watch stays up for another request; below this it would be woken for nearly each one. */
    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final long patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition deferral = lock.newCondition();
    private final Deque<T> waiting = new ArrayDeque<>();
    private final Deque<Condition> resting = new ArrayDeque<>();
    private final Thread watch;
    private int threads;
    private long begun;
    private long deferred;
    private boolean watching;

    /** @param patience how long a request is left to a thread that has just begun another one */
    RequestQueue(Duration patience) {
        this.patience = patience.toNanos();
        watch = Thread.ofPlatform().daemon().name("vivarium-request-watch").start(this::watch);
    }

    /** Where one thread takes its requests. */
    final class Taker {
        private final Condition rest = lock.newCondition();

        private Taker() {}

        /** The next request; blocks until there is one. */
        T take() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (waiting.isEmpty()) {
                    resting.push(rest);
                    try {
                        rest.await();
                    } finally {
                        resting.remove(rest); // where an interrupt ended it, or nothing did
                    }
                }
                begun = System.nanoTime();
                return waiting.remove();
            } finally {
                lock.unlock();
            }
        }
    }

    /** For one more thread. */
    Taker taker() {
        lock.lock();
        try {
            threads++;
            return new Taker();
        } finally {
            lock.unlock();
        }
    }

    /** Hands this request to a thread, soon. Any thread; never blocks. */
    void add(T request) {
        lock.lock();
        try {
            waiting.add(request);
            if (resting.isEmpty()) {
                return;
            }
            long now = System.nanoTime();
            if (resting.size() == threads || now - begun >= patience) {
                wake(now);
                return;
            }
            deferred = now;
            if (!watching) {
                watching = true;
                deferral.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void wake(long now) {
        begun = now;
        resting.pop().signal();
    }

    private void watch() {
        lock.lock();
        try {
            while (true) {
                long now = System.nanoTime();
                watching = !waiting.isEmpty() || (deferred != 0 && now - deferred < WATCH_NANOS);
                if (!watching) {
                    deferral.await();
                } else if (deferral.awaitNanos(patience) <= 0) {
                    now = System.nanoTime();
                    if (!waiting.isEmpty() && !resting.isEmpty() && now - begun >= patience) {
                        wake(now);
                    }
                }
            }
        } catch (InterruptedException closed) {
            // its end
        } finally {
            lock.unlock();
        }
    }

    /** Ends the watch; threads that wait have to be interrupted by whoever made them. */
    @Override
    public void close() {
        watch.interrupt();
    }
}
