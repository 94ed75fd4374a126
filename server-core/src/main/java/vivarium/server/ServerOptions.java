package vivarium.server;

/**
 * How to serve.
 *
 * @param host the address to listen on; loopback unless the user asked for another
 * @param port 0 for any free one
 * @param threads how many requests are in the application at once, from 1
 * @param passAuthorization whether the application gets {@code HTTP_AUTHORIZATION}, as mod_wsgi's WSGIPassAuthorization
 * @param maxBody bytes of a request's body that are accepted
 * @param capture whether exchanges are recorded from the start; see {@link Capture}
 */
public record ServerOptions(
        String host, int port, int threads, boolean passAuthorization, long maxBody, boolean capture) {
    /** One GiB. */
    public static final long DEFAULT_MAX_BODY = 1L << 30;

    /** Loopback, any free port, five threads, everything recorded. */
    public static ServerOptions defaults() {
        return new ServerOptions("127.0.0.1", 0, 5, true, DEFAULT_MAX_BODY, true);
    }
}
