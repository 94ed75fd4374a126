package vivarium.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes of lines that are typed one after another. As from a terminal, a read gets at most one line. */
final class LineInput extends InputStream {
    private static final byte[] NONE = new byte[0];

    private final Lines lines;
    private byte[] line = NONE;
    private int consumed;

    /** Where they come from. */
    interface Lines {
        /** The next one, without its end; null at an end of file, after which there may be more. Blocks. */
        @Nullable
        String next() throws IOException;
    }

    LineInput(Lines lines) {
        this.lines = lines;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (consumed == line.length) {
            String next = lines.next();
            if (next == null) {
                return -1;
            }
            line = (next + "\n").getBytes(StandardCharsets.UTF_8);
            consumed = 0;
        }
        int count = Math.min(length, line.length - consumed);
        System.arraycopy(line, consumed, bytes, offset, count);
        consumed += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return line.length - consumed;
    }
}
