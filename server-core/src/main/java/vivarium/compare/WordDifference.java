package vivarium.compare;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.List;

/**
 * A changed line in words.
 *
 * @param left the pieces of the left line, in order
 * @param right the pieces of the right line, in order
 */
public record WordDifference(List<Piece> left, List<Piece> right) {
    /** A piece of a line, and whether the other line has it too. */
    public record Piece(String text, boolean common) {}

    /** Compares two lines. */
    public static WordDifference of(String left, String right) {
        var before = TextComparison.words(left);
        var after = TextComparison.words(right);
        var leftPieces = new ArrayList<Piece>();
        var rightPieces = new ArrayList<Piece>();
        int l = 0;
        int r = 0;
        for (var delta : DiffUtils.diff(before, after).getDeltas()) {
            add(leftPieces, before.subList(l, delta.getSource().getPosition()), true);
            add(rightPieces, after.subList(r, delta.getTarget().getPosition()), true);
            add(leftPieces, delta.getSource().getLines(), false);
            add(rightPieces, delta.getTarget().getLines(), false);
            l = delta.getSource().last() + 1;
            r = delta.getTarget().last() + 1;
        }
        add(leftPieces, before.subList(l, before.size()), true);
        add(rightPieces, after.subList(r, after.size()), true);
        return new WordDifference(leftPieces, rightPieces);
    }

    private static void add(List<Piece> pieces, List<String> words, boolean common) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(String.join("", words), common));
        }
    }
}
