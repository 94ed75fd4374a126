package vivarium.compare;

import java.util.ArrayList;
import java.util.List;
import vivarium.exchange.Volatile;

/** Compares texts line by line. */
final class TextComparison {
    private TextComparison() {}

    static void compare(String left, String right, Differences differences) {
        if (left.equals(right)) {
            return;
        }
        var before = left.lines().toList();
        var after = right.lines().toList();
        if (before.equals(after)) {
            differences.add("", Difference.changed("line ends", "", ""));
            return;
        }
        boolean stable = differences.rules().volatileToo();
        var blocks = Alignment.of(
                stable ? before.stream().map(Volatile::stable).toList() : before,
                stable ? after.stream().map(Volatile::stable).toList() : after);
        for (var block : blocks) {
            byPlace(
                    before.subList(block.leftFrom(), block.leftTo()),
                    after.subList(block.rightFrom(), block.rightTo()),
                    block.leftFrom(),
                    block.rightFrom(),
                    differences);
        }
        if (blocks.isEmpty()) {
            byPlace(before, after, 0, 0, differences);
        }
    }

    /** Lines at the same place were changed; the rest was added or removed. */
    private static void byPlace(List<String> before, List<String> after, int from, int to, Differences differences) {
        int both = Math.min(before.size(), after.size());
        for (int i = 0; i < both; i++) {
            differences.compare("", "line " + (from + i + 1), before.get(i), after.get(i));
        }
        for (int i = both; i < before.size(); i++) {
            differences.add("", Difference.removed("line " + (from + i + 1), before.get(i)));
        }
        for (int i = both; i < after.size(); i++) {
            differences.add("", Difference.added("line " + (to + i + 1), after.get(i)));
        }
    }

    /** The words of a line and what is between them: a changed line is shown with its words that differ. */
    static List<String> words(String line) {
        var words = new ArrayList<String>();
        int from = 0;
        for (int i = 1; i <= line.length(); i++) {
            if (i == line.length()
                    || !Character.isLetterOrDigit(line.charAt(i))
                    || !Character.isLetterOrDigit(line.charAt(i - 1))) {
                words.add(line.substring(from, i));
                from = i;
            }
        }
        return words;
    }
}
