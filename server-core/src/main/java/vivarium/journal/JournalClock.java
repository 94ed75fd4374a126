package vivarium.journal;

import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The clock of one journal: a wall clock time for its first instant, and a monotonic count from there on.
 *
 * @param start the wall clock's time when the count was 0
 * @param sinceStart nanoseconds since then; never goes back, may be asked by any thread
 */
public record JournalClock(Instant start, LongSupplier sinceStart) {
    /** The system's clock, with 0 for this moment. */
    public static JournalClock started() {
        long origin = System.nanoTime();
        return new JournalClock(Instant.now(), () -> System.nanoTime() - origin);
    }

    /** Nanoseconds since the start. */
    public long now() {
        return sinceStart.getAsLong();
    }
}
