package vivarium.replay;

import java.util.ArrayList;
import java.util.Optional;
import vivarium.exchange.Captured;
import vivarium.journal.Header;

/** The requests that manners of sending ask for. */
final class Variants {
    /** How much too large a wrong length is. */
    private static final int TOO_MANY = 10;

    private Variants() {}

    static Captured of(Captured captured, Manner manner) {
        return switch (manner) {
            case AS_CAPTURED, BYTE_BY_BYTE, CUT_OFF -> captured;
            case AS_HEAD -> RequestEdit.method(captured, "HEAD");
            case CHUNKED -> chunked(captured);
            case WRONG_LENGTH ->
                RequestEdit.header(
                        unchunked(captured),
                        "Content-Length",
                        Integer.toString(captured.requestBody().kept().length + TOO_MANY));
            case WITHOUT_COOKIES -> RequestEdit.header(captured, "Cookie", "");
            case IF_NONE_MATCH ->
                etag(captured)
                        .map(tag -> RequestEdit.header(captured, "If-None-Match", tag))
                        .orElse(captured);
        };
    }

    /** The entity tag of the response. */
    static Optional<String> etag(Captured captured) {
        return captured.response().flatMap(response -> Header.first(response.headers(), "ETag"));
    }

    private static Captured chunked(Captured captured) {
        if (captured.chunkedRequest()) {
            return captured;
        }
        var headers = new ArrayList<>(captured.request().headers());
        headers.removeIf(header -> header.name().equalsIgnoreCase("Content-Length"));
        headers.add(new Header("Transfer-Encoding", "chunked"));
        return RequestEdit.headers(captured, headers);
    }

    private static Captured unchunked(Captured captured) {
        return RequestEdit.header(captured, "Transfer-Encoding", "");
    }
}
