package vivarium.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vivarium.journal.Bytes;
import vivarium.journal.Header;

/**
 * A part of a multipart body (RFC 2046, section 5.1; RFC 7578).
 *
 * @param name the form field's name, or empty
 * @param filename as sent, or empty
 * @param complete false where the body ended before the part did
 */
public record Part(List<Header> headers, String name, String filename, Bytes body, boolean complete) {
    private static final int MOST = 1_000;

    /** The parts in their order, the last one incomplete where the closing boundary is missing. */
    static List<Part> parse(byte[] bytes, String boundary) {
        var parts = new ArrayList<Part>();
        if (boundary.isEmpty()) {
            return parts;
        }
        // Latin-1 keeps every byte as one character, so that positions are the same in both.
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var delimiter = "--" + boundary;
        int from = text.startsWith(delimiter) ? 0 : after(text.indexOf("\r\n" + delimiter), 2);
        while (from >= 0 && parts.size() < MOST && !text.startsWith("--", from + delimiter.length())) {
            int head = after(text.indexOf("\r\n", from), 2);
            if (head < 0) {
                break;
            }
            // From the line's end, so that a part without headers and without a body is found as well.
            int end = text.indexOf("\r\n" + delimiter, head - 2);
            parts.add(part(text.substring(head, end < 0 ? text.length() : Math.max(end, head)), end >= 0));
            from = after(end, 2);
        }
        return parts;
    }

    /** The part as content of its own. */
    public Content content() {
        return Content.of(body, headers);
    }

    private static Part part(String text, boolean complete) {
        int blank = text.startsWith("\r\n") ? 0 : text.indexOf("\r\n\r\n");
        var head = blank < 0 ? text : text.substring(0, blank);
        var body = blank < 0 ? "" : text.substring(blank + (blank == 0 ? 2 : 4));
        var headers = new ArrayList<Header>();
        for (var line : head.split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                // Browsers send names in UTF-8 (RFC 7578, section 5.1).
                var value = new String(
                        line.substring(colon + 1).strip().getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8);
                headers.add(new Header(line.substring(0, colon).strip(), value));
            }
        }
        var disposition =
                MediaType.parse(Header.first(headers, "Content-Disposition").orElse(""));
        return new Part(
                List.copyOf(headers),
                disposition.parameter("name").orElse(""),
                disposition.parameter("filename").orElse(""),
                Bytes.of(body.getBytes(StandardCharsets.ISO_8859_1)),
                complete);
    }

    private static int after(int index, int length) {
        return index < 0 ? -1 : index + length;
    }
}
