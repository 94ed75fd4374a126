package vivarium.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;

/**
 * The body of a request, read as the application asks for it: nothing is taken from the connection before, so that
 * {@code Expect: 100-continue} is answered by the first read. For one thread at a time.
 */
final class RequestBody {
    private static final int BLOCK = 8192;

    private final InputStream source;
    private final boolean chunked;
    private final long limit;
    private long received;
    private byte[] buffer = new byte[0];
    private int next;

    /**
     * @param chunked whether the body's end is known only when it is reached
     * @param limit bytes after which reading fails
     */
    RequestBody(InputStream source, boolean chunked, long limit) {
        this.source = source;
        this.chunked = chunked;
        this.limit = limit;
    }

    /** Blocks until {@code size} bytes are there or the body ends. */
    byte[] read(int size) throws UnreadableBodyException {
        int buffered = Math.min(size, buffer.length - next);
        if (buffered == 0) {
            return received(size);
        }
        var bytes = new ByteArrayOutputStream(size);
        bytes.write(buffer, next, buffered);
        next += buffered;
        if (buffered < size) {
            bytes.writeBytes(received(size - buffered));
        }
        return bytes.toByteArray();
    }

    /** Blocks until a line feed has come, {@code size} bytes (−1: any number) are there, or the body ends. */
    byte[] readLine(int size) throws UnreadableBodyException {
        int most = size < 0 ? Integer.MAX_VALUE : size;
        var line = new ByteArrayOutputStream();
        while (line.size() < most) {
            if (next == buffer.length && !fill()) {
                break;
            }
            int end = next;
            int stop = (int) Math.min(buffer.length, (long) next + most - line.size());
            while (end < stop && buffer[end] != '\n') {
                end++;
            }
            boolean found = end < stop;
            line.write(buffer, next, (found ? end + 1 : end) - next);
            next = found ? end + 1 : end;
            if (found) {
                break;
            }
        }
        return line.toByteArray();
    }

    private boolean fill() throws UnreadableBodyException {
        byte[] block = new byte[BLOCK];
        int count;
        try {
            count = source.read(block);
        } catch (IOException | RuntimeException broken) {
            throw unreadable(broken);
        }
        if (count <= 0) {
            return false;
        }
        buffer = counted(count == block.length ? block : Arrays.copyOf(block, count));
        next = 0;
        return true;
    }

    private byte[] received(int size) throws UnreadableBodyException {
        try {
            return counted(source.readNBytes(size));
        } catch (UnreadableBodyException tooLarge) {
            throw tooLarge;
        } catch (IOException | RuntimeException broken) {
            throw unreadable(broken);
        }
    }

    private byte[] counted(byte[] bytes) throws UnreadableBodyException {
        received += bytes.length;
        if (received > limit) {
            throw new UnreadableBodyException(
                    413, "the request's body is larger than the " + limit + " bytes that are accepted");
        }
        return bytes;
    }

    private UnreadableBodyException unreadable(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException) {
                return new UnreadableBodyException(408, "the client stopped sending the request's body", broken);
            }
        }
        // Jetty says the same of a chunk that it cannot make sense of and of the connection's end.
        return new UnreadableBodyException(
                400,
                chunked
                        ? "client connection closed, or a malformed chunk in the request's body"
                        : "client connection closed",
                broken);
    }
}
