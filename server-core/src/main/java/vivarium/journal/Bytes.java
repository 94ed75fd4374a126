package vivarium.journal;

import java.util.Arrays;

/**
 * Bytes that passed by, kept whole or cut: {@code length} is always the true number.
 *
 * <p>The array belongs to the event from here on: whoever hands it over does not touch it again, and readers do not write to it.
 */
@SuppressWarnings("ArrayRecordComponent") // a copy for each reader would cost more than the rule is worth
public record Bytes(byte[] kept, long length) {
    private static final Bytes NONE = new Bytes(new byte[0], 0);

    /** All of them. */
    public static Bytes of(byte[] whole) {
        return new Bytes(whole, whole.length);
    }

    /** No bytes. */
    public static Bytes none() {
        return NONE;
    }

    /** The same with at most so many kept. */
    Bytes cutTo(int room) {
        return kept.length <= room ? this : new Bytes(Arrays.copyOf(kept, room), length);
    }

    /** Whether some were not kept. */
    public boolean truncated() {
        return kept.length < length;
    }
}
