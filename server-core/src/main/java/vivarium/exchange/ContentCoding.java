package vivarium.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;
import org.jspecify.annotations.Nullable;

/** Takes content codings off a body (RFC 9110, section 8.4.1). */
final class ContentCoding {
    /** A few kilobytes can unfold into gigabytes. */
    private static final int MOST = 16 << 20;

    /** What came out, and what is to be said about it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    record Decoded(byte[] bytes, List<String> notes) {}

    private ContentCoding() {}

    /**
     * The body without its codings; as far as it could be decoded, or as it was where nothing could.
     *
     * @param header the value of {@code Content-Encoding}
     * @param cut whether the body's end was not kept, so that it is no wonder if a decoder misses it
     */
    static Decoded decode(byte[] body, String header, boolean cut) {
        byte[] bytes = body;
        var notes = new ArrayList<String>();
        var codings = List.of(header.toLowerCase(Locale.ROOT).split(",", -1)).reversed();
        for (var coding : codings.stream().map(String::strip).toList()) {
            if (coding.isEmpty() || coding.equals("identity")) {
                continue;
            }
            var out = new ByteArrayOutputStream(bytes.length * 4);
            try (var in = open(coding, bytes)) {
                if (in == null) {
                    notes.add("not decoded: the coding " + coding + " is not known here");
                    break;
                }
                copy(in, out);
                notes.add(coding + ", shown decoded");
                if (out.size() >= MOST) {
                    notes.add("decoded only up to " + Amounts.size(MOST));
                }
            } catch (IOException | IllegalStateException broken) {
                if (out.size() == 0) {
                    notes.add("could not be decoded: it is not what its Content-Encoding (" + coding + ") says");
                    break;
                }
                notes.add(
                        cut
                                ? coding + ", shown decoded as far as it was kept"
                                : coding + ", damaged: shown as far as it could be decoded");
            }
            bytes = out.toByteArray();
        }
        return new Decoded(bytes, notes);
    }

    private static void copy(InputStream in, ByteArrayOutputStream out) throws IOException {
        var buffer = new byte[8192];
        int read;
        while (out.size() < MOST && (read = in.read(buffer)) >= 0) {
            out.write(buffer, 0, Math.min(read, MOST - out.size()));
        }
    }

    private static @Nullable InputStream open(String coding, byte[] bytes) throws IOException {
        var in = new ByteArrayInputStream(bytes);
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in);
            case "deflate" -> new InflaterInputStream(in, new Inflater(!zlib(bytes)));
            case "br" -> new BrotliInputStream(in);
            default -> null;
        };
    }

    /** Some send bare DEFLATE data where the RFC wants it in zlib's format (RFC 1950). */
    private static boolean zlib(byte[] bytes) {
        return bytes.length >= 2 && (bytes[0] & 0x0f) == 8 && (((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff)) % 31 == 0;
    }
}
