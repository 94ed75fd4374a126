package vivarium.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vivarium.exchange.Captured;
import vivarium.journal.Bytes;
import vivarium.journal.Header;

/** Reads one response from a connection (RFC 9112, section 6). */
final class ResponseReader {
    /** What was read, and whether it is all. */
    record Read(Captured.Response response, boolean complete) {}

    private final InputStream in;

    ResponseReader(InputStream in) {
        this.in = in;
    }

    /** Reads it; a response to HEAD has no body. */
    Read read(String method) throws IOException {
        var status = status();
        var headers = headers();
        while (status.startsWith("1")) {
            status = status();
            headers = headers();
        }
        boolean none = method.equals("HEAD") || status.startsWith("204") || status.startsWith("304");
        var body = new ByteArrayOutputStream();
        boolean complete = none || body(headers, body);
        return new Read(new Captured.Response(status, headers, Bytes.of(body.toByteArray())), complete);
    }

    private boolean body(List<Header> headers, ByteArrayOutputStream body) throws IOException {
        try {
            if (Header.first(headers, "Transfer-Encoding")
                    .orElse("")
                    .toLowerCase(Locale.ROOT)
                    .contains("chunked")) {
                chunks(body);
                return true;
            }
            var length = Header.contentLength(headers);
            if (length.isPresent()) {
                return take(length.getAsLong(), body);
            }
            in.transferTo(body);
            return true;
        } catch (EOFException | SocketException cut) {
            return false;
        }
    }

    private void chunks(ByteArrayOutputStream body) throws IOException {
        while (true) {
            var size = Long.parseLong(line().replaceFirst("\\s*;.*", "").strip(), 16);
            if (size == 0) {
                headers();
                return;
            }
            if (!take(size, body)) {
                throw new EOFException();
            }
            line();
        }
    }

    private boolean take(long length, ByteArrayOutputStream body) throws IOException {
        var buffer = new byte[8192];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return false;
            }
            body.write(buffer, 0, read);
            left -= read;
        }
        return true;
    }

    private String status() throws IOException {
        var line = line();
        int space = line.indexOf(' ');
        return space < 0 ? line : line.substring(space + 1);
    }

    private List<Header> headers() throws IOException {
        var headers = new ArrayList<Header>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(new Header(
                        line.substring(0, colon), line.substring(colon + 1).strip()));
            }
        }
        return headers;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        int c = in.read();
        while (c >= 0 && c != '\n') {
            line.write(c);
            c = in.read();
        }
        if (c < 0) {
            throw new EOFException("the connection was closed");
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }
}
