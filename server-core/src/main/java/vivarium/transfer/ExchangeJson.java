package vivarium.transfer;

import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vivarium.exchange.Captured;
import vivarium.exchange.Content;
import vivarium.exchange.ContentKind;
import vivarium.journal.Bytes;
import vivarium.journal.ExchangeSummary;
import vivarium.journal.Header;
import vivarium.journal.Note;

/** Exchanges as JSON for scripts; {@code docs/command-line.md} names the fields. */
public final class ExchangeJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ExchangeJson() {}

    /** The few facts of a list, on one line. */
    public static String line(ExchangeSummary summary, Note note) {
        var object = JSON.createObjectNode()
                .put("id", summary.id())
                .put("started_at", summary.startedAt().toString())
                .put("method", summary.method())
                .put("path", summary.path())
                .put("query", summary.query());
        summary.status().ifPresentOrElse(it -> object.put("status", it), () -> object.putNull("status"));
        object.put("request_bytes", summary.requestBytes()).put("response_bytes", summary.responseBytes());
        summary.durationMs().ifPresentOrElse(it -> object.put("duration_ms", it), () -> object.putNull("duration_ms"));
        summary.thread().ifPresentOrElse(it -> object.put("thread", it), () -> object.putNull("thread"));
        summary.origin().ifPresentOrElse(it -> object.put("origin_id", it), () -> object.putNull("origin_id"));
        summary.error().ifPresentOrElse(it -> object.put("error", it), () -> object.putNull("error"));
        put(object, note);
        return object.toString();
    }

    /** Everything about one exchange. */
    public static ObjectNode whole(Captured captured) {
        var object = JSON.createObjectNode()
                .put("id", captured.id())
                .put("started_at", captured.startedAt().toString());
        captured.duration()
                .ifPresentOrElse(
                        it -> object.put("duration_ms", it.toNanos() / 1e6), () -> object.putNull("duration_ms"));
        object.put("origin_id", captured.origin() == 0 ? null : captured.origin());
        put(object, captured.note());
        var head = captured.request();
        object.putObject("request")
                .put("method", head.method())
                .put("target", head.target())
                .put("protocol", head.protocol())
                .put("remote", head.remote())
                .set("headers", headers(head.headers()))
                .set("body", body(captured.requestBody(), head.headers()));
        captured.response()
                .ifPresent(response -> object.putObject("response")
                        .put("status", response.status())
                        .set("headers", headers(response.headers()))
                        .set("body", body(response.body(), response.headers())));
        captured.environ().ifPresent(environ -> {
            var all = object.putObject("environ");
            environ.entries().forEach(entry -> all.put(entry.key(), entry.repr()));
        });
        captured.failure()
                .ifPresent(failure -> object.putObject("exception")
                        .put("type", failure.type())
                        .put("message", failure.message())
                        .put("traceback", failure.traceback()));
        var log = object.putArray("log");
        captured.log()
                .forEach(line -> log.addObject()
                        .put("level", line.level().name())
                        .put("stream", line.stream().label())
                        .put("thread", line.thread())
                        .put("text", line.text()));
        return object;
    }

    private static void put(ObjectNode object, Note note) {
        object.put("marked", note.marked()).put("pinned", note.pinned()).put("comment", note.comment());
    }

    private static ArrayNode headers(List<Header> headers) {
        var array = JSON.createArrayNode();
        headers.forEach(header -> array.addArray().add(header.name()).add(header.value()));
        return array;
    }

    private static ObjectNode body(Bytes body, List<Header> headers) {
        var object = JSON.createObjectNode().put("size", body.length()).put("kept", body.kept().length);
        var content = Content.of(body, headers);
        if (content.kind() == ContentKind.BINARY || content.kind() == ContentKind.IMAGE) {
            return object.put("base64", Base64.getEncoder().encodeToString(body.kept()));
        }
        return object.put("text", content.text());
    }
}
