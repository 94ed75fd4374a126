package vivarium.ui.threads;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vivarium.engine.PythonStack;
import vivarium.threads.SourceLines;
import vivarium.threads.StackGroup;
import vivarium.threads.ThreadDump;

/** Threads with equal stacks, and the source of their frames. */
record ShownGroup(StackGroup group, List<ShownFrame> frames) {
    /** Reads the source; not on the FX thread. */
    static ShownGroup of(StackGroup group, SourceLines sources) {
        return new ShownGroup(
                group,
                group.first().stack().frames().stream()
                        .map(frame -> new ShownFrame(frame, sources.line(frame.file(), frame.line())))
                        .toList());
    }

    /** What stays the same from one dump to the next. */
    String key() {
        return group.first().stack().thread();
    }

    boolean holds(String thread) {
        return group.entries().stream().anyMatch(entry -> entry.stack().thread().equals(thread));
    }

    /** The names of its threads. */
    String names() {
        List<ThreadDump.Entry> entries = group.entries();
        String first = name(entries.getFirst().stack());
        return switch (entries.size()) {
            case 1 -> first;
            case 2 -> first + ", " + name(entries.get(1).stack());
            default -> first + " and " + (entries.size() - 1) + " more";
        };
    }

    /** Names of all its threads, a line each. */
    String allNames() {
        return group.entries().stream().map(entry -> name(entry.stack())).collect(Collectors.joining("\n"));
    }

    private static String name(PythonStack stack) {
        // Python's own name for a thread that it did not start says nothing.
        boolean nameless = stack.name().equals(stack.thread()) || stack.name().startsWith("Dummy-");
        return nameless ? stack.thread() : stack.name() + " (" + stack.thread() + ")";
    }

    /** What they do, in words for the eye: the state and the innermost function. */
    String doing() {
        return frames.isEmpty()
                ? group.state()
                : group.state() + ", in " + frames.getFirst().frame().function();
    }

    /** For how long the slowest request has been served. */
    String since() {
        return group.nanos() < 0 ? "" : seconds(group.nanos());
    }

    static String seconds(long nanos) {
        double seconds = nanos / 1e9;
        return seconds < 10
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : seconds < 120
                        ? String.format(Locale.ROOT, "%.0f s", seconds)
                        : String.format(Locale.ROOT, "%d min %02d s", (long) seconds / 60, (long) seconds % 60);
    }
}
