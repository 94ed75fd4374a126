package vivarium.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vivarium.journal.Event.ApplicationEntered;
import vivarium.journal.Event.ApplicationFailed;
import vivarium.journal.Event.ApplicationLoaded;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.EventsLost;
import vivarium.journal.Event.Examined;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.FindingMade;
import vivarium.journal.Event.InputRead;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Event.Paused;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Event.ResponseStarted;
import vivarium.journal.Event.Resumed;
import vivarium.journal.Event.StacksDumped;

/** Events as rows; {@link EventDecoder} is its inverse. For one thread. */
final class EventEncoder {
    // What is written once for all events that have it in common.
    private record RequestShape(String method, String protocol, List<Header> headers) {}

    private record ResponseShape(String status, List<Header> headers) {}

    private record LogShape(LogLevel level, LogStream stream, String thread) {}

    private final TextPool texts;
    private final EnvironPool environs;

    EventEncoder(TextPool texts) {
        this.texts = texts;
        this.environs = new EnvironPool(texts);
    }

    StoredEvent encode(Event event) {
        return switch (event) {
            case RequestStarted e -> row(e, Kind.REQUEST_STARTED, shared(e.request()), own(e), null);
            case ApplicationEntered e -> environ(e);
            case InputRead e ->
                row(e, Kind.INPUT_READ, texts.id(e.call(), () -> object("call", e.call())), null, e.data());
            case ResponseStarted e -> row(e, Kind.RESPONSE_STARTED, shared(e), null, null);
            case ChunkWritten e -> row(e, Kind.CHUNK_WRITTEN, 0, null, e.data());
            case LogLine e -> row(e, Kind.LOG_LINE, shared(e), object("text", e.text()), null);
            case ExceptionRaised e ->
                row(
                        e,
                        Kind.EXCEPTION_RAISED,
                        0,
                        failure(new JsonText().object(), e.failure()).toString(),
                        null);
            case ExchangeEnded e ->
                row(
                        e,
                        Kind.EXCHANGE_ENDED,
                        texts.id(e.outcome(), () -> object("outcome", Labels.of(e.outcome()))),
                        null,
                        null);
            case ApplicationLoaded e -> row(e, Kind.APPLICATION_LOADED, 0, own(e), null);
            case ApplicationFailed e -> row(e, Kind.APPLICATION_FAILED, 0, own(e), null);
            case StacksDumped e -> row(e, Kind.STACKS_DUMPED, 0, own(e), null);
            case EventsLost e ->
                row(
                        e,
                        Kind.EVENTS_LOST,
                        0,
                        new JsonText()
                                .object()
                                .field("count", e.count())
                                .endObject()
                                .toString(),
                        null);
            case Paused e -> row(e, Kind.PAUSED, 0, own(e), null);
            case Resumed e -> row(e, Kind.RESUMED, 0, own(e), null);
            case Examined e -> row(e, Kind.EXAMINED, 0, e.report(), null);
            case FindingMade e -> row(e, Kind.FINDING_MADE, 0, own(e.finding()), null);
        };
    }

    private static StoredEvent row(Event event, Kind kind, long shared, @Nullable String data, @Nullable Bytes body) {
        return new StoredEvent(kind, event.exchange(), event.at(), shared, data, body);
    }

    private StoredEvent environ(ApplicationEntered event) {
        var own = new JsonText().object().field("thread", event.thread());
        long shared = environs.write(event.environ(), own);
        return row(event, Kind.APPLICATION_ENTERED, shared, own.endObject().toString(), null);
    }

    private long shared(RequestHead request) {
        return texts.id(
                new RequestShape(request.method(), request.protocol(), request.headers()),
                () -> headers(
                        new JsonText()
                                .object()
                                .field("method", request.method())
                                .field("protocol", request.protocol()),
                        request.headers()));
    }

    private long shared(ResponseStarted event) {
        return texts.id(
                new ResponseShape(event.status(), event.headers()),
                () -> headers(new JsonText().object().field("status", event.status()), event.headers()));
    }

    private long shared(LogLine event) {
        return texts.id(
                new LogShape(event.level(), event.stream(), event.thread()),
                () -> new JsonText()
                        .object()
                        .field("level", event.level().name())
                        .field("stream", event.stream().label())
                        .field("thread", event.thread())
                        .endObject()
                        .toString());
    }

    private static String headers(JsonText object, List<Header> headers) {
        object.name("headers").array();
        for (var header : headers) {
            object.array().value(header.name()).value(header.value()).endArray();
        }
        return object.endArray().endObject().toString();
    }

    private static String own(RequestStarted event) {
        var json = new JsonText()
                .object()
                .field("target", event.request().target())
                .field("remote", event.request().remote());
        if (event.origin() != 0) {
            json.field("origin", event.origin());
        }
        return json.endObject().toString();
    }

    private static String own(ApplicationLoaded event) {
        return new JsonText()
                .object()
                .field("application", event.application())
                .field("generation", event.generation())
                .field("nanos", event.nanos())
                .endObject()
                .toString();
    }

    private static String own(ApplicationFailed event) {
        return failure(new JsonText().object().field("application", event.application()), event.failure())
                .toString();
    }

    private static String own(StacksDumped event) {
        return new JsonText()
                .object()
                .field("file", event.file())
                .field("text", event.text())
                .endObject()
                .toString();
    }

    private static String own(Paused event) {
        return new JsonText()
                .object()
                .field("thread", event.thread())
                .field("reason", event.reason())
                .field("file", event.file())
                .field("line", event.line())
                .field("function", event.function())
                .endObject()
                .toString();
    }

    private static String own(Resumed event) {
        return new JsonText()
                .object()
                .field("thread", event.thread())
                .field("how", event.how())
                .field("nanos", event.nanos())
                .endObject()
                .toString();
    }

    private static String own(Finding finding) {
        return new JsonText()
                .object()
                .field("rule", finding.rule())
                .field("message", finding.message())
                .field("file", finding.file())
                .field("line", finding.line())
                .endObject()
                .toString();
    }

    private static JsonText failure(JsonText object, PythonFailure failure) {
        object.field("type", failure.type())
                .field("message", failure.message())
                .field("traceback", failure.traceback())
                .name("frames")
                .array();
        for (var frame : failure.frames()) {
            object.array()
                    .value(frame.file())
                    .value(frame.line())
                    .value(frame.function())
                    .value(frame.source())
                    .endArray();
        }
        return object.endArray().endObject();
    }

    private static String object(String name, String value) {
        return new JsonText().object().field(name, value).endObject().toString();
    }
}
