package vivarium.journal;

/**
 * How much a journal holds while its writer is behind, and how much of a body it keeps.
 *
 * <p>The first two can be passed by one event for each appending thread, as nobody waits for anybody.
 *
 * @param events above this number, events are dropped and counted
 * @param bytes estimated; above half of it bodies are dropped, above all of it whole events
 * @param body bytes that are kept of the body of one request, and of one response
 */
public record JournalBounds(int events, long bytes, int body) {
    private static final int MIB = 1 << 20;

    public JournalBounds {
        if (events < 1 || bytes < 1 || body < 0) {
            throw new IllegalArgumentException("A journal needs room for at least one event: " + events + ", " + bytes);
        }
    }

    /** For one developer's machine: 200,000 events or 64 MiB, and 1 MiB of each body. */
    public static JournalBounds standard() {
        return new JournalBounds(200_000, 64L * MIB, MIB);
    }
}
