package vivarium.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import vivarium.exchange.Captured;
import vivarium.exchange.FormField;
import vivarium.journal.Bytes;
import vivarium.journal.Header;
import vivarium.journal.RequestHead;

/** Changes to a captured request. Each gives a new request; what was captured stays. {@code Content-Length} follows the body. */
public final class RequestEdit {
    private RequestEdit() {}

    /** With another method. */
    public static Captured method(Captured captured, String method) {
        var head = captured.request();
        return captured.with(
                new RequestHead(method, head.target(), head.protocol(), head.headers(), head.remote()),
                captured.requestBody());
    }

    /** With another target, path and query. */
    public static Captured target(Captured captured, String target) {
        var head = captured.request();
        return captured.with(
                new RequestHead(head.method(), target, head.protocol(), head.headers(), head.remote()),
                captured.requestBody());
    }

    /** With this parameter in the query, in the place of the first one of that name. */
    public static Captured query(Captured captured, String name, String value) {
        var path = captured.request().path();
        return target(captured, path + "?" + field(captured.request().query(), name, value));
    }

    /** With this field in the form that is the body. */
    public static Captured form(Captured captured, String name, String value) {
        return body(
                captured, field(captured.requestContent().text(), name, value).getBytes(UTF_8));
    }

    /** With this header field in the place of the first one of that name, the others gone; without it where the value is empty. */
    public static Captured header(Captured captured, String name, String value) {
        var headers = new ArrayList<Header>();
        boolean placed = value.isEmpty();
        for (var header : captured.request().headers()) {
            if (!header.name().equalsIgnoreCase(name)) {
                headers.add(header);
            } else if (!placed) {
                headers.add(new Header(header.name(), value));
                placed = true;
            }
        }
        if (!placed) {
            headers.add(new Header(name, value));
        }
        return headers(captured, headers);
    }

    /** With another body. */
    public static Captured body(Captured captured, byte[] body) {
        var head = captured.request();
        var edited = captured.with(head, Bytes.of(body));
        return captured.chunkedRequest()
                        || (body.length == 0 && captured.announcedLength().isEmpty())
                ? edited
                : header(edited, "Content-Length", Integer.toString(body.length));
    }

    static Captured headers(Captured captured, List<Header> headers) {
        var head = captured.request();
        return captured.with(
                new RequestHead(head.method(), head.target(), head.protocol(), List.copyOf(headers), head.remote()),
                captured.requestBody());
    }

    private static String field(String form, String name, String value) {
        var pairs = new ArrayList<String>();
        boolean placed = false;
        var written = new FormField(name, value).encoded();
        for (var pair : form.split("&", -1)) {
            boolean same = !pair.isEmpty() && FormField.of(pair).name().equals(name);
            if (!pair.isEmpty()) {
                pairs.add(same && !placed ? written : pair);
            }
            placed |= same;
        }
        if (!placed) {
            pairs.add(written);
        }
        return String.join("&", pairs);
    }
}
