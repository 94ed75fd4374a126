package vivarium.server;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers the exchanges, and knows whether they are recorded. Belongs to a journal rather than to a server: servers that come one after
 * another and write to the same journal share it, so that no number is given twice. Any thread.
 */
public final class Capture {
    private final AtomicLong numbers = new AtomicLong();
    private final ReplayMark replayMark = new ReplayMark();
    private volatile boolean on;
    private volatile boolean examining;

    /** @param on whether exchanges are recorded from the start */
    public Capture(boolean on) {
        this.on = on;
    }

    /** Whether exchanges that begin now are recorded. */
    public boolean on() {
        return on;
    }

    /** From now on exchanges are recorded, or not; one that has begun keeps to what held then. */
    public void record(boolean wanted) {
        on = wanted;
    }

    /** Whether requests that begin now are looked at closely. */
    public boolean examining() {
        return on && examining;
    }

    /** From now on requests are looked at closely, or no longer. Each takes many times as long as unobserved. */
    public void examine(boolean wanted) {
        examining = wanted;
    }

    /** How replays name the exchange that they repeat. */
    public ReplayMark replayMark() {
        return replayMark;
    }

    /** The number of the next exchange, from 1. */
    long next() {
        return numbers.incrementAndGet();
    }
}
