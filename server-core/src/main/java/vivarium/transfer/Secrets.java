package vivarium.transfer;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vivarium.exchange.FormField;

/** What is a secret by its name. */
final class Secrets {
    /** What stands in the place of one. */
    static final String MASK = "MASKED";

    private static final Set<String> HEADERS = Set.of(
            "authorization",
            "proxy-authorization",
            "cookie",
            "set-cookie",
            "x-api-key",
            "api-key",
            "apikey",
            "x-auth-token",
            "x-access-token",
            "x-amz-security-token",
            "x-csrf-token",
            "x-csrftoken",
            "x-xsrf-token");

    private static final Pattern FIELD = Pattern.compile(
            "pass(word|wd|phrase|code)?\\d?|.*password.*|.*passwd.*|pwd|pin|.*secret.*|.*token|token.*|.*api_?key|.*private_?key|"
                    + "credentials?|authorization|auth|.*csrf.*|.*xsrf.*|session_?(id|key)?|sid|jwt|otp|cvc|cvv|signature|sig");

    private Secrets() {}

    static boolean header(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return HEADERS.contains(lower)
                || lower.endsWith("-token")
                || lower.endsWith("-secret")
                || lower.endsWith("-key");
    }

    /** Of a form, of a query, or of a JSON object. */
    static boolean field(String name) {
        return FIELD.matcher(name.toLowerCase(Locale.ROOT).replace('-', '_')).matches();
    }

    /** A form or a query with its secrets masked, the rest as it was; adds to {@code found} which they were. */
    static String form(String text, List<String> found) {
        var masked = new StringBuilder();
        for (var pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            boolean secret = equals >= 0
                    && equals < pair.length() - 1
                    && FormField.parse(pair).stream().anyMatch(field -> field(field.name()));
            if (secret) {
                found.add(FormField.parse(pair).getFirst().name());
            }
            masked.append(masked.isEmpty() ? "" : "&").append(secret ? pair.substring(0, equals + 1) + MASK : pair);
        }
        return masked.toString();
    }
}
