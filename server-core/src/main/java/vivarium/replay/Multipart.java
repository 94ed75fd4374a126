package vivarium.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vivarium.exchange.Part;
import vivarium.journal.Bytes;
import vivarium.journal.Header;

/** Bodies of {@code multipart/form-data}, as browsers write them (RFC 7578). */
public final class Multipart {
    private static final String DISPOSITION = "Content-Disposition";
    private static final String TYPE = "Content-Type";

    private Multipart() {}

    /**
     * A part for a form.
     *
     * @param filename empty for a field that is no file
     * @param type its media type; empty for none
     */
    public static Part part(String name, String filename, String type, byte[] content) {
        var headers = new ArrayList<Header>();
        headers.add(new Header(DISPOSITION, disposition(name, filename)));
        if (!type.isEmpty()) {
            headers.add(new Header(TYPE, type));
        }
        return new Part(List.copyOf(headers), name, filename, Bytes.of(content), true);
    }

    /** The part with other names and another type; header fields that have nothing to do with those stay. */
    public static Part renamed(Part part, String name, String filename, String type) {
        if (part.name().equals(name) && part.filename().equals(filename) && type.equals(type(part))) {
            return part;
        }
        var made = part(name, filename, type, part.body().kept());
        var headers = new ArrayList<>(made.headers());
        part.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase(DISPOSITION)
                        && !header.name().equalsIgnoreCase(TYPE))
                .forEach(headers::add);
        return new Part(List.copyOf(headers), name, filename, part.body(), true);
    }

    /** The part's media type as it was written; empty where it has none. */
    public static String type(Part part) {
        return part.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(TYPE))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    /** The whole body. */
    public static byte[] body(List<Part> parts, String boundary) {
        var out = new ByteArrayOutputStream();
        for (Part part : parts) {
            write(out, "--" + boundary + "\r\n");
            part.headers().forEach(header -> write(out, header.name() + ": " + header.value() + "\r\n"));
            write(out, "\r\n");
            out.writeBytes(part.body().kept());
            write(out, "\r\n");
        }
        write(out, "--" + boundary + "--\r\n");
        return out.toByteArray();
    }

    /** One that no content holds. */
    public static String newBoundary() {
        return "----VivariumBoundary" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Whether a part with this content would be cut by the boundary. */
    public static boolean collides(Part part, String boundary) {
        return new String(part.body().kept(), ISO_8859_1).contains("--" + boundary);
    }

    private static String disposition(String name, String filename) {
        return "form-data; name=\"" + quoted(name) + "\""
                + (filename.isEmpty() ? "" : "; filename=\"" + quoted(filename) + "\"");
    }

    /** As the HTML standard says. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(UTF_8));
    }
}
