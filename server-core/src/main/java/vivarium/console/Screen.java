package vivarium.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is printed to a terminal on which a line may be being typed: whole lines appear above that one, what is not yet a line waits
 * until it has been typed. While nobody types, bytes pass at once and as they are. Any thread.
 */
final class Screen {
    /** Bytes of a line without an end; older ones give way. */
    private static final int MOST_UNFINISHED = 1 << 16;

    /** Of the line that the cursor is in; while somebody types, of the line that waits. */
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();

    private final OutputStream out;
    private @Nullable Consumer<String> above;

    /** @param out where the cursor is */
    Screen(OutputStream out) {
        this.out = out;
    }

    /** A stream to the terminal, by way of {@code to}. */
    OutputStream stream(OutputStream to) {
        return stream(to, () -> true);
    }

    /**
     * As above, for as long as {@code to} leads to the terminal.
     *
     * @param here is asked before each write
     */
    OutputStream stream(OutputStream to, BooleanSupplier here) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (here.getAsBoolean()) {
                    Screen.this.write(to, bytes, offset, length);
                } else {
                    to.write(bytes, offset, length);
                }
            }
        };
    }

    private synchronized void write(OutputStream to, byte[] bytes, int offset, int length) throws IOException {
        int lines = wholeLines(bytes, offset, length);
        if (above == null) {
            to.write(bytes, offset, length);
        } else if (lines > 0) {
            unfinished.write(bytes, offset, lines);
            above.accept(unfinished.toString(StandardCharsets.UTF_8));
        }
        if (lines > 0 || unfinished.size() > MOST_UNFINISHED) {
            unfinished.reset();
        }
        unfinished.write(bytes, offset + lines, length - lines);
    }

    /** How many of the bytes are up to the last line feed, with it. */
    static int wholeLines(byte[] bytes, int offset, int length) {
        int lines = length;
        while (lines > 0 && bytes[offset + lines - 1] != '\n') {
            lines--;
        }
        return lines;
    }

    /** What stands before the cursor, which is the prompt of whoever reads next. */
    synchronized String beforeCursor() {
        return above == null ? unfinished.toString(StandardCharsets.UTF_8) : "";
    }

    /**
     * A line is about to be typed, at the beginning of one.
     *
     * @param instead whether its prompt takes the place of what stands before the cursor
     * @param printer shows whole lines above it; not to be called by others
     */
    synchronized void begin(boolean instead, Consumer<String> printer) throws IOException {
        if (unfinished.size() > 0) {
            out.write((instead ? "\r\033[K" : "\n").getBytes(StandardCharsets.UTF_8));
            unfinished.reset();
        }
        above = printer;
    }

    /** It has been typed, or given up; the cursor is at the beginning of a line. */
    synchronized void end() {
        above = null;
        try {
            unfinished.writeTo(out);
        } catch (IOException gone) {
            // Nobody is there to read it.
        }
    }
}
