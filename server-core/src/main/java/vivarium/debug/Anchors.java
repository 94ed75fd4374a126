package vivarium.debug;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vivarium.debug.BreakpointStatus.State.Gone;
import vivarium.debug.BreakpointStatus.State.Pending;

/** Knows what the lines of breakpoints say, and has breakpoints move along with them. Its owner guards it. */
final class Anchors {
    private final Map<Long, Anchor> kept = new HashMap<>();

    Optional<Anchor> of(long id) {
        return Optional.ofNullable(kept.get(id));
    }

    Map<Long, Anchor> all() {
        return Map.copyOf(kept);
    }

    /** Remembers this of a breakpoint; nothing where it is empty. */
    void keep(long id, Optional<Anchor> anchor) {
        kept.remove(id);
        anchor.ifPresent(known -> kept.put(id, known));
    }

    void clear() {
        kept.clear();
    }

    /**
     * What becomes of a breakpoint now that files have this text.
     *
     * @param texts their lines; a file that is not there is left alone
     */
    BreakpointStatus follow(BreakpointStatus status, Map<Path, List<String>> texts) {
        Breakpoint breakpoint = status.breakpoint();
        if (!(breakpoint.trigger() instanceof Trigger.Line(Path file, int line)) || !texts.containsKey(file)) {
            return status;
        }
        List<String> lines = texts.getOrDefault(file, List.of());
        Anchor anchor = kept.get(breakpoint.id());
        if (anchor == null) {
            keep(breakpoint.id(), Anchor.of(lines, line));
            return status;
        }
        OptionalInt found = anchor.find(lines, line);
        if (found.isEmpty()) {
            return new BreakpointStatus(breakpoint, new Gone(anchor.text()), status.hits());
        }
        keep(breakpoint.id(), Anchor.of(lines, found.getAsInt()));
        if (found.getAsInt() == line) {
            return status.state() instanceof Gone
                    ? new BreakpointStatus(breakpoint, new Pending(), status.hits())
                    : status;
        }
        Breakpoint moved = breakpoint.moved(new Trigger.Line(file, found.getAsInt()));
        return new BreakpointStatus(moved, new Pending(), status.hits());
    }
}
