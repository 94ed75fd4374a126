package vivarium.ui.debugger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vivarium.debug.Frame;

/** A row of the list of frames: a frame, or several of libraries that follow each other. */
sealed interface FrameRow {
    /** One frame. */
    record One(Frame frame) implements FrameRow {}

    /**
     * Frames of libraries, folded.
     *
     * @param first the index of the innermost
     */
    record Folded(int first, int count) implements FrameRow {}

    /**
     * The project's own frames, the selected one, and what else cannot be folded: a single library frame takes no more room than a row that
     * stands for it.
     *
     * @param unfolded the {@link Folded#first()} of those that the user has opened
     */
    static List<FrameRow> of(List<Frame> frames, int selected, Set<Integer> unfolded) {
        var rows = new ArrayList<FrameRow>();
        int at = 0;
        while (at < frames.size()) {
            int end = at;
            while (end < frames.size() && !frames.get(end).mine()) {
                end++;
            }
            boolean holdsSelected = selected >= at && selected < end;
            if (end - at > 1 && at > 0 && !holdsSelected && !unfolded.contains(at)) {
                rows.add(new Folded(at, end - at));
            } else {
                frames.subList(at, end).forEach(frame -> rows.add(new One(frame)));
            }
            if (end < frames.size()) {
                rows.add(new One(frames.get(end)));
                end++;
            }
            at = end;
        }
        return rows;
    }
}
