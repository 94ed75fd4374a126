package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server that keeps the bytes of each request, and answers 204. */
final class Catcher implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    Catcher() throws IOException {
        Thread.ofPlatform().daemon().name("catcher").start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The next request, bytes as characters. */
    String take() throws InterruptedException {
        var request = requests.poll(60, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try (var socket = listening.accept()) {
                requests.add(read(socket));
                socket.getOutputStream()
                        .write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".getBytes(ISO_8859_1));
            } catch (IOException closed) {
                // The test ends, or looks at what came so far.
            }
        }
    }

    private static String read(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var bytes = new ByteArrayOutputStream();
        while (!complete(bytes.toString(ISO_8859_1))) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            bytes.write(next);
        }
        return bytes.toString(ISO_8859_1);
    }

    private static boolean complete(String text) {
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        var lower = text.substring(0, head).toLowerCase(Locale.ROOT);
        if (lower.contains("transfer-encoding: chunked")) {
            return text.endsWith("0\r\n\r\n");
        }
        var length = lower.replaceAll("(?s)^(?:.*\r\ncontent-length: (\\d+))?.*$", "$1");
        return text.length() - head - 4 >= (length.isEmpty() ? 0 : Integer.parseInt(length));
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
