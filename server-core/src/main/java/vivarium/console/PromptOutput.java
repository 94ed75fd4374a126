package vivarium.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Lets whole lines pass; what is not yet a line is the prompt of the line that is typed next. */
final class PromptOutput extends OutputStream {
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private final OutputStream out;

    PromptOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        int lines = Screen.wholeLines(bytes, offset, length);
        if (lines > 0) {
            unfinished.write(bytes, offset, lines);
            unfinished.writeTo(out);
            unfinished.reset();
        }
        unfinished.write(bytes, offset + lines, length - lines);
    }

    /** The prompt; it will not be printed. */
    synchronized String take() {
        String prompt = unfinished.toString(StandardCharsets.UTF_8);
        unfinished.reset();
        return prompt;
    }
}
