package vivarium.compare;

import java.util.Arrays;
import java.util.HexFormat;

/** Compares bytes in rows of sixteen. */
final class BinaryComparison {
    private static final int ROW = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private BinaryComparison() {}

    static void compare(byte[] left, byte[] right, Differences differences) {
        int longest = Math.max(left.length, right.length);
        for (int at = 0; at < longest && !differences.full(); at += ROW) {
            byte[] before = row(left, at);
            byte[] after = row(right, at);
            if (!Arrays.equals(before, after)) {
                var where = HexFormat.of().toHexDigits(at);
                differences.add(
                        "",
                        before.length == 0
                                ? Difference.added(where, HEX.formatHex(after))
                                : after.length == 0
                                        ? Difference.removed(where, HEX.formatHex(before))
                                        : Difference.changed(where, HEX.formatHex(before), HEX.formatHex(after)));
            }
        }
    }

    private static byte[] row(byte[] bytes, int at) {
        return at >= bytes.length ? new byte[0] : Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + ROW));
    }
}
