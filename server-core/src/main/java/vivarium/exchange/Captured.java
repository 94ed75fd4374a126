package vivarium.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vivarium.journal.Bytes;
import vivarium.journal.Environ;
import vivarium.journal.Event;
import vivarium.journal.Event.ApplicationEntered;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.InputRead;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Event.ResponseStarted;
import vivarium.journal.Header;
import vivarium.journal.Note;
import vivarium.journal.Outcome;
import vivarium.journal.PythonFailure;
import vivarium.journal.RequestHead;

/**
 * What is known of an exchange, wherever it comes from: what exporters write, importers read, comparisons compare and replays send.
 * Immutable.
 *
 * @param startedAt when the request's head arrived
 * @param request as it was sent
 * @param requestBody as far as it was kept; of a captured request, what the application read of it
 * @param environ empty where the application was not called, or is not known
 * @param duration empty while it runs
 * @param origin the exchange that it replays, or 0
 * @param note what the user noted about it
 */
public record Captured(
        long id,
        Instant startedAt,
        RequestHead request,
        Bytes requestBody,
        Optional<Environ> environ,
        Optional<Response> response,
        List<LogLine> log,
        Optional<PythonFailure> failure,
        Optional<Duration> duration,
        Optional<Duration> untilResponse,
        long origin,
        Note note) {

    /** About which nothing is noted. */
    public Captured(
            long id,
            Instant startedAt,
            RequestHead request,
            Bytes requestBody,
            Optional<Environ> environ,
            Optional<Response> response,
            List<LogLine> log,
            Optional<PythonFailure> failure,
            Optional<Duration> duration,
            Optional<Duration> untilResponse,
            long origin) {
        this(
                id,
                startedAt,
                request,
                requestBody,
                environ,
                response,
                log,
                failure,
                duration,
                untilResponse,
                origin,
                Note.NONE);
    }

    /** The response, its body as far as it was kept, chunked coding left out. */
    public record Response(String status, List<Header> headers, Bytes body) {
        /** The status code; 0 where an application sent none. */
        public int code() {
            return status.matches("\\d{3}.*") ? Integer.parseInt(status.substring(0, 3)) : 0;
        }

        /** What follows the code. */
        public String reason() {
            return status.length() > 4 ? status.substring(4) : "";
        }
    }

    /** An exchange of a journal whose clock was 0 at {@code started}. */
    public static Captured of(Exchange exchange, Instant started) {
        var outline = exchange.outline();
        return new Captured(
                exchange.id(),
                started.plusNanos(outline.at()),
                exchange.request(),
                exchange.requestBody(),
                exchange.entered().map(ApplicationEntered::environ),
                exchange.response().map(head -> new Response(head.status(), head.headers(), exchange.responseBody())),
                exchange.log(),
                exchange.failure(),
                outline.nanos() < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(outline.nanos())),
                exchange.response().map(head -> Duration.ofNanos(head.at() - outline.at())),
                outline.origin(),
                outline.note());
    }

    /** A request alone, as somebody could send it. */
    public static Captured request(long id, Instant at, RequestHead request, byte[] body) {
        return new Captured(
                id,
                at,
                request,
                Bytes.of(body),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** The same with another request. */
    public Captured with(RequestHead head, Bytes body) {
        return new Captured(
                id, startedAt, head, body, environ, response, log, failure, duration, untilResponse, origin, note);
    }

    /** The same with this response in the place of what was answered then. */
    public Captured answered(Response answer, Duration took) {
        return new Captured(
                id,
                startedAt,
                request,
                requestBody,
                environ,
                Optional.of(answer),
                log,
                failure,
                Optional.of(took),
                Optional.empty(),
                origin,
                note);
    }

    /** The same with this noted about it. */
    public Captured noted(Note now) {
        return new Captured(
                id,
                startedAt,
                request,
                requestBody,
                environ,
                response,
                log,
                failure,
                duration,
                untilResponse,
                origin,
                now);
    }

    /** The same with another number. */
    public Captured numbered(long number) {
        return new Captured(
                number,
                startedAt,
                request,
                requestBody,
                environ,
                response,
                log,
                failure,
                duration,
                untilResponse,
                origin,
                note);
    }

    /** The request's body as content. */
    public Content requestContent() {
        return Content.of(requestBody, request.headers());
    }

    /** The response's body as content. */
    public Optional<Content> responseContent() {
        return response.map(it -> Content.of(it.body(), it.headers()));
    }

    /** The first value of a field of the request. */
    public Optional<String> requestHeader(String name) {
        return Header.first(request.headers(), name);
    }

    /** The request's own host, for example {@code 127.0.0.1:8000}. */
    public String host() {
        return requestHeader("Host").orElse("127.0.0.1:8000");
    }

    /** Where the request went to. */
    public String url() {
        var target = request.target();
        return target.startsWith("/") ? "http://" + host() + target : target;
    }

    /** Whether {@code Transfer-Encoding: chunked} frames the request's body. */
    public boolean chunkedRequest() {
        return requestHeader("Transfer-Encoding")
                .filter(coding -> coding.toLowerCase(java.util.Locale.ROOT).contains("chunked"))
                .isPresent();
    }

    /** The bytes of the request's body that are known to exist and are not here. */
    public long missingOfRequest() {
        long announced = announcedLength().orElse(0);
        return Math.max(announced, requestBody.length()) - requestBody.kept().length;
    }

    /** What the request's {@code Content-Length} says. */
    public OptionalLong announcedLength() {
        return Header.contentLength(request.headers());
    }

    /** Events of which {@link #of} gives this, but for the environ; {@code at} is the time of the first one. */
    public List<Event> events(long at) {
        var events = new ArrayList<Event>();
        events.add(new RequestStarted(at, id, request, origin));
        if (requestBody.length() > 0) {
            events.add(new InputRead(at, id, "read()", requestBody));
        }
        long end = at + duration.orElse(Duration.ZERO).toNanos();
        response.ifPresent(it -> {
            events.add(new ResponseStarted(
                    Math.min(end, at + untilResponse.orElse(Duration.ZERO).toNanos()), id, it.status(), it.headers()));
            if (it.body().length() > 0) {
                events.add(new ChunkWritten(end, id, it.body()));
            }
        });
        failure.ifPresent(raised -> events.add(new ExceptionRaised(end, id, raised)));
        events.add(new ExchangeEnded(end, id, Outcome.COMPLETE));
        return events;
    }
}
