package vivarium.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vivarium.journal.Bytes;
import vivarium.journal.Header;

/**
 * A body made readable: codings taken off, its kind and its text found out. Immutable but for what it remembers; for one thread at
 * a time.
 */
public final class Content {
    private final Bytes raw;
    private final MediaType type;
    private final byte[] bytes;
    private final ContentKind kind;
    private final List<String> notes;
    private TextDecoding.@Nullable Decoded decoded;

    private Content(Bytes raw, MediaType type, byte[] bytes, List<String> notes) {
        this.raw = raw;
        this.type = type;
        this.bytes = bytes;
        this.kind = ContentKind.of(type, bytes);
        this.notes = notes;
    }

    /** What these bytes are, by the headers that came with them. */
    public static Content of(Bytes body, List<Header> headers) {
        var type = MediaType.in(headers);
        var coding = Header.first(headers, "Content-Encoding").orElse("");
        if (coding.isBlank() || body.kept().length == 0) {
            return new Content(body, type, body.kept(), List.of());
        }
        var decoded = ContentCoding.decode(body.kept(), coding, body.truncated());
        return new Content(body, type, decoded.bytes(), decoded.notes());
    }

    /** As it was on the wire: the true length, and what of it was kept. */
    public Bytes raw() {
        return raw;
    }

    /** What its {@code Content-Type} says. */
    public MediaType type() {
        return type;
    }

    /** What it is. */
    public ContentKind kind() {
        return kind;
    }

    /** A copy of the bytes without content codings. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }

    /** How many those are. */
    public int size() {
        return bytes.length;
    }

    /** The text that the bytes stand for, whatever they are. */
    public String text() {
        return decoded().text();
    }

    /** The name of the charset that {@link #text()} takes it for. */
    public String charset() {
        return decoded().charset().name();
    }

    /** The text with JSON laid out, or as it is where it is not valid JSON. */
    public String pretty() {
        return kind == ContentKind.JSON ? JsonLayout.of(text()).orElse(text()) : text();
    }

    /** The fields of a form. */
    public List<FormField> form() {
        return FormField.parse(text());
    }

    /** The parts of a multipart body. */
    public List<Part> parts() {
        return Part.parse(bytes, type.parameter("boundary").orElse(""));
    }

    /** The bytes as a dump. */
    public HexDump hex() {
        return new HexDump(bytes);
    }

    /** What one has to know about how it is shown: half sentences such as {@code gzip, shown decoded}. */
    public List<String> notes() {
        var all = new ArrayList<>(notes);
        if (kind != ContentKind.IMAGE && kind != ContentKind.BINARY && kind != ContentKind.EMPTY) {
            all.addAll(decoded().notes());
        }
        return all;
    }

    private TextDecoding.Decoded decoded() {
        var known = decoded;
        if (known == null) {
            known = TextDecoding.decode(bytes, type, kind, raw.truncated());
            decoded = known;
        }
        return known;
    }
}
