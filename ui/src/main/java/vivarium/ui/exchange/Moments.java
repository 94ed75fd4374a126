package vivarium.ui.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vivarium.check.Rule;
import vivarium.exchange.Amounts;
import vivarium.exchange.Exchange;
import vivarium.journal.Bytes;
import vivarium.journal.Event;
import vivarium.journal.Event.ApplicationEntered;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.FindingMade;
import vivarium.journal.Event.InputRead;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Event.Paused;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Event.ResponseStarted;
import vivarium.journal.Event.Resumed;
import vivarium.journal.Finding;
import vivarium.journal.LogLevel;
import vivarium.journal.Outcome;

/** An exchange's events as a story. */
final class Moments {
    private static final int DETAIL = 300;

    private Moments() {}

    /** In the order in which they happened. */
    static List<Moment> of(Exchange exchange) {
        var moments = new ArrayList<Moment>();
        for (var event : exchange.events()) {
            moment(event, event.at() - exchange.outline().at()).ifPresent(moments::add);
        }
        // A read of a body is told when it is over, with the time at which it began.
        moments.sort(Comparator.comparingLong(Moment::nanos));
        if (exchange.leftOut() > 0) {
            moments.add(new Moment(
                    moments.getLast().nanos(),
                    Moment.Kind.WARNING,
                    "and " + exchange.leftOut() + " more",
                    "reads, chunks and log lines that are counted but not kept one by one"));
        }
        return moments;
    }

    private static Optional<Moment> moment(Event event, long nanos) {
        return Optional.ofNullable(
                switch (event) {
                    case RequestStarted e ->
                        new Moment(
                                nanos,
                                Moment.Kind.ACCEPTED,
                                "accepted",
                                "from " + e.request().remote() + ", "
                                        + e.request().protocol());
                    case ApplicationEntered e ->
                        new Moment(
                                nanos,
                                Moment.Kind.ENTERED,
                                "application called",
                                "on thread " + e.thread() + ", after a wait of " + Amounts.duration(nanos));
                    case InputRead e -> new Moment(nanos, Moment.Kind.INPUT, "wsgi.input." + e.call(), read(e.data()));
                    case ResponseStarted e ->
                        new Moment(
                                nanos,
                                Moment.Kind.RESPONSE,
                                "start_response",
                                e.status() + ", " + e.headers().size() + " headers");
                    case ChunkWritten e ->
                        new Moment(
                                nanos,
                                Moment.Kind.CHUNK,
                                "chunk",
                                Amounts.exactly(e.data().length()));
                    case LogLine e -> log(e, nanos);
                    case ExceptionRaised e ->
                        new Moment(
                                nanos,
                                Moment.Kind.EXCEPTION,
                                e.failure().type(),
                                oneLine(e.failure().message()));
                    case ExchangeEnded e -> new Moment(nanos, Moment.Kind.END, "end", end(e.outcome()));
                    case FindingMade e -> finding(e.finding(), nanos);
                    case Paused e ->
                        new Moment(nanos, Moment.Kind.PAUSED, "paused", e.reason() + ", " + e.file() + ":" + e.line());
                    case Resumed e ->
                        new Moment(
                                nanos,
                                Moment.Kind.RESUMED,
                                "resumed",
                                e.how() + ", after " + Amounts.duration(e.nanos()));
                    default -> null;
                });
    }

    private static Moment log(LogLine line, long nanos) {
        boolean quiet = line.level().compareTo(LogLevel.WARNING) < 0;
        return new Moment(
                nanos,
                quiet ? Moment.Kind.LOG : Moment.Kind.WARNING,
                line.stream().label() + " " + line.level().name().toLowerCase(java.util.Locale.ROOT),
                oneLine(line.text()));
    }

    private static Moment finding(Finding finding, long nanos) {
        String title = Rule.of(finding.rule()).map(Rule::title).orElse(finding.rule());
        return new Moment(nanos, Moment.Kind.FINDING, "finding: " + title, oneLine(finding.message()));
    }

    private static String read(Bytes data) {
        return data.length() == 0 ? "nothing: the end of the input" : Amounts.exactly(data.length());
    }

    private static String end(Outcome outcome) {
        return switch (outcome) {
            case COMPLETE -> "the whole response was handed to the client";
            case CLIENT_GONE -> "the client went away before it had the whole response";
            case BROKEN_OFF -> "the response was broken off after its head was sent";
        };
    }

    /** The last line of a traceback says most. */
    private static String oneLine(String text) {
        var line = text.startsWith("Traceback ") ? text.substring(text.lastIndexOf('\n') + 1) : text;
        var flat = line.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        return flat.length() <= DETAIL ? flat : flat.substring(0, DETAIL) + "…";
    }
}
