package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;
import vivarium.exchange.Captured;
import vivarium.journal.Header;

/** Requests as bytes on a connection (RFC 9112). */
public final class RawHttp {
    private RawHttp() {}

    /** The whole request, its headers in their order and case. A chunked body is one chunk: how it was cut is not known. */
    public static byte[] request(Captured captured) {
        return request(captured, List.of());
    }

    /** The same with further header fields at the end of the head. */
    public static byte[] request(Captured captured, List<Header> more) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(head(captured, more));
        byte[] body = captured.requestBody().kept();
        if (!captured.chunkedRequest()) {
            out.writeBytes(body);
            return out.toByteArray();
        }
        if (body.length > 0) {
            out.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(ISO_8859_1));
            out.writeBytes(body);
            out.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        out.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    /** The request line and the header fields, with the empty line at the end. */
    public static byte[] head(Captured captured, List<Header> more) {
        var request = captured.request();
        var text = new StringBuilder()
                .append(request.method() + " " + request.target() + " " + request.protocol() + "\r\n");
        for (var fields : List.of(request.headers(), more)) {
            fields.forEach(header -> text.append(header.name() + ": " + header.value() + "\r\n"));
        }
        return text.append("\r\n").toString().getBytes(ISO_8859_1);
    }
}
