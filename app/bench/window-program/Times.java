import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long something took, time and again. For one thread at a time. */
final class Times {
    private final List<Long> nanos = new ArrayList<>();

    void add(long time) {
        nanos.add(time);
    }

    void print(String name) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s\t%.2f\t%.2f\t%.2f\t%d%n",
                name,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                sorted.length);
    }
}
