package vivarium.journal;

import java.util.List;

/**
 * The head of a request as it arrived.
 *
 * @param target the request target as sent, not decoded (RFC 9112, section 3.2)
 * @param protocol for example {@code HTTP/1.1}
 * @param headers in the order in which they were sent
 * @param remote the client's address and port, for example {@code 127.0.0.1:52114}
 */
public record RequestHead(String method, String target, String protocol, List<Header> headers, String remote) {
    /** The target up to the question mark, as sent. */
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** What follows the question mark, as sent; empty where there is none. */
    public String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }
}
