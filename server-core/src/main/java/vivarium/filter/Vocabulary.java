package vivarium.filter;

import java.util.List;
import java.util.Optional;
import vivarium.filter.Filter.Fact;
import vivarium.filter.Filter.Flag;
import vivarium.filter.Filter.Quantity;
import vivarium.filter.Filter.Side;

/** The names of the terms, in the order in which they are proposed. */
final class Vocabulary {
    /** What a name stands for. */
    sealed interface Meaning {
        record Words(Fact fact) implements Meaning {}

        record Numbers(Quantity quantity) implements Meaning {}

        /** Header fields: all, or with a name those of this name. */
        record Fields(Side side, String name) implements Meaning {}

        record Bodies(Side side) implements Meaning {}

        record Types(Side side) implements Meaning {}

        record LogLines() implements Meaning {}

        record Flags(List<Choice> choices) implements Meaning {}
    }

    /** A value of {@code is:} or {@code has:}. */
    record Choice(String word, Flag flag, String about) {}

    /**
     * A name.
     *
     * @param operators that make sense with it
     * @param values that are proposed for it
     */
    record Entry(String name, Meaning meaning, List<String> operators, List<String> values, String about) {}

    private static final List<String> TEXT = List.of(":", "=", "~", "!=");
    private static final List<String> NUMBER = List.of(":", ">=", "<=", ">", "<", "!=");

    static final List<Entry> ENTRIES = List.of(
            words("method", Fact.METHOD, "request method", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"),
            words("path", Fact.PATH, "path; * and ? are wild, path~ takes a regular expression", "/*"),
            number("status", Quantity.STATUS, "status code, class or range", "2xx", "3xx", "4xx", "5xx", "400-499"),
            words("query", Fact.QUERY, "what follows the question mark"),
            new Entry(
                    "header",
                    new Meaning.Fields(Side.EITHER, ""),
                    TEXT,
                    List.of(),
                    "header field; header.NAME for one"),
            new Entry("body", new Meaning.Bodies(Side.EITHER), TEXT, List.of(), "text of a body"),
            new Entry(
                    "type",
                    new Meaning.Types(Side.RESPONSE),
                    TEXT,
                    List.of("html", "json", "css", "javascript", "image/*"),
                    "the response's media type"),
            number("size", Quantity.RESPONSE_SIZE, "bytes of the response's body", "10k", "1M"),
            number("duration", Quantity.DURATION, "how long it took", "100ms", "1s"),
            number("time", Quantity.TIME, "when it arrived: a time of day, a date, or -5m", "today", "-5m", "-1h"),
            new Entry("log", new Meaning.LogLines(), TEXT, List.of(), "what it wrote to the error log"),
            words("exception", Fact.EXCEPTION, "exception that left the application"),
            words("thread", Fact.THREAD, "thread that served it"),
            new Entry(
                    "is",
                    new Meaning.Flags(List.of(
                            new Choice("marked", Flag.MARKED, "you marked it"),
                            new Choice("pinned", Flag.PINNED, "you pinned it"),
                            new Choice("replayed", Flag.REPLAYED, "it is a replay of another"))),
                    List.of(":"),
                    List.of(),
                    "marked, pinned, replayed"),
            new Entry(
                    "has",
                    new Meaning.Flags(List.of(
                            new Choice("finding", Flag.HAS_FINDING, "Vivarium found a broken rule"),
                            new Choice("exception", Flag.HAS_EXCEPTION, "an exception left the application"),
                            new Choice("comment", Flag.HAS_COMMENT, "you wrote a comment"),
                            new Choice("response", Flag.HAS_RESPONSE, "a response was started"))),
                    List.of(":"),
                    List.of(),
                    "finding, exception, comment, response"),
            words("url", Fact.TARGET, "path and query"),
            words("comment", Fact.COMMENT, "your comment"),
            number("id", Quantity.ID, "number of the exchange"),
            number("origin", Quantity.ORIGIN, "number of the exchange that it replays"),
            new Entry(
                    "request.header",
                    new Meaning.Fields(Side.REQUEST, ""),
                    TEXT,
                    List.of(),
                    "header field of the request; request.header.NAME for one"),
            new Entry(
                    "response.header",
                    new Meaning.Fields(Side.RESPONSE, ""),
                    TEXT,
                    List.of(),
                    "header field of the response; response.header.NAME for one"),
            new Entry("request.body", new Meaning.Bodies(Side.REQUEST), TEXT, List.of(), "text of the request's body"),
            new Entry(
                    "response.body", new Meaning.Bodies(Side.RESPONSE), TEXT, List.of(), "text of the response's body"),
            new Entry(
                    "request.type", new Meaning.Types(Side.REQUEST), TEXT, List.of("json"), "the request's media type"),
            number("request.size", Quantity.REQUEST_SIZE, "bytes of the request's body", "10k"));

    private Vocabulary() {}

    /** The entry of this name, in lower case; {@code header.content-type} has one made for it. */
    static Optional<Entry> find(String name) {
        for (var entry : ENTRIES) {
            if (entry.name().equals(name)) {
                return Optional.of(entry);
            }
            if (entry.meaning() instanceof Meaning.Fields fields && name.startsWith(entry.name() + ".")) {
                var field = name.substring(entry.name().length() + 1);
                return Optional.of(new Entry(
                        name, new Meaning.Fields(fields.side(), field), TEXT, List.of(), "header field " + field));
            }
        }
        return Optional.empty();
    }

    private static Entry words(String name, Fact fact, String about, String... values) {
        return new Entry(name, new Meaning.Words(fact), TEXT, List.of(values), about);
    }

    private static Entry number(String name, Quantity quantity, String about, String... values) {
        return new Entry(name, new Meaning.Numbers(quantity), NUMBER, List.of(values), about);
    }
}
