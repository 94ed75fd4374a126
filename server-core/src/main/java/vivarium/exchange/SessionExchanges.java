package vivarium.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import vivarium.exchange.Exchanges.Changes;
import vivarium.journal.Event;
import vivarium.journal.ExchangeSummary;
import vivarium.journal.Note;
import vivarium.journal.Outcome;
import vivarium.journal.RequestHead;
import vivarium.journal.SessionException;
import vivarium.journal.SessionReader;

/**
 * The exchanges of a session file. Their outlines are in memory, first as its table has them ({@link #add}), and whole once its events have
 * been here ({@link #accept}); each exchange is read from the file when it is asked for. For one thread at a time; reading an exchange
 * blocks on the disk.
 */
public final class SessionExchanges implements ExchangeSource {
    /** Exchanges that are being put together at a time. */
    private static final int AT_ONCE = 1_000;

    private static final long NO_BODIES = 0;

    private final SessionReader reader;
    private final Consumer<String> complaints;
    private final Instant started;
    private final Map<Long, Outline> outlines = new LinkedHashMap<>();
    private final Exchanges underWay = new Exchanges(AT_ONCE, NO_BODIES);

    /**
     * @param reader stays its owner's, who closes it
     * @param complaints hears, in the user's words, why an exchange cannot be read
     */
    public SessionExchanges(SessionReader reader, Consumer<String> complaints) {
        this.reader = reader;
        this.complaints = complaints;
        this.started = reader.info().started();
    }

    /** Takes rows of the session's table, in the few facts that they hold. */
    public Changes add(List<ExchangeSummary> rows) {
        return took(rows.stream()
                .filter(row -> !outlines.containsKey(row.id()))
                .map(this::outline)
                .toList());
    }

    /** {@inheritDoc} Of bodies only the lengths are kept. */
    @Override
    public Changes accept(List<? extends Event> events) {
        return took(underWay.accept(events).changed());
    }

    private Changes took(List<Outline> news) {
        var noted =
                news.stream().map(outline -> outline.noted(note(outline.id()))).toList();
        noted.forEach(outline -> outlines.put(outline.id(), outline));
        return new Changes(noted, List.of());
    }

    private Note note(long id) {
        return outline(id).map(Outline::note).orElse(Note.NONE);
    }

    @Override
    public Optional<Exchange> exchange(long id) {
        try {
            return Exchange.of(reader.events(id)).map(exchange -> exchange.noted(note(id)));
        } catch (SessionException unreadable) {
            complaints.accept(String.valueOf(unreadable.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public Optional<Outline> outline(long id) {
        return Optional.ofNullable(outlines.get(id));
    }

    @Override
    public List<Outline> outlines() {
        return List.copyOf(outlines.values());
    }

    @Override
    public Optional<Exchange> previousToSamePath(Exchange exchange) {
        var path = exchange.request().path();
        return outlines.values().stream()
                .filter(outline ->
                        outline.id() < exchange.id() && outline.head().path().equals(path))
                .mapToLong(Outline::id)
                .max()
                .stream()
                .boxed()
                .findFirst()
                .flatMap(this::exchange);
    }

    @Override
    public Changes note(long id, Note note) {
        var before = outlines.get(id);
        if (before == null || before.note().equals(note)) {
            return Changes.NONE;
        }
        var after = before.noted(note);
        outlines.put(id, after);
        return new Changes(List.of(after), List.of());
    }

    /** Does nothing: a file is not forgotten. */
    @Override
    public void clear() {}

    private Outline outline(ExchangeSummary row) {
        var target = row.query().isEmpty() ? row.path() : row.path() + "?" + row.query();
        var outcome = row.error().flatMap(SessionExchanges::outcome);
        return new Outline(
                row.id(),
                Duration.between(started, row.startedAt()).toNanos(),
                new RequestHead(row.method(), target, "", List.of(), ""),
                row.origin().orElse(0),
                Phase.OVER,
                row.thread().orElse(""),
                row.status().orElse(0),
                "",
                row.requestBytes(),
                row.responseBytes(),
                row.durationMs().isPresent() ? Math.round(row.durationMs().getAsDouble() * 1e6) : -1,
                outcome.isPresent() ? "" : row.error().orElse("").replaceFirst("(?s): .*", ""),
                0,
                0,
                Optional.of(outcome.orElse(Outcome.COMPLETE)),
                false,
                0,
                false,
                Note.NONE);
    }

    private static Optional<Outcome> outcome(String error) {
        return switch (error) {
            case "client gone" -> Optional.of(Outcome.CLIENT_GONE);
            case "broken off" -> Optional.of(Outcome.BROKEN_OFF);
            default -> Optional.empty();
        };
    }
}
