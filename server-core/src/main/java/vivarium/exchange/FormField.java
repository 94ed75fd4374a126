package vivarium.exchange;

import java.net.URLDecoder;
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
                int equals = pair.indexOf('=');
                fields.add(
                        equals < 0
                                ? new FormField(decode(pair), "")
                                : new FormField(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
