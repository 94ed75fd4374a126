package vivarium.ui.debugger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vivarium.debug.Frame;

class FrameRowTest {
    private final List<Frame> frames = frames("mine", "lib", "lib", "lib", "mine", "lib", "mine");

    @Test
    void librariesBetweenOwnFramesAreFolded() {
        assertEquals(List.of("0", "3 from 1", "4", "5", "6"), rows(FrameRow.of(frames, 0, Set.of())));
    }

    @Test
    void whatIsSelectedOrOpenedIsNot() {
        List<String> all = List.of("0", "1", "2", "3", "4", "5", "6");
        assertEquals(all, rows(FrameRow.of(frames, 2, Set.of())));
        assertEquals(all, rows(FrameRow.of(frames, 0, Set.of(1))));
    }

    @Test
    void whereTheThreadStandsIsAlwaysShown() {
        assertEquals(List.of("0", "1", "2"), rows(FrameRow.of(frames("lib", "lib", "mine"), 2, Set.of())));
        assertEquals(List.of(), FrameRow.of(List.of(), 0, Set.of()));
    }

    private static List<Frame> frames(String... owners) {
        var frames = new ArrayList<Frame>();
        for (String owner : owners) {
            frames.add(new Frame(frames.size(), owner + ".py", 1, "f", owner.equals("mine")));
        }
        return frames;
    }

    private static List<String> rows(List<FrameRow> rows) {
        return rows.stream()
                .map(row -> switch (row) {
                    case FrameRow.One(Frame frame) -> Integer.toString(frame.index());
                    case FrameRow.Folded(int first, int count) -> count + " from " + first;
                })
                .toList();
    }
}
