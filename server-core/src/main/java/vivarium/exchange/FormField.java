package vivarium.exchange;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A field of a form, or a parameter of a query: decoded, in UTF-8. */
public record FormField(String name, String value) {

    /** In their order, repeated ones too. An escape that is none stays as it was written. */
    public static List<FormField> parse(String text) {
        var fields = new ArrayList<FormField>();
        for (var pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                fields.add(of(pair));
            }
        }
        return fields;
    }

    /** What one pair such as {@code a=b%20c} stands for. */
    public static FormField of(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? new FormField(decode(pair), "")
                : new FormField(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
    }

    /** As browsers write it. */
    public String encoded() {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
