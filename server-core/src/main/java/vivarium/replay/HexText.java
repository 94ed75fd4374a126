package vivarium.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Bytes as text that can be edited: pairs of hexadecimal digits, sixteen in a line. */
public final class HexText {
    private static final int ROW = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    /** What is wrong with such a text, and at which character of it, from 0. */
    public record Problem(int offset, String words) {}

    /** Either bytes, or what is wrong. */
    public sealed interface Read {
        /** It was understood. */
        @SuppressWarnings("ArrayRecordComponent") // made for whoever asked
        record Done(byte[] bytes) implements Read {}

        /** It was not. */
        record Wrong(Problem problem) implements Read {}
    }

    private HexText() {}

    /** As text. */
    public static String of(byte[] bytes) {
        List<String> rows = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += ROW) {
            rows.add(HEX.formatHex(bytes, from, Math.min(bytes.length, from + ROW)));
        }
        return String.join("\n", rows);
    }

    /** The bytes that a text stands for; white space in it does not matter. */
    public static Read read(String text) {
        var bytes = new byte[text.length() / 2];
        int count = 0;
        int first = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                continue;
            }
            if (!HexFormat.isHexDigit(c)) {
                return new Read.Wrong(new Problem(i, "“" + c + "” is no hexadecimal digit."));
            }
            if (first < 0) {
                first = i;
            } else {
                bytes[count++] = (byte) (HexFormat.fromHexDigit(text.charAt(first)) << 4 | HexFormat.fromHexDigit(c));
                first = -1;
            }
        }
        return first < 0
                ? new Read.Done(Arrays.copyOf(bytes, count))
                : new Read.Wrong(new Problem(first, "A byte is two digits; the last one is alone."));
    }
}
