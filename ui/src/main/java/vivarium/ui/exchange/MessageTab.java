package vivarium.ui.exchange;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import vivarium.exchange.Exchange;
import vivarium.journal.Event.ResponseStarted;
import vivarium.journal.Header;
import vivarium.ui.exchange.NameValueTable.Pair;

/** The request or the response: its first line, its headers, its body. FX thread only. */
final class MessageTab implements ExchangeTab {
    /** What differs between the two. */
    private record Message(
            String id,
            String title,
            String noHeaders,
            Function<Exchange, String> line,
            Function<Exchange, List<Header>> headers,
            Function<Exchange, Body> body) {}

    private final Message message;
    private final Label line = new Label();
    private final NameValueTable headers;
    private final BodyView body;
    private final Node node;

    private MessageTab(Message message) {
        this.message = message;
        this.headers = new NameValueTable(message.noHeaders());
        this.body = new BodyView(message.id());
        headers.setId(message.id() + "-headers");
        line.setId(message.id() + "-line");
        line.getStyleClass().add("first-line");
        var top = new BorderPane(headers);
        top.setTop(line);
        node = new WideSplit(top, body, 0.42);
    }

    static MessageTab request() {
        return new MessageTab(new Message(
                "request",
                "Request",
                "The request has no headers.",
                exchange -> exchange.request().method() + " "
                        + exchange.request().target() + " " + exchange.request().protocol(),
                exchange -> exchange.request().headers(),
                Body::ofRequest));
    }

    static MessageTab response() {
        return new MessageTab(new Message(
                "response",
                "Response",
                "start_response has not been called yet.",
                exchange -> exchange.response()
                        .map(response -> exchange.request().protocol() + " " + response.status())
                        .orElse("No response yet"),
                exchange -> exchange.response().map(ResponseStarted::headers).orElse(List.of()),
                Body::ofResponse));
    }

    @Override
    public String tabId() {
        return message.id();
    }

    @Override
    public String tabTitle() {
        return message.title();
    }

    @Override
    public Node content() {
        return node;
    }

    @Override
    public void show(Exchange exchange, boolean same) {
        line.setText(message.line().apply(exchange));
        headers.show(message.headers().apply(exchange).stream()
                .map(header -> new Pair(header.name(), header.value()))
                .toList());
        body.show(message.body().apply(exchange));
    }
}
