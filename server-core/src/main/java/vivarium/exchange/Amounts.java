package vivarium.exchange;

import java.util.Locale;

/** Times and sizes as people read them: three digits and a unit. */
public final class Amounts {
    private static final long MICROSECOND = 1_000;
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private Amounts() {}

    /** Nanoseconds: {@code 870 µs}, {@code 12.3 ms}, {@code 2.41 s}, {@code 3 min 5 s}. */
    public static String duration(long nanos) {
        if (nanos < MILLISECOND) {
            return nanos / MICROSECOND + " µs";
        }
        if (nanos < SECOND) {
            return threeDigits((double) nanos / MILLISECOND) + " ms";
        }
        if (nanos < 60 * SECOND) {
            return threeDigits((double) nanos / SECOND) + " s";
        }
        long seconds = nanos / SECOND;
        return seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** Bytes: {@code 0 B}, {@code 512 B}, {@code 1.21 kB}, {@code 3.40 MB} (powers of 1,000, as HTTP tools show them). */
    public static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        if (bytes < 1_000_000) {
            return threeDigits(bytes / 1e3) + " kB";
        }
        return bytes < 1_000_000_000 ? threeDigits(bytes / 1e6) + " MB" : threeDigits(bytes / 1e9) + " GB";
    }

    /** Bytes to the last one: {@code 1,048,576 bytes}. */
    public static String exactly(long bytes) {
        return String.format(Locale.ROOT, "%,d", bytes) + (bytes == 1 ? " byte" : " bytes");
    }

    private static String threeDigits(double amount) {
        return String.format(Locale.ROOT, amount < 10 ? "%.2f" : amount < 100 ? "%.1f" : "%.0f", amount);
    }
}
