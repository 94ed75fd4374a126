package vivarium.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out which charset bytes are text in. */
final class TextDecoding {
    /** Where HTML says it itself; browsers look at as many bytes. */
    private static final int META = 1024;

    private static final Pattern META_CHARSET = Pattern.compile("<meta[^>]+charset=[\"']?([\\w:.-]+)");

    /** The text, in which charset, and what is to be said about it. */
    record Decoded(String text, Charset charset, List<String> notes) {}

    private TextDecoding() {}

    /** Never fails: bytes that are no text in the charset become U+FFFD, and the notes say so. */
    static Decoded decode(byte[] bytes, MediaType type, ContentKind kind, boolean cut) {
        var notes = new ArrayList<String>();
        var named = type.parameter("charset").or(() -> kind == ContentKind.HTML ? meta(bytes) : Optional.empty());
        Charset charset = named.flatMap(MediaType::charset).orElse(null);
        if (charset == null) {
            named.ifPresent(name -> notes.add("the charset " + name + " is not known here"));
            charset = valid(bytes, StandardCharsets.UTF_8, cut) || kind == ContentKind.JSON
                    ? StandardCharsets.UTF_8
                    : StandardCharsets.ISO_8859_1;
        }
        if (!valid(bytes, charset, cut)) {
            notes.add("not all of it is " + charset + "; what is not is shown as \ufffd");
        }
        var text = new String(bytes, charset);
        return new Decoded(text.startsWith("\ufeff") ? text.substring(1) : text, charset, notes);
    }

    private static Optional<String> meta(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, META), StandardCharsets.ISO_8859_1);
        var matcher = META_CHARSET.matcher(start);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** A character that was cut in two at the end is forgiven where the rest was not kept. */
    private static boolean valid(byte[] bytes, Charset charset, boolean cut) {
        int length = cut ? Math.max(0, bytes.length - 4) : bytes.length;
        while (length < bytes.length && (bytes[length] & 0xc0) == 0x80) {
            length--;
            if (length == 0) {
                return true;
            }
        }
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }
}
