package vivarium.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
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
import vivarium.journal.PythonFailure.Frame;

/**
 * A row of a session file as the event that it was: the inverse of {@link EventEncoder}.
 *
 * @param shared the JSON that the row shares with others; an empty object where it shares none
 * @param own the row's own JSON; an empty object where it has none
 */
record EventDecoder(long at, long exchange, JsonNode shared, JsonNode own, Bytes body) {
    Event decode(Kind kind) {
        return switch (kind) {
            case REQUEST_STARTED ->
                new RequestStarted(at, exchange, request(), own.path("origin").asLong(0));
            case APPLICATION_ENTERED -> new ApplicationEntered(at, exchange, text(own, "thread"), environ());
            case INPUT_READ -> new InputRead(at, exchange, text(shared, "call"), body);
            case RESPONSE_STARTED -> new ResponseStarted(at, exchange, text(shared, "status"), headers());
            case CHUNK_WRITTEN -> new ChunkWritten(at, exchange, body);
            case LOG_LINE ->
                new LogLine(
                        at,
                        exchange,
                        LogLevel.valueOf(text(shared, "level")),
                        LogStream.ofLabel(text(shared, "stream")),
                        text(shared, "thread"),
                        text(own, "text"));
            case EXCEPTION_RAISED -> new ExceptionRaised(at, exchange, failure());
            case EXCHANGE_ENDED ->
                new ExchangeEnded(at, exchange, Labels.parse(Outcome.class, text(shared, "outcome")));
            case APPLICATION_LOADED ->
                new ApplicationLoaded(
                        at,
                        text(own, "application"),
                        own.path("generation").asInt(),
                        own.path("nanos").asLong());
            case APPLICATION_FAILED -> new ApplicationFailed(at, text(own, "application"), failure());
            case STACKS_DUMPED -> new StacksDumped(at, text(own, "file"), text(own, "text"));
            case EVENTS_LOST -> new EventsLost(at, own.path("count").asLong());
            case PAUSED ->
                new Paused(
                        at,
                        exchange,
                        text(own, "thread"),
                        text(own, "reason"),
                        text(own, "file"),
                        own.path("line").asInt(),
                        text(own, "function"));
            case EXAMINED -> new Examined(at, exchange, own.toString());
            case FINDING_MADE ->
                new FindingMade(
                        at,
                        exchange,
                        new Finding(
                                text(own, "rule"),
                                text(own, "message"),
                                text(own, "file"),
                                own.path("line").asInt()));
            case RESUMED ->
                new Resumed(
                        at,
                        exchange,
                        text(own, "thread"),
                        text(own, "how"),
                        own.path("nanos").asLong());
        };
    }

    private RequestHead request() {
        return new RequestHead(
                text(shared, "method"), text(own, "target"), text(shared, "protocol"), headers(), text(own, "remote"));
    }

    private List<Header> headers() {
        return list(
                shared.path("headers"),
                pair -> new Header(pair.path(0).asString(), pair.path(1).asString()));
    }

    private PythonFailure failure() {
        var frames = list(
                own.path("frames"),
                f -> new Frame(
                        f.path(0).asString(),
                        f.path(1).asInt(),
                        f.path(2).asString(),
                        f.path(3).asString()));
        return new PythonFailure(text(own, "type"), text(own, "message"), text(own, "traceback"), frames);
    }

    private Environ environ() {
        var strings = new ArrayList<String>();
        var numbers = new ArrayList<String>();
        var objects = new LinkedHashMap<String, String>();
        int index = 0;
        for (var entry : shared.path("environ")) {
            var key = entry.path(0).asString();
            var repr = own.path("own")
                    .path(Integer.toString(index++))
                    .asString(entry.path(3).asString());
            switch (entry.path(2).asString()) {
                case "str" -> strings.addAll(List.of(key, PythonRepr.parse(repr)));
                case "number" -> numbers.addAll(List.of(key, repr));
                default -> objects.put(key, repr);
            }
        }
        return new Environ(strings, numbers, objects);
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).asString();
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        var list = new ArrayList<T>();
        for (var node : array) {
            list.add(element.apply(node));
        }
        return list;
    }
}
