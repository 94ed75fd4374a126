package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vivarium.exchange.Captured;
import vivarium.journal.Bytes;
import vivarium.journal.Header;
import vivarium.journal.Note;
import vivarium.journal.PythonFailure;
import vivarium.journal.RequestHead;

/** Exchanges from an HTTP Archive, whoever wrote it: Chromium, Firefox, mitmproxy, or {@link HarWriter}. */
final class HarReader {
    private HarReader() {}

    static List<Captured> read(String text) {
        JsonNode log;
        try {
            log = JsonMapper.shared().readTree(text).path("log");
        } catch (JacksonException invalid) {
            throw new ImportException("This HAR file is damaged: it is not valid JSON (" + invalid.getOriginalMessage()
                    + "); export it again.");
        }
        if (!log.path("entries").isArray()) {
            throw new ImportException("This JSON is no HAR: it has no log.entries; export it as HAR with content.");
        }
        var exchanges = new ArrayList<Captured>();
        for (var entry : log.path("entries")) {
            exchanges.add(exchange(entry, exchanges.size() + 1));
        }
        return exchanges;
    }

    private static Captured exchange(JsonNode entry, long number) {
        var request = entry.path("request");
        var own = entry.path("_vivarium");
        var uri = request.path("url").asString("");
        var headers = headers(request.path("headers"));
        if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("Host"))) {
            headers.addFirst(new Header("Host", authority(uri)));
        }
        byte[] body = requestBody(request, own);
        var total = duration(entry.path("time"));
        var response = entry.path("response");
        return new Captured(
                number,
                instant(entry.path("startedDateTime").asString("")),
                new RequestHead(
                        request.path("method").asString("GET"),
                        own.path("target").asString(target(uri)),
                        protocol(request.path("httpVersion").asString("")),
                        headers,
                        own.path("remote").asString("")),
                new Bytes(body, Math.max(body.length, own.path("requestBytes").asLong(0))),
                Optional.empty(),
                response.path("status").asInt(0) > 0 ? Optional.of(response(response, own)) : Optional.empty(),
                List.of(),
                failure(own.path("exception")),
                Optional.of(total),
                Optional.of(duration(entry.path("timings").path("wait"))),
                0,
                new Note(
                        own.path("marked").asBoolean(false),
                        own.path("pinned").asBoolean(false),
                        entry.path("comment").asString("").strip()));
    }

    private static Captured.Response response(JsonNode response, JsonNode own) {
        var headers = headers(response.path("headers"));
        var content = response.path("content");
        byte[] body;
        if (own.hasNonNull("responseBody")) {
            body = decode(own.path("responseBody").asString());
        } else {
            var text = content.path("text").asString("");
            body = content.path("encoding").asString("").equals("base64") ? decode(text) : text.getBytes(UTF_8);
            // The content is given without its codings.
            boolean coded = headers.removeIf(header -> header.name().equalsIgnoreCase("Content-Encoding"));
            if (coded) {
                headers.removeIf(header -> header.name().equalsIgnoreCase("Content-Length"));
            }
        }
        var status = (response.path("status").asInt() + " "
                        + response.path("statusText").asString(""))
                .strip();
        return new Captured.Response(
                own.path("status").asString(status),
                headers,
                new Bytes(body, Math.max(body.length, own.path("responseBytes").asLong(0))));
    }

    private static byte[] requestBody(JsonNode request, JsonNode own) {
        if (own.hasNonNull("requestBody")) {
            return decode(own.path("requestBody").asString());
        }
        var data = request.path("postData");
        if (data.hasNonNull("text")) {
            var text = data.path("text").asString();
            // Chromium writes binary data with a character for each byte.
            long size = request.path("bodySize").asLong(-1);
            boolean bytes = size == text.length() && text.chars().allMatch(c -> c < 0x100);
            return text.getBytes(bytes ? ISO_8859_1 : UTF_8);
        }
        var form = new StringBuilder();
        for (var field : data.path("params")) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(field.path("name").asString(""), UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(field.path("value").asString(""), UTF_8));
        }
        return form.toString().getBytes(UTF_8);
    }

    private static Optional<PythonFailure> failure(JsonNode exception) {
        return exception.isObject()
                ? Optional.of(new PythonFailure(
                        exception.path("type").asString(""),
                        exception.path("message").asString(""),
                        exception.path("traceback").asString(""),
                        List.of()))
                : Optional.empty();
    }

    /** Without those that HTTP/2 puts in the place of the request line. */
    private static List<Header> headers(JsonNode headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .map(header -> new Header(
                        header.path("name").asString(""), header.path("value").asString("")))
                .filter(header -> !header.name().startsWith(":"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String authority(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getRawAuthority()).orElse("");
        } catch (IllegalArgumentException odd) {
            return url.replaceFirst("^[a-z]+://", "").replaceFirst("[/?#].*", "");
        }
    }

    private static String target(String url) {
        var rest = url.replaceFirst("^[a-zA-Z]+://[^/?#]*", "").replaceFirst("#.*", "");
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    private static String protocol(String version) {
        return version.equalsIgnoreCase("HTTP/1.0") ? "HTTP/1.0" : "HTTP/1.1";
    }

    private static Duration duration(JsonNode millis) {
        return Duration.ofNanos((long) (Math.max(0, millis.asDouble(0)) * 1e6));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException odd) {
            return Instant.EPOCH;
        }
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw new ImportException("This HAR file is damaged: a body in it is not base64; export it again.");
        }
    }
}
