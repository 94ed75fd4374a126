package vivarium.console;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Standard input that is typed: reads block until there is a line. As from a terminal, a read gets at most one line. */
final class ConsoleInput extends InputStream {
    /** Lines that were typed ahead of any reader. */
    private static final int MOST_TYPED = 1000;

    private static final byte[] END = new byte[0];

    private final ArrayDeque<byte[]> typed = new ArrayDeque<>();
    private final List<Console.Reader> readers = new ArrayList<>();
    private final Runnable news;
    private int consumed;
    private long interrupts;

    /** @param news called without a lock when a thread begins or ends to wait */
    ConsoleInput(Runnable news) {
        this.news = news;
    }

    @Override
    public int read() throws InterruptedIOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws InterruptedIOException {
        if (length == 0) {
            return 0;
        }
        int count = take(bytes, offset, length);
        if (count == 0) {
            var reader = new Console.Reader(Thread.currentThread().getName(), System.nanoTime());
            begin(reader);
            try {
                count = await(bytes, offset, length);
            } finally {
                end(reader);
            }
        }
        return count;
    }

    @Override
    public synchronized int available() {
        byte[] line = typed.peek();
        return line == null ? 0 : line.length - consumed;
    }

    private synchronized int await(byte[] bytes, int offset, int length) throws InterruptedIOException {
        long before = interrupts;
        int count = take(bytes, offset, length);
        while (count == 0) {
            try {
                wait();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("The thread was interrupted while it waited for input.");
            }
            if (interrupts != before) {
                throw new InterruptedIOException("Interrupted from the console (Ctrl+C).");
            }
            count = take(bytes, offset, length);
        }
        return count;
    }

    /** 0 when nothing was typed, −1 at an end of file. */
    private synchronized int take(byte[] bytes, int offset, int length) {
        byte[] line = typed.peek();
        if (line == null) {
            return 0;
        }
        if (line == END) {
            typed.remove();
            return -1;
        }
        int count = Math.min(length, line.length - consumed);
        System.arraycopy(line, consumed, bytes, offset, count);
        consumed += count;
        if (consumed == line.length) {
            typed.remove();
            consumed = 0;
        }
        return count;
    }

    private void begin(Console.Reader reader) {
        synchronized (this) {
            readers.add(reader);
        }
        news.run();
    }

    private void end(Console.Reader reader) {
        synchronized (this) {
            readers.remove(reader);
        }
        news.run();
    }

    /** @param taken is run before anybody can read the line */
    synchronized boolean offer(String line, Runnable taken) {
        if (typed.size() >= MOST_TYPED) {
            return false;
        }
        taken.run();
        typed.add(line.getBytes(StandardCharsets.UTF_8));
        notifyAll();
        return true;
    }

    synchronized void offerEnd() {
        if (typed.size() < MOST_TYPED) {
            typed.add(END);
            notifyAll();
        }
    }

    /**
     * False when no thread was waiting.
     *
     * @param heard is run before one that waits goes on
     */
    synchronized boolean interrupt(Runnable heard) {
        forget();
        boolean waiting = !readers.isEmpty();
        if (waiting) {
            heard.run();
        }
        interrupts++;
        notifyAll();
        return waiting;
    }

    synchronized void forget() {
        typed.clear();
        consumed = 0;
    }

    synchronized List<Console.Reader> readers() {
        return List.copyOf(readers);
    }
}
