package vivarium.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is different each time although nothing is: dates, numbers that were drawn, tokens. The expressions mean the same to Java and
 * to Python.
 */
public final class Volatile {
    /** Names of header fields, in lower case. */
    public static final Set<String> HEADERS = Set.of(
            "date",
            "server",
            "set-cookie",
            "etag",
            "last-modified",
            "expires",
            "age",
            "content-length",
            "x-request-id",
            "x-runtime",
            "x-trace-id",
            "server-timing");

    /** What is looked for in texts, by the name that is written for it. */
    public static final Map<String, Pattern> PATTERNS = patterns();

    private Volatile() {}

    /** Whether a header field is different each time. */
    public static boolean header(String name) {
        return HEADERS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The text with each of them replaced by its name in angle brackets. */
    public static String stable(String text) {
        var stable = text;
        for (var entry : PATTERNS.entrySet()) {
            stable = entry.getValue().matcher(stable).replaceAll("<" + entry.getKey() + ">");
        }
        return stable;
    }

    private static Map<String, Pattern> patterns() {
        var patterns = new LinkedHashMap<String, Pattern>();
        patterns.put(
                "time",
                Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d)?([.,]\\d+)?(Z|[+-]\\d\\d:?\\d\\d)?"));
        patterns.put(
                "date",
                Pattern.compile(
                        "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d [A-Z][a-z][a-z] \\d{4} \\d\\d:\\d\\d:\\d\\d GMT"));
        patterns.put(
                "uuid",
                Pattern.compile("\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b"));
        patterns.put("address", Pattern.compile("\\b0x[0-9a-f]{6,16}\\b"));
        patterns.put("hex", Pattern.compile("\\b[0-9a-fA-F]{24,}\\b"));
        patterns.put(
                "token",
                Pattern.compile(
                        "\\b(?=[A-Za-z_-]*[0-9])(?=[0-9a-z_-]*[A-Z])(?=[0-9A-Z_-]*[a-z])[A-Za-z0-9_-]{32,}(\\.[A-Za-z0-9_-]+)*"));
        return Collections.unmodifiableMap(patterns);
    }
}
