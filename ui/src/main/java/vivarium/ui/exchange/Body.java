package vivarium.ui.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vivarium.exchange.Amounts;
import vivarium.exchange.Content;
import vivarium.exchange.ContentKind;
import vivarium.exchange.Exchange;
import vivarium.exchange.Phase;
import vivarium.journal.Event.ResponseStarted;

/**
 * A body as its viewer needs it.
 *
 * @param nothing why there is nothing to see, where that is so; otherwise empty
 */
record Body(Content content, String nothing) {

    /** What the application read of a request. */
    static Body ofRequest(Exchange exchange) {
        var content = Content.of(exchange.requestBody(), exchange.request().headers());
        return new Body(content, content.raw().length() == 0 ? unread(exchange) : forgotten(exchange, content));
    }

    /** What was sent of a response. */
    static Body ofResponse(Exchange exchange) {
        var headers = exchange.response().map(ResponseStarted::headers).orElse(List.of());
        var content = Content.of(exchange.responseBody(), headers);
        if (content.raw().length() > 0) {
            return new Body(content, forgotten(exchange, content));
        }
        boolean over = exchange.outline().phase() == Phase.OVER;
        return new Body(content, over ? "The response has no body." : "Nothing of the body has been sent yet.");
    }

    /** One line about it: type, charset, true length, and what is to be known about what is shown. */
    String summary() {
        var facts = new ArrayList<String>();
        var type = content.type().essence();
        facts.add(type.isEmpty() ? "no Content-Type" : type);
        boolean text = content.kind() != ContentKind.IMAGE && content.kind() != ContentKind.BINARY;
        if (text && content.raw().kept().length > 0) {
            facts.add(content.charset());
        }
        facts.add(Amounts.exactly(content.raw().length()));
        if (content.raw().truncated()) {
            facts.add(String.format(
                    Locale.ROOT,
                    "kept %,d of %,d",
                    content.raw().kept().length,
                    content.raw().length()));
        }
        facts.addAll(content.notes());
        return String.join("  ·  ", facts);
    }

    private static String unread(Exchange exchange) {
        return announced(exchange)
                ? "The application has read nothing of the request's body, so nothing of it was seen here."
                : "The request has no body.";
    }

    private static boolean announced(Exchange exchange) {
        return exchange.request().headers().stream()
                .anyMatch(header -> header.name().equalsIgnoreCase("Transfer-Encoding")
                        || (header.name().equalsIgnoreCase("Content-Length")
                                && !header.value().strip().equals("0")));
    }

    private static String forgotten(Exchange exchange, Content content) {
        if (content.raw().kept().length > 0) {
            return "";
        }
        return exchange.bodiesForgotten()
                ? "The body was given up to make room for newer ones. It is still in the session file."
                : "Nothing of the body was kept.";
    }
}
