package vivarium.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/** What may be in a request (RFC 9110 and RFC 9112). Each rule gives a sentence for the user, or nothing where all is well. */
public final class RequestRules {
    private static final String TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";

    private RequestRules() {}

    /** Whether this can be a method. */
    public static Optional<String> method(String text) {
        return text.matches(TOKEN) ? Optional.empty() : Optional.of("The method must be one word, such as POST.");
    }

    /** Whether this can be a target. */
    public static Optional<String> target(String text) {
        if (!text.matches("[!-~]+")) {
            return Optional.of("The path must not hold spaces or letters beyond ASCII: percent-encode them.");
        }
        return text.startsWith("/") || text.equals("*") || text.contains("://")
                ? Optional.empty()
                : Optional.of("The path begins with a slash.");
    }

    /** Whether this can be a header field. */
    public static Optional<String> header(String name, String value) {
        if (!name.matches(TOKEN)) {
            return Optional.of(
                    name.isEmpty()
                            ? "The header has no name."
                            : "“" + name + "” is no name of a header: it is one word.");
        }
        if (!ISO_8859_1.newEncoder().canEncode(value)) {
            return Optional.of("The value of " + name + " must hold Latin-1 characters only.");
        }
        return value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)
                ? Optional.of("The value of " + name + " must hold no control characters.")
                : Optional.empty();
    }
}
