package vivarium.console;

import java.util.List;

/**
 * The application's standard input and output, on whose other end sits a window instead of a terminal. Safe for any thread; no
 * method blocks except reads from {@link ConsoleStreams#stdin()}.
 *
 * <p>One for the life of the engine: runs come and go, the streams stay.
 */
public final class Console {
    private final ConsoleText text;
    private final ConsoleInput input;
    private final ConsoleStreams streams;

    /**
     * @param most characters of output that are kept for {@link #drain}; older ones give way, and a note says how many
     */
    public Console(int most) {
        text = new ConsoleText(most);
        input = new ConsoleInput(text::news);
        streams = new ConsoleStreams(input, new ConsoleOutput(text));
    }

    /** What Python gets. A read that {@link #interrupt} ends fails with {@link java.io.InterruptedIOException}. */
    public ConsoleStreams streams() {
        return streams;
    }

    /** Gives the application a line, and shows it. Without a reader it waits for one; false when too much waits already. */
    public boolean type(String line) {
        boolean taken = input.offer(line + "\n", () -> text.add(Piece.Origin.INPUT, line + "\n"));
        if (!taken) {
            text.add(
                    Piece.Origin.NOTE,
                    "Not sent: nothing reads standard input, and enough is waiting for it already.\n");
        }
        return taken;
    }

    /** Shows this among what is typed and printed. */
    public void show(Piece piece) {
        text.add(piece.origin(), piece.text());
    }

    /** Ctrl+C: every thread that waits for input gets {@code KeyboardInterrupt}; what was typed ahead is dropped. */
    public boolean interrupt() {
        boolean heard = input.interrupt(() -> text.add(Piece.Origin.INPUT, "^C\n"));
        if (!heard) {
            text.add(Piece.Origin.NOTE, "Nothing reads standard input, so that there is nothing to interrupt.\n");
        }
        return heard;
    }

    /** Ctrl+D: the next read, or the one that waits, finds the end of the file; those after it wait again, as in a terminal. */
    public void endOfFile() {
        text.add(Piece.Origin.INPUT, "^D\n");
        input.offerEnd();
    }

    /** Drops what was typed and not read. */
    public void forgetTyped() {
        input.forget();
    }

    /** Who waits for input now, the longest first. */
    public List<Reader> readers() {
        return input.readers();
    }

    /** What came since the last call, oldest first. */
    public List<Piece> drain() {
        return text.drain();
    }

    /**
     * Is called when there is something new to {@link #drain} or {@link #readers} have changed: once, and not again before the
     * next drain. On the writing or reading thread: it must not block.
     */
    public void onNews(Runnable listener) {
        text.onNews(listener);
    }

    /**
     * A thread inside a read.
     *
     * @param thread its name, as the log and the thread dump have it
     * @param since {@link System#nanoTime()} when it began to wait
     */
    public record Reader(String thread, long since) {}
}
