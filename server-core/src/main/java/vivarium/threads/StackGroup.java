package vivarium.threads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.engine.PythonStack;

/**
 * Threads of one dump that stand at the same place in the same way.
 *
 * @param entries at least one, the one longest in its request first
 * @param stuck whether one of them has been in its request for longer than was asked about
 */
public record StackGroup(List<ThreadDump.Entry> entries, boolean stuck) {
    /** What makes two stacks equal; the locals may differ. */
    private record Place(String state, List<String> frames) {}

    /**
     * The threads of a dump by where they stand: groups with stuck threads first, then those that serve requests, then the rest;
     * the longest first in each.
     *
     * @param stuckAfter a request that takes longer than this is stuck
     */
    public static List<StackGroup> of(ThreadDump dump, Duration stuckAfter) {
        Map<Place, List<ThreadDump.Entry>> places = new LinkedHashMap<>();
        for (ThreadDump.Entry entry : dump.threads()) {
            places.computeIfAbsent(place(entry.stack()), place -> new ArrayList<>())
                    .add(entry);
        }
        return places.values().stream()
                .map(entries -> of(entries, stuckAfter))
                .sorted(Comparator.comparing(StackGroup::nanos, Comparator.reverseOrder()))
                .toList();
    }

    private static StackGroup of(List<ThreadDump.Entry> entries, Duration stuckAfter) {
        List<ThreadDump.Entry> sorted = entries.stream()
                .sorted(Comparator.comparing(StackGroup::nanos, Comparator.reverseOrder()))
                .toList();
        return new StackGroup(sorted, nanos(sorted.getFirst()) > stuckAfter.toNanos());
    }

    private static Place place(PythonStack stack) {
        return new Place(
                stack.state(),
                stack.answered()
                        ? stack.frames().stream()
                                .map(frame -> frame.file() + ':' + frame.line() + ':' + frame.function())
                                .toList()
                        : stack.nativeFrames());
    }

    /** The thread that stands for all of them. */
    public ThreadDump.Entry first() {
        return entries.getFirst();
    }

    /** What they are doing, in a word. */
    public String state() {
        return first().stack().state();
    }

    /** How long the slowest of their requests has been in the application, in nanoseconds; −1 where none serves a request. */
    public long nanos() {
        return nanos(first());
    }

    /** The requests that they serve. */
    public List<ThreadDump.Serving> requests() {
        return entries.stream()
                .map(ThreadDump.Entry::serving)
                .flatMap(Optional::stream)
                .toList();
    }

    private static long nanos(ThreadDump.Entry entry) {
        return entry.serving().map(ThreadDump.Serving::nanos).orElse(-1L);
    }
}
