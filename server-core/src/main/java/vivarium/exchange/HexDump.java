package vivarium.exchange;

import java.util.HexFormat;

/** Bytes as rows of sixteen, each made when it is asked for: a million bytes are only shown a screen at a time. */
public final class HexDump {
    private static final int ROW = 16;
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    HexDump(byte[] bytes) {
        this.bytes = bytes;
    }

    /** How many rows there are. */
    public int rows() {
        return (bytes.length + ROW - 1) / ROW;
    }

    /** A row such as {@code 00000010  48 65 6c 6c 6f 20 57 6f  72 6c 64 21              Hello World!}. */
    public String row(int index) {
        int from = index * ROW;
        int to = Math.min(bytes.length, from + ROW);
        var row = new StringBuilder(80).append(HEX.toHexDigits(from)).append("  ");
        for (int i = from; i < from + ROW; i++) {
            row.append(i < to ? HEX.toHexDigits(bytes[i]) : "  ").append(i == from + ROW / 2 - 1 ? "  " : " ");
        }
        row.append(' ');
        for (int i = from; i < to; i++) {
            char c = (char) (bytes[i] & 0xff);
            row.append(c >= ' ' && c < 0x7f ? c : '.');
        }
        return row.toString();
    }

    /** All rows, for the clipboard. */
    public String text() {
        var text = new StringBuilder(rows() * 80);
        for (int i = 0; i < rows(); i++) {
            text.append(row(i)).append('\n');
        }
        return text.toString();
    }
}
