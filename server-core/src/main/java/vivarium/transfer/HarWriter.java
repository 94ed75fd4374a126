package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vivarium.exchange.Captured;
import vivarium.exchange.Content;
import vivarium.exchange.ContentKind;
import vivarium.exchange.FormField;
import vivarium.journal.Header;

/** Exchanges as an HTTP Archive (HAR 1.2). What it has no place for is in {@code _vivarium}, so that {@link HarReader} loses nothing. */
final class HarWriter {
    private static final JsonMapper JSON = JsonMapper.shared();

    private HarWriter() {}

    static String of(List<Captured> exchanges) {
        var root = JSON.createObjectNode();
        var log = root.putObject("log").put("version", "1.2");
        log.putObject("creator").put("name", "Vivarium").put("version", "0.1.0");
        var entries = log.putArray("entries");
        exchanges.forEach(captured -> entries.add(entry(captured)));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode entry(Captured captured) {
        var total = captured.duration().orElse(Duration.ZERO);
        var waited = captured.untilResponse().orElse(total);
        var entry = JSON.createObjectNode()
                .put("startedDateTime", captured.startedAt().toString())
                .put("time", millis(total));
        entry.set("request", request(captured));
        entry.set("response", response(captured));
        entry.putObject("cache");
        entry.putObject("timings")
                .put("send", 0)
                .put("wait", millis(waited))
                .put("receive", Math.max(0, millis(total.minus(waited))));
        if (!captured.note().comment().isEmpty()) {
            entry.put("comment", captured.note().comment());
        }
        entry.set("_vivarium", own(captured));
        return entry;
    }

    private static ObjectNode request(Captured captured) {
        var head = captured.request();
        byte[] body = captured.requestBody().kept();
        var request = JSON.createObjectNode()
                .put("method", head.method())
                .put("url", captured.url())
                .put("httpVersion", head.protocol());
        request.set("cookies", cookies(head.headers(), "Cookie"));
        request.set("headers", headers(head.headers()));
        request.set("queryString", pairs(FormField.parse(head.query())));
        request.put("headersSize", RawHttp.head(captured, List.of()).length).put("bodySize", body.length);
        if (body.length > 0) {
            var content = captured.requestContent();
            var data = request.putObject("postData")
                    .put("mimeType", captured.requestHeader("Content-Type").orElse(""));
            if (content.kind() == ContentKind.FORM) {
                data.set("params", pairs(content.form()));
            }
            data.put("text", new String(body, ShellWords.isText(body) ? UTF_8 : ISO_8859_1));
        }
        return request;
    }

    private static ObjectNode response(Captured captured) {
        var response = captured.response();
        var headers = response.map(Captured.Response::headers).orElse(List.of());
        var object = JSON.createObjectNode()
                .put("status", response.map(Captured.Response::code).orElse(0))
                .put("statusText", response.map(Captured.Response::reason).orElse(""))
                .put("httpVersion", "HTTP/1.1");
        object.set("cookies", cookies(headers, "Set-Cookie"));
        object.set("headers", headers(headers));
        object.set(
                "content",
                response.map(it -> content(Content.of(it.body(), headers)))
                        .orElseGet(() -> JSON.createObjectNode().put("size", 0).put("mimeType", "")));
        object.put("redirectURL", Header.first(headers, "Location").orElse(""));
        object.put("headersSize", -1);
        return object.put("bodySize", response.map(it -> it.body().length()).orElse(-1L));
    }

    /** Without its content codings, as HAR wants it. */
    private static ObjectNode content(Content content) {
        byte[] bytes = content.bytes();
        var object = JSON.createObjectNode().put("size", bytes.length);
        if (bytes.length != content.raw().kept().length) {
            object.put("compression", bytes.length - content.raw().kept().length);
        }
        object.put("mimeType", content.type().essence());
        if (ShellWords.isText(bytes)) {
            return object.put("text", new String(bytes, UTF_8));
        }
        return object.put("text", Base64.getEncoder().encodeToString(bytes)).put("encoding", "base64");
    }

    private static ObjectNode own(Captured captured) {
        var head = captured.request();
        var own = JSON.createObjectNode().put("id", captured.id());
        if (captured.origin() != 0) {
            own.put("origin", captured.origin());
        }
        if (captured.note().marked()) {
            own.put("marked", true);
        }
        if (captured.note().pinned()) {
            own.put("pinned", true);
        }
        own.put("target", head.target()).put("remote", head.remote());
        byte[] body = captured.requestBody().kept();
        if (body.length > 0 && !ShellWords.isText(body)) {
            own.put("requestBody", Base64.getEncoder().encodeToString(body));
        }
        own.put("requestBytes", captured.requestBody().length());
        captured.response().ifPresent(response -> {
            byte[] raw = response.body().kept();
            if (!Arrays.equals(
                    raw, Content.of(response.body(), response.headers()).bytes())) {
                own.put("responseBody", Base64.getEncoder().encodeToString(raw));
            }
            own.put("status", response.status())
                    .put("responseBytes", response.body().length());
        });
        captured.environ().ifPresent(environ -> {
            var all = own.putObject("environ");
            environ.entries().forEach(entry -> all.put(entry.key(), entry.repr()));
        });
        captured.failure()
                .ifPresent(failure -> own.putObject("exception")
                        .put("type", failure.type())
                        .put("message", failure.message())
                        .put("traceback", failure.traceback()));
        if (!captured.log().isEmpty()) {
            var log = own.putArray("log");
            captured.log()
                    .forEach(line -> log.addObject()
                            .put("level", line.level().name())
                            .put("stream", line.stream().label())
                            .put("text", line.text()));
        }
        return own;
    }

    private static ArrayNode headers(List<Header> headers) {
        var array = JSON.createArrayNode();
        headers.forEach(header -> array.addObject().put("name", header.name()).put("value", header.value()));
        return array;
    }

    private static ArrayNode pairs(List<FormField> fields) {
        var array = JSON.createArrayNode();
        fields.forEach(field -> array.addObject().put("name", field.name()).put("value", field.value()));
        return array;
    }

    private static ArrayNode cookies(List<Header> headers, String name) {
        var array = JSON.createArrayNode();
        for (var header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                var all = name.equals("Cookie")
                        ? header.value().split(";", -1)
                        : header.value().split(";", 2);
                for (var cookie : name.equals("Cookie") ? all : new String[] {all[0]}) {
                    int equals = cookie.indexOf('=');
                    if (equals > 0) {
                        array.addObject()
                                .put("name", cookie.substring(0, equals).strip())
                                .put("value", cookie.substring(equals + 1).strip());
                    }
                }
            }
        }
        return array;
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
