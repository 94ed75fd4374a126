package vivarium.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what two lists have in common, in order. */
final class Alignment {
    /** Elements up to which it never takes long, however little they have in common. */
    private static final int FEW = 2_000;

    /** Elements from here to there on either side that have nothing in common. */
    record Block(int leftFrom, int leftTo, int rightFrom, int rightTo) {}

    private Alignment() {}

    /** The blocks in order; one for the whole where the lists are long and have little in common. */
    static <T> List<Block> of(List<T> left, List<T> right) {
        var numbers = new HashMap<T, Integer>();
        var before = numbered(left, numbers);
        var after = numbered(right, numbers);
        if (left.size() + right.size() > FEW && !alike(before, after)) {
            return List.of(new Block(0, left.size(), 0, right.size()));
        }
        var blocks = new ArrayList<Block>();
        for (var delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(), null)
                .getDeltas()) {
            int from = delta.getSource().getPosition();
            int to = delta.getTarget().getPosition();
            add(
                    blocks,
                    new Block(
                            from,
                            from + delta.getSource().size(),
                            to,
                            to + delta.getTarget().size()));
        }
        return blocks;
    }

    /** What was taken out and put in at the same place is one block. */
    private static void add(List<Block> blocks, Block next) {
        var last = blocks.isEmpty() ? null : blocks.getLast();
        if (last != null && last.leftTo() == next.leftFrom() && last.rightTo() == next.rightFrom()) {
            blocks.set(blocks.size() - 1, new Block(last.leftFrom(), next.leftTo(), last.rightFrom(), next.rightTo()));
        } else {
            blocks.add(next);
        }
    }

    /** Numbers are compared faster than what they stand for. */
    private static <T> List<Integer> numbered(List<T> list, Map<T, Integer> numbers) {
        var ids = new ArrayList<Integer>(list.size());
        for (var element : list) {
            int next = numbers.size();
            ids.add(numbers.computeIfAbsent(element, key -> next));
        }
        return ids;
    }

    /** Whether at least three quarters of the shorter one are in the other. */
    private static boolean alike(List<Integer> left, List<Integer> right) {
        var counts = new HashMap<Integer, Integer>();
        left.forEach(id -> counts.merge(id, 1, Integer::sum));
        int common = 0;
        for (var id : right) {
            if (counts.merge(id, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return 4L * common >= 3L * Math.min(left.size(), right.size());
    }
}
