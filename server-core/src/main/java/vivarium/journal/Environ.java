package vivarium.journal;

import java.util.List;
import java.util.Map;

/**
 * The environ as it was handed to the application.
 *
 * <p>Made on the request's thread, so it only holds what is there already; {@link #entries()} does the work, later and elsewhere.
 *
 * @param strings the keys whose values are Python strings, alternating with those values, in the order of the {@code dict}
 * @param numbers the keys whose values are numbers, alternating with the {@code repr} of those values
 * @param objects the other keys with the {@code repr} of their values; the same map for many requests
 */
public record Environ(List<String> strings, List<String> numbers, Map<String, String> objects) {
    /** One key of the environ with the {@code repr} of its value. */
    public record Entry(String key, Group group, String repr) {}

    /** What kind of key it is. */
    public enum Group {
        REQUEST("Request"),
        HEADERS("HTTP headers"),
        WSGI("wsgi.*"),
        MOD_WSGI("mod_wsgi.*"),
        SERVER("Server"),
        PROCESS("Process");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** In words, for the eye. */
        public String title() {
            return title;
        }

        /** The group that a key belongs to by its name. */
        public static Group of(String key) {
            if (key.startsWith("HTTP_")) {
                return HEADERS;
            }
            if (key.startsWith("wsgi.")) {
                return WSGI;
            }
            if (key.startsWith("mod_wsgi.")) {
                return MOD_WSGI;
            }
            if (key.startsWith("SERVER_") || key.equals("DOCUMENT_ROOT")) {
                return SERVER;
            }
            return switch (key) {
                case "REQUEST_METHOD",
                        "REQUEST_URI",
                        "REQUEST_SCHEME",
                        "SCRIPT_NAME",
                        "PATH_INFO",
                        "QUERY_STRING",
                        "CONTENT_TYPE",
                        "CONTENT_LENGTH",
                        "REMOTE_ADDR",
                        "REMOTE_PORT" -> REQUEST;
                default -> PROCESS;
            };
        }
    }

    /** Every key, those with strings first. */
    public List<Entry> entries() {
        var entries = new java.util.ArrayList<Entry>(strings.size() / 2 + objects.size());
        for (int i = 0; i < strings.size(); i += 2) {
            entries.add(new Entry(strings.get(i), Group.of(strings.get(i)), PythonRepr.of(strings.get(i + 1))));
        }
        for (int i = 0; i < numbers.size(); i += 2) {
            entries.add(new Entry(numbers.get(i), Group.of(numbers.get(i)), numbers.get(i + 1)));
        }
        objects.forEach((key, repr) -> entries.add(new Entry(key, Group.of(key), repr)));
        return entries;
    }
}
