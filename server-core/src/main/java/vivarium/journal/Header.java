package vivarium.journal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A header field as it was on the wire: name and value with their case, in ISO-8859-1 (RFC 9110, section 5). */
public record Header(String name, String value) {
    /** The value of the first field of this name. */
    public static Optional<String> first(List<Header> headers, String name) {
        for (Header header : headers) {
            if (header.name.equalsIgnoreCase(name)) {
                return Optional.of(header.value);
            }
        }
        return Optional.empty();
    }

    /** What {@code Content-Length} says; empty where it is not there, or no length that a body can have. */
    public static OptionalLong contentLength(List<Header> headers) {
        var digits = first(headers, "Content-Length").map(String::strip).orElse("");
        boolean plain =
                !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
