package vivarium.server;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpURI;

/**
 * What a request asks for, as strings whose characters stand for bytes (PEP 3333).
 *
 * @param raw path and query as sent; of an absolute target (RFC 9112, section 3.2.2) only these
 * @param path the path, percent-decoded; empty for {@code *}
 */
record RequestTarget(String raw, String path) {
    private static final char REPLACEMENT = '\ufffd';

    /** @throws RefusedException where the target cannot be told in bytes, or holds what no path may hold */
    static RequestTarget of(HttpURI uri) throws RefusedException {
        if (uri.getFragment() != null) {
            throw new RefusedException(400, "a request target has no fragment");
        }
        String path = bytes(Optional.ofNullable(uri.getPath()).orElse(""));
        String query = uri.getQuery();
        String raw = query == null ? path : path + "?" + bytes(query);
        return new RequestTarget(raw, path.equals("*") ? "" : decoded(path));
    }

    /** Jetty takes what is not ASCII for UTF-8. */
    private static String bytes(String text) throws RefusedException {
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            ascii &= text.charAt(i) < 0x80;
            if (text.charAt(i) == REPLACEMENT) {
                throw new RefusedException(400, "the request target holds bytes that are neither ASCII nor UTF-8");
            }
        }
        return ascii ? text : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String decoded(String path) throws RefusedException {
        if (path.indexOf('%') < 0) {
            return path;
        }
        var decoded = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%') {
                boolean complete = i + 2 < path.length();
                int high = complete ? Character.digit(path.charAt(i + 1), 16) : -1;
                int low = complete ? Character.digit(path.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0 || (high | low) == 0) {
                    throw new RefusedException(400, "the path holds NUL or an incomplete escape");
                }
                c = (char) (high << 4 | low);
                i += 2;
            }
            decoded.append(c);
        }
        return decoded.toString();
    }
}
