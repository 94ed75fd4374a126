package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import vivarium.exchange.Captured;
import vivarium.journal.Bytes;
import vivarium.journal.Environ;
import vivarium.journal.Header;
import vivarium.journal.RequestHead;

/** Exchanges to export, and what comes out of one as text. */
final class Samples {
    static final Instant AT = Instant.parse("2026-11-21T08:00:00.123Z");

    private Samples() {}

    static Captured request(String method, String target, List<Header> headers, byte[] body) {
        return Captured.request(1, AT, new RequestHead(method, target, "HTTP/1.1", headers, "127.0.0.1:5"), body);
    }

    static Captured exchange(Captured request, String status, List<Header> headers, byte[] body) {
        return new Captured(
                request.id(),
                request.startedAt(),
                request.request(),
                request.requestBody(),
                Optional.of(environ(request)),
                Optional.of(new Captured.Response(status, headers, Bytes.of(body))),
                List.of(),
                Optional.empty(),
                Optional.of(Duration.ofMillis(12)),
                Optional.of(Duration.ofMillis(10)),
                0);
    }

    static Environ environ(Captured request) {
        var strings = new ArrayList<String>();
        strings.addAll(List.of("REQUEST_METHOD", request.request().method(), "SCRIPT_NAME", ""));
        strings.addAll(List.of(
                "PATH_INFO",
                request.request().path(),
                "QUERY_STRING",
                request.request().query()));
        strings.addAll(List.of("SERVER_NAME", "127.0.0.1", "SERVER_PORT", "8000", "SERVER_PROTOCOL", "HTTP/1.1"));
        strings.addAll(List.of("wsgi.url_scheme", "http"));
        for (var header : request.request().headers()) {
            var name = header.name().toUpperCase(Locale.ROOT).replace('-', '_');
            strings.add(name.startsWith("CONTENT_") ? name : "HTTP_" + name);
            strings.add(header.value());
        }
        var objects = new LinkedHashMap<>(Map.of("wsgi.version", "(1, 0)", "wsgi.input", "<wsgi.input>"));
        return new Environ(strings, List.of("mod_wsgi.thread_id", "3"), objects);
    }

    /** A request with whatever may break quoting in it. */
    static Captured random(Random random) {
        var headers = new ArrayList<Header>(List.of(new Header("Host", "127.0.0.1:8000")));
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            headers.add(new Header("X-" + i, value(random)));
        }
        byte[] body = random.nextBoolean() ? new byte[0] : text(random).getBytes(UTF_8);
        if (body.length > 0 && random.nextInt(3) == 0) {
            random.nextBytes(body);
        }
        if (body.length > 0) {
            headers.add(new Header("Content-Type", random.nextBoolean() ? "text/plain" : "application/json"));
            headers.add(new Header("Content-Length", Integer.toString(body.length)));
        }
        var method = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS").get(random.nextInt(6));
        var target = "/p"
                + List.of("", "?a=1&b=2", "/../x", "/[1]{2}", "?q='\"$`\\!*;|<>", "/%2F?")
                        .get(random.nextInt(6));
        return request(method, target, headers, body);
    }

    private static String value(Random random) {
        var value = text(random).replaceAll("[\\x00-\\x1f]", "").strip();
        return new String((value.isEmpty() ? "v" : value).getBytes(UTF_8), ISO_8859_1);
    }

    private static String text(Random random) {
        var pieces = List.of(
                "'", "\"", "$HOME", "`id`", "\\", "\n", "\r\n", "%s", "%", "!", "@", "ü", "€", "😀", " ", "a", "*",
                "&&", ";", "#", "{}", "=", "\t", "-n", "\\n", "it's");
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    static String exported(Format format, Captured captured, boolean mask) {
        return new String(
                Transfer.export(format, List.of(captured), mask, "app:application")
                        .files()
                        .getFirst()
                        .content(),
                UTF_8);
    }
}
