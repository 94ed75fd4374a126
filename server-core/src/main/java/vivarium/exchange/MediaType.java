package vivarium.exchange;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vivarium.journal.Header;

/**
 * A media type (RFC 9110, section 8.3.1).
 *
 * @param essence {@code type/subtype} in lower case; empty where nothing was said
 * @param parameters by their names in lower case
 */
public record MediaType(String essence, Map<String, String> parameters) {
    private static final MediaType NONE = new MediaType("", Map.of());

    /** That of the first {@code Content-Type}. */
    public static MediaType in(List<Header> headers) {
        return Header.first(headers, "Content-Type").map(MediaType::parse).orElse(NONE);
    }

    /** As in the header's value; what cannot be understood is left out. */
    public static MediaType parse(String value) {
        int semicolon = value.indexOf(';');
        var essence =
                (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        return new MediaType(essence, semicolon < 0 ? Map.of() : parameters(value.substring(semicolon + 1)));
    }

    /** A parameter's value. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** The charset of that name; empty where it is not known here. */
    public static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** {@code a=b; c="d; e"}: parameters as in {@code Content-Type} and {@code Content-Disposition}. */
    static Map<String, String> parameters(String text) {
        var parameters = new LinkedHashMap<String, String>();
        int from = 0;
        while (from < text.length()) {
            int equals = text.indexOf('=', from);
            if (equals < 0) {
                break;
            }
            var name = text.substring(text.lastIndexOf(';', equals) + 1, equals)
                    .strip()
                    .toLowerCase(Locale.ROOT);
            int start = equals + 1;
            while (start < text.length() && text.charAt(start) == ' ') {
                start++;
            }
            var value = new StringBuilder();
            if (start < text.length() && text.charAt(start) == '"') {
                from = unquote(text, start + 1, value);
            } else {
                int semicolon = text.indexOf(';', start);
                from = semicolon < 0 ? text.length() : semicolon;
                value.append(text, start, from);
            }
            parameters.putIfAbsent(name, value.toString().strip());
            int semicolon = text.indexOf(';', from);
            from = semicolon < 0 ? text.length() : semicolon + 1;
        }
        return parameters;
    }

    private static int unquote(String text, int from, StringBuilder value) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '"') {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i++;
            }
            value.append(text.charAt(i++));
        }
        return i;
    }
}
