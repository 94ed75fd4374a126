package vivarium.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Locale;

/**
 * One connection to a server, byte by byte. Strings stand for bytes (ISO-8859-1). A read that gets nothing for two
 * minutes fails the test.
 */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 120_000;

    private final Socket socket = new Socket();
    private final InputStream in;

    private Wire(int port, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects. */
    public static Wire to(int port) {
        return toWithBuffer(port, 0);
    }

    /** Connects with a receive buffer of about this many bytes, so that a slow reader makes the server wait early. */
    public static Wire toWithBuffer(int port, int bytes) {
        try {
            return new Wire(port, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** From now on a read may take two minutes: somebody may be debugging. */
    public Wire patiently() {
        try {
            socket.setSoTimeout(4 * PATIENCE_MILLIS);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return this;
    }

    /** A text block as a message: its line feeds become CR LF. */
    public static String http(String text) {
        return text.replace("\n", "\r\n");
    }

    /** Control characters for their pictures, for tables of tests: {@code ¶} is CR LF. */
    public static String controls(String pictures) {
        return pictures.replace("¶", "\r\n")
                .replace('␍', '\r')
                .replace('␊', '\n')
                .replace('␀', '\0')
                .replace('␋', '\u000b');
    }

    /** What was received as a text block: CR LF become line feeds, and the time of the day is gone. */
    public static String shown(String received) {
        return received.replaceAll("Date: [^\r\n]*GMT\r\n", "Date: now\r\n").replace("\r\n", "\n");
    }

    /** Sends these bytes; a server that has closed already is no error here. */
    public Wire send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException closed) {
            // What the server said before it closed is what the test looks at.
        }
        return this;
    }

    /** Says that nothing more will be sent; answers can still be received. */
    public Wire sendEnd() {
        try {
            socket.shutdownOutput();
        } catch (IOException closed) {
            // as in send
        }
        return this;
    }

    /** Everything that comes until the server closes the connection. */
    public String rest() {
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (java.net.SocketTimeoutException open) {
            throw new AssertionError("the server left the connection open after:\n" + bytes.toString(ISO_8859_1), open);
        } catch (IOException reset) {
            return bytes.toString(ISO_8859_1);
        }
        return bytes.toString(ISO_8859_1);
    }

    /** Whether nothing is there to be read. */
    public boolean silent() {
        try {
            return in.available() == 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The next bytes, exactly that many. */
    public String bytes(int count) {
        try {
            byte[] bytes = in.readNBytes(count);
            if (bytes.length < count) {
                throw new AssertionError("the connection ended after: " + new String(bytes, ISO_8859_1));
            }
            return new String(bytes, ISO_8859_1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The next line without its end. */
    public String line() {
        var line = new StringBuilder();
        while (line.length() == 0 || line.charAt(line.length() - 1) != '\n') {
            line.append(bytes(1));
        }
        return line.toString().stripTrailing();
    }

    /** The next message's head with the empty line. */
    public String head() {
        var head = new StringBuilder();
        while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
            head.append(bytes(1));
        }
        return head.toString();
    }

    /** The next chunk's data in a chunked body; empty for the last one. */
    public String chunk() {
        String data = bytes(Integer.parseInt(line(), 16));
        bytes(2);
        return data;
    }

    /** The next response, as far as its head says that it goes; chunks are left as they are. */
    public String response() {
        String head = head();
        String lower = head.toLowerCase(Locale.ROOT);
        if (head.matches("(?s)HTTP/1.1 (1..|204|304) .*")) {
            return head;
        }
        if (lower.contains("\r\ntransfer-encoding: chunked\r\n")) {
            var body = new StringBuilder();
            while (body.length() < 5 || body.lastIndexOf("0\r\n\r\n") != body.length() - 5) {
                body.append(bytes(1));
            }
            return head + body;
        }
        int at = lower.indexOf("\r\ncontent-length: ");
        if (at < 0) {
            return head + rest();
        }
        int from = at + 18;
        return head + bytes(Integer.parseInt(head.substring(from, head.indexOf('\r', from))));
    }

    /** Ends the connection with a reset, as a client does that was killed. */
    public void reset() {
        try {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
