package vivarium.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a body is, as far as it matters for showing it. */
public enum ContentKind {
    EMPTY,
    JSON,
    HTML,
    /** {@code application/x-www-form-urlencoded}. */
    FORM,
    MULTIPART,
    IMAGE,
    /** Text of any other kind. */
    TEXT,
    BINARY;

    /** Bytes that are looked at where the type says nothing. */
    private static final int SAMPLE = 1024;

    /** What the type says; the bytes themselves are only asked where it says nothing. */
    static ContentKind of(MediaType type, byte[] bytes) {
        if (bytes.length == 0) {
            return EMPTY;
        }
        var essence = type.essence();
        return switch (essence) {
            case "", "application/octet-stream" -> sniff(bytes);
            case "application/json" -> JSON;
            case "text/html", "application/xhtml+xml" -> HTML;
            case "application/x-www-form-urlencoded" -> FORM;
            case "image/svg+xml" -> TEXT;
            default -> byFamily(essence, bytes);
        };
    }

    private static ContentKind byFamily(String essence, byte[] bytes) {
        if (essence.endsWith("+json")) {
            return JSON;
        }
        if (essence.startsWith("multipart/")) {
            return MULTIPART;
        }
        if (essence.startsWith("image/")) {
            return IMAGE;
        }
        boolean text = essence.startsWith("text/") || essence.endsWith("+xml") || printable(bytes);
        return text ? TEXT : BINARY;
    }

    private static ContentKind sniff(byte[] bytes) {
        if (startsWith(bytes, "\u0089PNG") || startsWith(bytes, "GIF8") || startsWith(bytes, "\u00ff\u00d8\u00ff")) {
            return IMAGE;
        }
        if (!printable(bytes)) {
            return BINARY;
        }
        var start = new String(bytes, 0, Math.min(bytes.length, SAMPLE), StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return HTML;
        }
        return start.startsWith("{") || start.startsWith("[") ? JSON : TEXT;
    }

    private static boolean startsWith(byte[] bytes, String latin1) {
        for (int i = 0; i < latin1.length(); i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != latin1.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** No control characters but those of text. */
    private static boolean printable(byte[] bytes) {
        for (int i = 0; i < bytes.length && i < SAMPLE; i++) {
            int b = bytes[i] & 0xff;
            if (b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b) {
                return false;
            }
        }
        return true;
    }
}
