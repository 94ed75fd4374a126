package vivarium.server;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;

/** What is asked of a request, beyond what Jetty's parser asks, before it may become an exchange. */
final class Admission {
    private Admission() {}

    /** @param maxBody bytes of a body that are accepted; of a chunked one that is found out while it is read */
    static void check(Request request, long maxBody) throws RefusedException {
        if (request.getMethod().equals("CONNECT")) {
            throw new RefusedException(501, "CONNECT is not for an origin server");
        }
        String coding = request.getHeaders().get(HttpHeader.TRANSFER_ENCODING);
        if (coding != null) {
            if (request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0) {
                // Whoever passed this on may have seen other limits of the body (RFC 9112, section 6.1).
                throw new RefusedException(400, "HTTP/1.0 has no Transfer-Encoding");
            }
            if (!coding.equalsIgnoreCase("chunked")) {
                throw new RefusedException(
                        501, "the transfer coding " + coding + " is not understood, only chunked is");
            }
        }
        if (request.getLength() > maxBody) {
            throw new RefusedException(413, "the body is larger than the " + maxBody + " bytes that are accepted");
        }
    }
}
