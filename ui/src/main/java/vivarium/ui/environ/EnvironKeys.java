package vivarium.ui.environ;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import vivarium.journal.Environ.Group;

/** What the keys of an environ mean, and where that is written down. One table, {@code keys.txt}; safe for any thread. */
final class EnvironKeys {
    /**
     * @param source for example {@code PEP 3333}
     * @param restless whether it is another for each request anyway, so that a change says nothing
     */
    record Meaning(String source, boolean restless, String explanation) {}

    private static final Map<String, Meaning> MEANINGS = read();

    private EnvironKeys() {}

    /** Something is said about every key. */
    static Meaning of(String key, Group group) {
        var known = MEANINGS.get(key);
        if (known != null) {
            return known;
        }
        return switch (group) {
            case HEADERS -> new Meaning("RFC 9110", false, "The request's header " + headerName(key) + ".");
            case WSGI -> new Meaning("WSGI", false, "An extension in WSGI's own name space.");
            case MOD_WSGI -> new Meaning("mod_wsgi", false, "One of mod_wsgi's own variables.");
            case SERVER -> new Meaning("RFC 3875", false, "Something about the server.");
            default ->
                new Meaning(
                        "",
                        false,
                        "Set by the server, by middleware or by the project's own settings; no standard speaks of it.");
        };
    }

    private static String headerName(String key) {
        var name = new StringBuilder();
        for (var word : key.substring("HTTP_".length()).split("_", -1)) {
            name.append(name.isEmpty() ? "" : "-");
            name.append(word.isEmpty() ? "" : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    private static Map<String, Meaning> read() {
        try (var table = EnvironKeys.class.getResourceAsStream("keys.txt")) {
            if (table == null) {
                throw new IllegalStateException("keys.txt is missing from Vivarium's own files");
            }
            var meanings = new HashMap<String, Meaning>();
            for (var line : new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    var columns = line.split("\\|", 4);
                    meanings.put(
                            columns[0].strip(),
                            new Meaning(columns[1].strip(), columns[2].strip().equals("*"), columns[3].strip()));
                }
            }
            return Map.copyOf(meanings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
