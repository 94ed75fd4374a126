package vivarium.server;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vivarium.journal.Environ;
import vivarium.journal.Header;
import vivarium.journal.RequestHead;

/**
 * Makes the environ of a request: the CGI variables (RFC 3875) as PEP 3333 wants them, and mod_wsgi's own.
 *
 * <p>Values are strings whose characters stand for bytes (ISO-8859-1). Safe for any thread.
 */
final class EnvironBuilder {
    private static final int KNOWN_NAMES = 1000;

    private final boolean passAuthorization;
    private final String runId;
    private final Map<String, String> objects;
    private final String callable;
    private final Map<String, String> variableNames = new ConcurrentHashMap<>();

    /**
     * @param callable the name of the application's callable, {@code mod_wsgi.callable_object}
     * @param runId the first half of every {@code mod_wsgi.request_id}
     * @param objects the keys that the agent adds, with their {@code repr}
     */
    EnvironBuilder(boolean passAuthorization, String runId, String callable, Map<String, String> objects) {
        this.passAuthorization = passAuthorization;
        this.runId = runId;
        this.callable = callable;
        this.objects = objects;
    }

    /**
     * Where a request came in, from whom, and when.
     *
     * @param serverName the host that the client meant
     * @param authority what an absolute target said in the place of the {@code Host} header
     */
    record Arrival(
            String serverName,
            Optional<String> authority,
            String localHost,
            int localPort,
            String remoteHost,
            int remotePort,
            long epochMicros) {}

    /** The environ of this request, to be served on the thread with this number (from 1). */
    Environ build(long exchange, int thread, RequestHead head, String path, Arrival at) {
        List<String> pairs = new ArrayList<>(64);
        String port = Integer.toString(at.localPort());
        put(pairs, "REQUEST_METHOD", head.method());
        put(pairs, "SCRIPT_NAME", "");
        put(pairs, "PATH_INFO", path);
        put(pairs, "QUERY_STRING", head.query());
        put(pairs, "REQUEST_URI", head.target());
        put(pairs, "REQUEST_SCHEME", "http");
        put(pairs, "SERVER_PROTOCOL", head.protocol());
        put(pairs, "SERVER_SOFTWARE", WsgiServer.SOFTWARE);
        put(pairs, "SERVER_NAME", at.serverName());
        put(pairs, "SERVER_PORT", port);
        put(pairs, "REMOTE_ADDR", at.remoteHost());
        put(pairs, "REMOTE_PORT", Integer.toString(at.remotePort()));
        int headers = pairs.size();
        for (Header header : head.headers()) {
            String key = refused(header.name()) ? "" : variableNames.get(header.name());
            if (key == null) {
                key = variableName(header.name());
            }
            if (!key.isEmpty()) {
                add(pairs, headers, key, header.value());
            }
        }
        at.authority().ifPresent(host -> replace(pairs, headers, "HTTP_HOST", host));
        put(pairs, "wsgi.url_scheme", "http");
        put(pairs, "mod_wsgi.process_group", "");
        put(pairs, "mod_wsgi.application_group", "");
        put(pairs, "mod_wsgi.callable_object", callable);
        put(pairs, "mod_wsgi.listener_host", at.localHost());
        put(pairs, "mod_wsgi.listener_port", port);
        put(pairs, "mod_wsgi.request_id", runId + "-" + exchange);
        List<String> numbers = List.of(
                "mod_wsgi.thread_id", Integer.toString(thread), "mod_wsgi.request_start", seconds(at.epochMicros()));
        return new Environ(pairs, numbers, objects);
    }

    /** As {@code repr} writes the float: without zeros at its end, but for the first digit after the point. */
    static String seconds(long micros) {
        String text = BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
        return text.indexOf('.') < 0 ? text + ".0" : text;
    }

    /**
     * Whether a header never becomes a variable: an underscore in its name would let it pose as another header, and
     * {@code Proxy} as the variable that HTTP clients take their proxy from.
     */
    static boolean refused(String headerName) {
        return headerName.indexOf('_') >= 0 || headerName.equalsIgnoreCase("Proxy");
    }

    private String variableName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String key = switch (lower) {
            case "content-type" -> "CONTENT_TYPE";
            case "content-length" -> "CONTENT_LENGTH";
            case "authorization" -> passAuthorization ? "HTTP_AUTHORIZATION" : "";
            default -> "HTTP_" + lower.toUpperCase(Locale.ROOT).replace('-', '_');
        };
        if (variableNames.size() < KNOWN_NAMES) {
            variableNames.put(name, key);
        }
        return key;
    }

    private static void put(List<String> pairs, String key, String value) {
        pairs.add(key);
        pairs.add(value);
    }

    /** Repeated headers become one variable, joined as RFC 9110 section 5.3 and RFC 6265 section 4.2 say. */
    private static void add(List<String> pairs, int from, String key, String value) {
        for (int i = from; i < pairs.size(); i += 2) {
            if (pairs.get(i).equals(key)) {
                String separator = key.equals("HTTP_COOKIE") ? "; " : ", ";
                pairs.set(i + 1, pairs.get(i + 1) + separator + value);
                return;
            }
        }
        put(pairs, key, value);
    }

    private static void replace(List<String> pairs, int from, String key, String value) {
        for (int i = from; i < pairs.size(); i += 2) {
            if (pairs.get(i).equals(key)) {
                pairs.set(i + 1, value);
                return;
            }
        }
        put(pairs, key, value);
    }
}
