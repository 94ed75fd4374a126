package vivarium.exchange;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vivarium.journal.Bytes;
import vivarium.journal.Event;
import vivarium.journal.Event.ApplicationEntered;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.Examined;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.FindingMade;
import vivarium.journal.Event.InputRead;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Event.ResponseStarted;
import vivarium.journal.Finding;
import vivarium.journal.Note;
import vivarium.journal.PythonFailure;
import vivarium.journal.RequestHead;

/**
 * A request with its response, as far as it had come when this was made. Immutable.
 *
 * @param events its own, in order, the first of them where there were more than are kept
 * @param leftOut how many events were not kept for their number; what they add to the lengths is in the outline
 * @param bodiesForgotten whether the bodies were kept once and then given up for newer ones
 */
public record Exchange(Outline outline, List<Event> events, long leftOut, boolean bodiesForgotten) {

    public Exchange {
        events = List.copyOf(events);
    }

    /** The exchange that these events, all of one exchange, add up to; empty where the request's start is not among them. */
    public static Optional<Exchange> of(List<Event> events) {
        var exchanges = new Exchanges(1, Long.MAX_VALUE);
        exchanges.accept(events);
        return events.isEmpty()
                ? Optional.empty()
                : exchanges.exchange(events.getFirst().exchange());
    }

    /** The same with this noted about it. */
    public Exchange noted(Note now) {
        return new Exchange(outline.noted(now), events, leftOut, bodiesForgotten);
    }

    /** Its number, from 1. */
    public long id() {
        return outline.id();
    }

    /** The request's head. */
    public RequestHead request() {
        return outline.head();
    }

    /** The call of the application; empty while it has not come to that. */
    public Optional<ApplicationEntered> entered() {
        return all(ApplicationEntered.class).findFirst();
    }

    /** The head of the response: the last one, as {@code start_response} may be called again after an exception. */
    public Optional<ResponseStarted> response() {
        return all(ResponseStarted.class).reduce((first, second) -> second);
    }

    /** The exception that left the application. */
    public Optional<PythonFailure> failure() {
        return all(ExceptionRaised.class).map(ExceptionRaised::failure).findFirst();
    }

    /** Its lines of the error log. */
    public List<LogLine> log() {
        return all(LogLine.class).toList();
    }

    /** What checks have to say about it. */
    public List<Finding> findings() {
        return all(FindingMade.class).map(FindingMade::finding).toList();
    }

    /** What a close look has seen, where there was one. Parses it anew each time. */
    public Optional<Examination> examination() {
        return all(Examined.class).findFirst().flatMap(event -> Examination.of(event.report()));
    }

    /** What the application read of the request's body. */
    public Bytes requestBody() {
        return join(all(InputRead.class), InputRead::data, outline.requestBytes());
    }

    /** What was written of the response's body. */
    public Bytes responseBody() {
        return join(all(ChunkWritten.class), ChunkWritten::data, outline.responseBytes());
    }

    private <E extends Event> Stream<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Up to the first hole: what comes after one would not be what it seems. */
    private static <E extends Event> Bytes join(Stream<E> pieces, Function<E, Bytes> data, long length) {
        var whole = new ByteArrayOutputStream();
        for (var piece : pieces.map(data).toList()) {
            whole.writeBytes(piece.kept());
            if (piece.truncated()) {
                break;
            }
        }
        return new Bytes(whole.toByteArray(), length);
    }
}
