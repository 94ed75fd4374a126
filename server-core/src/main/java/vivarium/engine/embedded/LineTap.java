package vivarium.engine.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Standard output or standard error of the Python side: passes bytes on at once, and hands on lines as they become whole, those
 * of one write together: a traceback that is logged stays one entry. Threads that write at the same time do not mix their lines.
 */
final class LineTap extends OutputStream {
    private static final int LONGEST = 1 << 16;

    private final OutputStream onward;
    private final Consumer<String> lines;

    @SuppressWarnings("ThreadLocalUsage") // two taps to a process, and their lines must not meet
    private final ThreadLocal<@Nullable ByteArrayOutputStream> unfinished = new ThreadLocal<>();

    /** @param lines called on the writing thread, without the last line's end */
    LineTap(OutputStream onward, Consumer<String> lines) {
        this.onward = onward;
        this.lines = lines;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        onward.write(bytes, offset, length);
        onward.flush();
        ByteArrayOutputStream line = unfinished.get();
        if (line == null) {
            line = new ByteArrayOutputStream();
            unfinished.set(line);
        }
        int last = offset + length - 1;
        while (last >= offset && bytes[last] != '\n') {
            last--;
        }
        if (last >= offset) {
            line.write(bytes, offset, last - offset);
            finish(line);
        }
        line.write(bytes, last + 1, offset + length - last - 1);
        if (line.size() > LONGEST) {
            finish(line);
        }
    }

    @Override
    public void flush() throws IOException {
        onward.flush();
    }

    /** Hands on what the calling thread has written since its last line feed, if anything: its request is over. */
    void finishLine() {
        ByteArrayOutputStream line = unfinished.get();
        if (line != null && line.size() > 0) {
            finish(line);
        }
    }

    private void finish(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
