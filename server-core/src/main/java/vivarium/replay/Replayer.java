package vivarium.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import vivarium.exchange.Captured;
import vivarium.journal.Header;
import vivarium.transfer.RawHttp;

/**
 * Sends captured requests to the running application, each on a connection of its own, byte for byte as they were captured but for the
 * field that names the origin.
 *
 * <p>Any thread, several at once; {@link #cancel} ends them all.
 */
public final class Replayer {
    private static final int CONNECT_MILLIS = 10_000;

    private final InetSocketAddress application;
    private final LongFunction<Optional<Header>> mark;
    private final int patienceMillis;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile boolean cancelled;

    /**
     * @param application where it listens; nothing is ever sent elsewhere
     * @param mark the header field that names the exchange of a number as the origin
     * @param patience how long the application may be silent; zero for ever, as it may be stopped in the debugger
     */
    public Replayer(InetSocketAddress application, LongFunction<Optional<Header>> mark, Duration patience) {
        this.application = application;
        this.mark = mark;
        this.patienceMillis = (int) Math.min(Integer.MAX_VALUE, patience.toMillis());
    }

    /**
     * Sends it, and waits for the whole response.
     *
     * @throws ReplayException when the application cannot be reached, or ends the connection without a response
     */
    public Answer send(Captured captured, Manner manner) throws ReplayException {
        var request = Variants.of(captured, manner);
        var socket = new Socket();
        try (socket) {
            open.add(socket);
            if (cancelled) {
                throw new ReplayException("It was cancelled.");
            }
            socket.connect(application, CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(patienceMillis);
            long started = System.nanoTime();
            boolean all = write(socket, request, manner);
            var in = new BufferedInputStream(socket.getInputStream());
            var read = new ResponseReader(in).read(request.request().method());
            return new Answer(
                    request, read.response(), all && read.complete(), Duration.ofNanos(System.nanoTime() - started));
        } catch (IOException broken) {
            throw new ReplayException(
                    cancelled
                            ? "It was cancelled."
                            : "The application at " + application.getHostString() + ":" + application.getPort()
                                    + " did not answer (" + broken.getMessage() + "); see that it is served there.");
        } finally {
            open.remove(socket);
        }
    }

    /** Waits so long, or until it is cancelled. */
    void pause(Duration time) throws ReplayException {
        try {
            if (time.isPositive() && ending.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ReplayException("It was cancelled.");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ReplayException("It was cancelled.");
        }
    }

    /** Ends what is being sent, and sends nothing more. */
    public void cancel() {
        cancelled = true;
        ending.countDown();
        for (var socket : open) {
            try {
                socket.close();
            } catch (IOException gone) {
                // It has ended by itself.
            }
        }
    }

    /** Whether that was asked for. */
    public boolean cancelled() {
        return cancelled;
    }

    /** Whether the application took all of it; it may answer and close before that. */
    private boolean write(Socket socket, Captured request, Manner manner) throws IOException {
        var marks = mark.apply(request.id()).map(List::of).orElse(List.of());
        byte[] bytes = RawHttp.request(request, marks);
        var out = socket.getOutputStream();
        try {
            switch (manner) {
                case BYTE_BY_BYTE -> {
                    for (byte b : bytes) {
                        out.write(b);
                        out.flush();
                    }
                }
                case CUT_OFF -> {
                    cut(out, bytes, RawHttp.head(request, marks).length);
                    socket.shutdownOutput();
                }
                case WRONG_LENGTH -> {
                    out.write(bytes);
                    socket.shutdownOutput();
                }
                default -> out.write(bytes);
            }
            out.flush();
            return true;
        } catch (IOException closedEarly) {
            return false;
        }
    }

    private static void cut(OutputStream out, byte[] bytes, int head) throws IOException {
        int half = bytes.length == head ? head / 2 : head + (bytes.length - head) / 2;
        out.write(Arrays.copyOf(bytes, half));
    }
}
