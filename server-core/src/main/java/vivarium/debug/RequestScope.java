package vivarium.debug;

import java.util.List;
import vivarium.journal.Header;
import vivarium.journal.RequestHead;

/**
 * The requests that a breakpoint is for.
 *
 * @param method for example {@code POST}; empty for any
 * @param path a pattern for the whole path: {@code *} is any text without a slash, {@code **} any text; empty for any
 * @param header {@code Name} for requests that have it, {@code Name: value} for those where it has this value; empty for any
 * @param replayOf only replays of this exchange; 0 for any request
 */
public record RequestScope(String method, String path, String header, long replayOf) {
    /** Every request, and code that serves none. */
    public static final RequestScope ANY = new RequestScope("", "", "", 0);

    /** Whether this request is meant. */
    public boolean admits(RequestHead head, long origin) {
        return (method.isEmpty() || method.equalsIgnoreCase(head.method()))
                && (path.isEmpty() || matches(head.path()))
                && (header.isEmpty() || holds(head.headers()))
                && (replayOf == 0 || replayOf == origin);
    }

    private boolean matches(String text) {
        var regex = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '*') {
                regex.append(java.util.regex.Pattern.quote(String.valueOf(c)));
            } else if (path.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else {
                regex.append("[^/]*");
            }
        }
        return text.matches(regex.toString());
    }

    private boolean holds(List<Header> headers) {
        int colon = header.indexOf(':');
        String name = (colon < 0 ? header : header.substring(0, colon)).strip();
        String value = colon < 0 ? "" : header.substring(colon + 1).strip();
        return headers.stream()
                .anyMatch(each -> each.name().equalsIgnoreCase(name)
                        && (colon < 0 || each.value().strip().equals(value)));
    }
}
