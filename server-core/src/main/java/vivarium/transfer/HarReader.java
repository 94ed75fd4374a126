package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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

/**
 * Exchanges from an HTTP Archive, whoever wrote it: Chromium, Firefox, mitmproxy, or {@link HarWriter}. What stopped one, as Chromium
 * says it, becomes its comment.
 */
final class HarReader {
    /** What the tools of browsers list beside it, as {@code data:} and {@code blob:}, was never sent. */
    private static final Pattern HTTP = Pattern.compile("(?i)(https?|wss?)://");

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
            if (entry.has("_vivarium")
                    || HTTP.matcher(entry.at("/request/url").asString("")).lookingAt()) {
                exchanges.add(exchange(entry, exchanges.size() + 1));
            }
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
                requestBody(request, own, headers),
                Optional.empty(),
                response.path("status").asInt(0) > 0
                        ? Optional.of(response(request.path("method").asString("GET"), response, own))
                        : Optional.empty(),
                List.of(),
                failure(own.path("exception")),
                Optional.of(total),
                Optional.of(duration(entry.path("timings").path("wait"))),
                0,
                new Note(
                        own.path("marked").asBoolean(false),
                        own.path("pinned").asBoolean(false),
                        entry.path("comment")
                                .asString(response.path("_error").asString(""))
                                .strip()));
    }

    private static Captured.Response response(String method, JsonNode response, JsonNode own) {
        var headers = headers(response.path("headers"));
        var body = HarBodies.ofResponse(method, response, headers);
        if (own.has("responseBytes")) {
            byte[] kept = own.hasNonNull("responseBody")
                    ? HarBodies.decode(own.path("responseBody").asString())
                    : body.kept();
            body = new Bytes(kept, own.path("responseBytes").asLong());
        } else if (body.kept().length > 0
                && headers.removeIf(header -> header.name().equalsIgnoreCase("Content-Encoding"))) {
            // The content is given without its codings.
            headers.removeIf(header -> header.name().equalsIgnoreCase("Content-Length"));
        }
        var status = (response.path("status").asInt() + " "
                        + response.path("statusText").asString(""))
                .strip();
        return new Captured.Response(own.path("status").asString(status), headers, body);
    }

    private static Bytes requestBody(JsonNode request, JsonNode own, List<Header> headers) {
        if (!own.has("requestBytes")) {
            return HarBodies.ofRequest(request, headers);
        }
        byte[] kept = own.hasNonNull("requestBody")
                ? HarBodies.decode(own.path("requestBody").asString())
                : request.path("postData").path("text").asString("").getBytes(UTF_8);
        return new Bytes(kept, own.path("requestBytes").asLong());
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
                        header.path("name").asString(""),
                        wire(header.path("value").asString(""))))
                .filter(header -> !header.name().startsWith(":"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A value as headers have it, a character for each byte. */
    private static String wire(String value) {
        return value.chars().allMatch(c -> c <= 0xff) ? value : new String(value.getBytes(UTF_8), ISO_8859_1);
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
}
