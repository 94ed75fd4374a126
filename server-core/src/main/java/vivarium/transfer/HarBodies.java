package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import vivarium.exchange.MediaType;
import vivarium.journal.Bytes;
import vivarium.journal.Header;

/**
 * The bytes of bodies in an HTTP Archive, which holds text. What a browser did not write is missing here, with its length where that is
 * known; none is made up.
 */
final class HarBodies {
    private static final byte[] NOTHING = {};

    private HarBodies() {}

    /** That of a request: of what its text may stand for, that which is as long as its {@code Content-Length} says. */
    static Bytes ofRequest(JsonNode request, List<Header> headers) {
        var data = request.path("postData");
        long announced = Header.contentLength(headers).orElse(-1);
        List<byte[]> readings = readings(data);
        for (byte[] reading : readings) {
            if (reading.length == announced) {
                return Bytes.of(reading);
            }
        }
        if (readings.isEmpty()) {
            return new Bytes(NOTHING, Math.max(0, announced >= 0 ? announced : number(request, "bodySize")));
        }
        byte[] likely = readings.getFirst();
        if (announced < 0) {
            return Bytes.of(likely);
        }
        boolean other =
                likely.length > announced || data.path("text").asString("").indexOf('\ufffd') >= 0;
        return new Bytes(other ? NOTHING : likely, announced);
    }

    /** What the data may have been, the likeliest first; empty where they were not written. */
    private static List<byte[]> readings(JsonNode data) {
        if (data.hasNonNull("text")) {
            var text = data.path("text").asString();
            if (data.path("encoding").asString("").equals("base64")) {
                return List.of(decode(text));
            }
            byte[] utf8 = text.getBytes(UTF_8);
            if (text.chars().anyMatch(c -> c > 0xff)) {
                return List.of(utf8);
            }
            // Chromium and Firefox write binary data with a character for each byte.
            byte[] binary = text.getBytes(ISO_8859_1);
            return text.chars().anyMatch(HarBodies::isControl) ? List.of(binary, utf8) : List.of(utf8, binary);
        }
        var params = data.path("params");
        boolean form = !params.isEmpty()
                && !data.path("mimeType").asString("").startsWith("multipart/")
                && params.valueStream().noneMatch(field -> field.has("fileName"));
        // Chromium leaves them encoded, Firefox does not.
        return form
                ? List.of(form(params, text -> URLEncoder.encode(text, UTF_8)), form(params, text -> text))
                : List.of();
    }

    private static boolean isControl(int c) {
        return (c < ' ' && "\t\n\f\r".indexOf(c) < 0) || (c >= 0x7f && c < 0xa0);
    }

    private static byte[] form(JsonNode params, UnaryOperator<String> encoded) {
        return params.valueStream()
                .map(field -> encoded.apply(field.path("name").asString("")) + "="
                        + encoded.apply(field.path("value").asString("")))
                .collect(Collectors.joining("&"))
                .getBytes(UTF_8);
    }

    /** That of a response, without its content codings. */
    static Bytes ofResponse(String method, JsonNode response, List<Header> headers) {
        var content = response.path("content");
        if (content.hasNonNull("text")) {
            byte[] bytes = content(content, headers);
            return new Bytes(bytes, Math.max(bytes.length, number(content, "size")));
        }
        int status = response.path("status").asInt(0);
        if (method.equals("HEAD") || status < 200 || status == 204 || status == 304) {
            return Bytes.none();
        }
        // Firefox gives a redirection the size of the page that it led to.
        boolean coded = Header.first(headers, "Content-Encoding").isPresent();
        var announced = Header.contentLength(headers);
        return new Bytes(
                NOTHING, coded || announced.isEmpty() ? Math.max(0, number(content, "size")) : announced.getAsLong());
    }

    private static byte[] content(JsonNode content, List<Header> headers) {
        var text = content.path("text").asString();
        if (content.path("encoding").asString("").equals("base64")) {
            return decode(text);
        }
        byte[] utf8 = text.getBytes(UTF_8);
        long size = number(content, "size");
        if (utf8.length != size) {
            var named = MediaType.in(headers).parameter("charset").flatMap(MediaType::charset);
            byte[] other = text.getBytes(named.orElse(UTF_8));
            return other.length == size ? other : utf8;
        }
        return utf8;
    }

    private static long number(JsonNode object, String name) {
        return object.path(name).asLong(0);
    }

    /** @throws ImportException when it is not base64 */
    static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw new ImportException("This HAR file is damaged: a body in it is not base64; export it again.");
        }
    }
}
