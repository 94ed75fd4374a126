package vivarium.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.stream.Collectors;
import vivarium.journal.Bytes;
import vivarium.journal.Event;

/** Events as text, one line each without times, so that a test can compare all that happened with a text block. */
public final class Story {
    private static final int SHORT = 60;

    private Story() {}

    /** One line for each event, each ended by a line feed. */
    public static String of(List<Event> events) {
        return events.stream().map(event -> of(event) + "\n").collect(Collectors.joining());
    }

    private static String of(Event event) {
        return switch (event) {
            case Event.RequestStarted it ->
                it.request().method() + " " + it.request().target();
            case Event.ApplicationEntered _ -> "entered";
            case Event.InputRead it -> "input " + it.call() + " " + of(it.data());
            case Event.ResponseStarted it -> "response " + it.status();
            case Event.ChunkWritten it -> "chunk " + of(it.data());
            case Event.LogLine it ->
                it.level() + " " + it.stream().label() + ": "
                        + it.text().lines().findFirst().orElse("");
            case Event.ExceptionRaised it ->
                "exception " + it.failure().type() + ": " + it.failure().message();
            case Event.FindingMade it ->
                "finding " + it.finding().rule() + ": " + it.finding().message();
            case Event.ExchangeEnded it -> "ended " + it.outcome();
            default -> event.getClass().getSimpleName();
        };
    }

    private static String of(Bytes data) {
        String text = new String(data.kept(), ISO_8859_1).replace("\r", "\\r").replace("\n", "\\n");
        return text.length() <= SHORT ? "'" + text + "'" : data.length() + " bytes";
    }
}
