package vivarium.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import vivarium.filter.Filter;
import vivarium.filter.Filter.Flag;
import vivarium.filter.Filter.Side;
import vivarium.filter.TextMatch;
import vivarium.journal.Bytes;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Header;
import vivarium.journal.Note;

/**
 * A filter for exchanges that are in memory. It means what {@link vivarium.journal.SessionSearch} finds in the file, as far as they are
 * kept whole.
 *
 * @param started the wall clock's time of the journal's 0
 */
public record LiveFilter(Filter filter, Instant started) implements Predicate<Exchange> {
    @Override
    public boolean test(Exchange exchange) {
        return holds(filter, exchange);
    }

    /** The text of a body that filters look into; empty for images and the like. */
    public static Optional<String> bodyText(Bytes body, List<Header> headers) {
        var content = Content.of(body, headers);
        return switch (content.kind()) {
            case EMPTY, IMAGE, BINARY -> Optional.empty();
            case JSON, HTML, FORM, MULTIPART, TEXT -> Optional.of(content.text());
        };
    }

    private boolean holds(Filter term, Exchange exchange) {
        return switch (term) {
            case Filter.And(var terms) -> terms.stream().allMatch(each -> holds(each, exchange));
            case Filter.Or(var terms) -> terms.stream().anyMatch(each -> holds(each, exchange));
            case Filter.Not(var negated) -> !holds(negated, exchange);
            case Filter.Text(var fact, var match) -> text(fact, match, exchange);
            case Filter.HeaderField(var side, var name, var match) ->
                (side != Side.RESPONSE && header(exchange.request().headers(), name, match))
                        || (side != Side.REQUEST && header(responseHeaders(exchange), name, match));
            case Filter.Body(var side, var match) ->
                (side != Side.RESPONSE
                                && body(
                                        exchange.requestBody(),
                                        exchange.request().headers(),
                                        match))
                        || (side != Side.REQUEST && body(exchange.responseBody(), responseHeaders(exchange), match));
            case Filter.Log(var match) ->
                exchange.log().stream().map(LogLine::text).anyMatch(match::matches);
            case Filter.Range(var quantity, long least, long most) -> {
                var number = number(quantity, exchange);
                yield number.isPresent() && number.getAsLong() >= least && number.getAsLong() <= most;
            }
            case Filter.Is(var flag) -> flag(flag, exchange);
        };
    }

    private static boolean text(Filter.Fact fact, TextMatch match, Exchange exchange) {
        var request = exchange.request();
        return switch (fact) {
            case METHOD -> match.matches(request.method());
            case PATH -> match.matches(request.path());
            case QUERY -> match.matches(request.query());
            case TARGET ->
                match.matches(request.query().isEmpty() ? request.path() : request.path() + "?" + request.query());
            case THREAD -> match.matches(exchange.outline().thread());
            case EXCEPTION ->
                exchange.failure()
                        .filter(it -> exception(it.type(), it.message(), match))
                        .isPresent();
            case COMMENT -> {
                var comment = note(exchange).comment();
                yield !comment.isEmpty() && match.matches(comment);
            }
        };
    }

    private static boolean exception(String type, String message, TextMatch match) {
        return switch (match) {
            case TextMatch.Exactly _, TextMatch.Glob _ -> match.matches(type);
            case TextMatch.Contains _, TextMatch.Regex _ ->
                match.matches(message.isEmpty() ? type : type + ": " + message);
        };
    }

    private static boolean body(Bytes body, List<Header> headers, TextMatch match) {
        return bodyText(body, headers).filter(match::matches).isPresent();
    }

    private static boolean header(List<Header> headers, Optional<String> name, TextMatch match) {
        for (var header : headers) {
            boolean found = name.isPresent()
                    ? header.name().equalsIgnoreCase(name.get()) && match.matches(header.value())
                    : match.matches(header.name().toLowerCase(Locale.ROOT) + ": " + header.value());
            if (found) {
                return true;
            }
        }
        return false;
    }

    private OptionalLong number(Filter.Quantity quantity, Exchange exchange) {
        var outline = exchange.outline();
        return switch (quantity) {
            case ID -> OptionalLong.of(exchange.id());
            case STATUS -> unless(0, outline.status());
            case REQUEST_SIZE -> OptionalLong.of(Math.max(outline.requestBytes(), announced(exchange)));
            case RESPONSE_SIZE -> OptionalLong.of(outline.responseBytes());
            case DURATION -> unless(-1, outline.nanos());
            case TIME -> OptionalLong.of(started.plusNanos(outline.at()).toEpochMilli());
            case ORIGIN -> unless(0, outline.origin());
        };
    }

    private static long announced(Exchange exchange) {
        return Header.contentLength(exchange.request().headers()).orElse(0);
    }

    private static boolean flag(Flag flag, Exchange exchange) {
        return switch (flag) {
            case MARKED -> note(exchange).marked();
            case PINNED -> note(exchange).pinned();
            case HAS_COMMENT -> !note(exchange).comment().isEmpty();
            case REPLAYED -> exchange.outline().origin() != 0;
            case HAS_EXCEPTION -> exchange.failure().isPresent();
            case HAS_RESPONSE -> exchange.response().isPresent();
            case HAS_FINDING -> exchange.outline().findings() > 0;
        };
    }

    private static Note note(Exchange exchange) {
        return exchange.outline().note();
    }

    private static List<Header> responseHeaders(Exchange exchange) {
        return exchange.response().map(response -> response.headers()).orElse(List.of());
    }

    private static OptionalLong unless(long missing, long value) {
        return value == missing ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
