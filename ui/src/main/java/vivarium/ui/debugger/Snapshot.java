package vivarium.ui.debugger;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vivarium.debug.Debugger;
import vivarium.debug.Frame;
import vivarium.debug.Pause;
import vivarium.debug.PostMortem;
import vivarium.ui.source.Place;

/**
 * The debugger at one moment.
 *
 * @param pauses in the order in which they stopped
 * @param current the one that console and pane are about
 * @param frames of the current one, innermost first
 * @param selected the index of the frame that is looked at
 */
record Snapshot(
        List<Pause> pauses, Optional<Pause> current, List<Frame> frames, int selected, List<PostMortem> postMortems) {
    static final Snapshot NONE = new Snapshot(List.of(), Optional.empty(), List.of(), 0, List.of());

    /** Two looks are never the same: what variables hold may have changed between them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Any thread. */
    static Snapshot of(Debugger debugger) {
        Optional<Pause> current = debugger.current();
        return new Snapshot(
                debugger.pauses(),
                current,
                current.map(Pause::frames).orElse(List.of()),
                current.map(Pause::selected).orElse(0),
                debugger.postMortems());
    }

    /** The frame that is looked at. */
    Optional<Frame> frame() {
        return selected < frames.size() ? Optional.of(frames.get(selected)) : Optional.empty();
    }

    /** Where that is, if it is in a file. */
    Optional<Place> spot() {
        return frame().flatMap(Snapshot::spot);
    }

    /** Whether both are about the same frame of the same stop. */
    boolean sameFrame(Snapshot other) {
        return current.map(Pause::id).equals(other.current.map(Pause::id)) && selected == other.selected;
    }

    private static Optional<Place> spot(Frame frame) {
        try {
            Path file = Path.of(frame.file());
            return file.isAbsolute() ? Optional.of(new Place(file, frame.line())) : Optional.empty();
        } catch (InvalidPathException noFile) {
            return Optional.empty();
        }
    }
}
