package vivarium.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import vivarium.filter.Amounts.Stretch;
import vivarium.filter.Filter.Fact;
import vivarium.filter.Filter.Quantity;
import vivarium.filter.Filter.Side;
import vivarium.filter.Vocabulary.Entry;
import vivarium.filter.Vocabulary.Meaning;

/** What single terms mean. */
final class Terms {
    private final Amounts amounts;

    Terms(Amounts amounts) {
        this.amounts = amounts;
    }

    /** A word alone is looked for in the target. */
    Filter word(Token token) throws FilterSyntaxException {
        if (token.value().isEmpty()) {
            throw new FilterSyntaxException(token.from(), token.to(), "There is nothing between the quotes.");
        }
        boolean wild = !token.quoted() && token.value().startsWith("/") && wild(token.value());
        return new Filter.Text(
                wild ? Fact.PATH : Fact.TARGET,
                wild ? new TextMatch.Glob(token.value()) : new TextMatch.Contains(token.value()));
    }

    /** {@code name:value}. */
    Filter of(Token token) throws FilterSyntaxException {
        var entry = Vocabulary.find(token.name()).orElseThrow(() -> unknown(token));
        if (!entry.operators().contains(token.operator())) {
            throw new FilterSyntaxException(
                    token.from(),
                    token.to(),
                    token.name() + " goes with " + String.join(" ", entry.operators()) + ", not with "
                            + token.operator() + ".");
        }
        if (token.value().isEmpty()) {
            throw new FilterSyntaxException(
                    token.valueFrom(), token.to(), token.name() + token.operator() + " wants a value after it.");
        }
        var filter = of(token, entry);
        return token.operator().equals("!=") ? new Filter.Not(filter) : filter;
    }

    private Filter of(Token token, Entry entry) throws FilterSyntaxException {
        return switch (entry.meaning()) {
            case Meaning.Words words -> new Filter.Text(words.fact(), match(token, exactly(words.fact())));
            case Meaning.Numbers number -> numbers(token, number.quantity());
            case Meaning.Fields fields ->
                new Filter.HeaderField(
                        fields.side(), Optional.of(fields.name()).filter(name -> !name.isEmpty()), match(token, false));
            case Meaning.Bodies bodies -> new Filter.Body(bodies.side(), match(token, false));
            case Meaning.Types types -> type(types.side(), token);
            case Meaning.LogLines() -> new Filter.Log(match(token, false));
            case Meaning.Flags flags -> flag(token, flags);
        };
    }

    private static boolean exactly(Fact fact) {
        return fact == Fact.METHOD || fact == Fact.THREAD;
    }

    /** @param whole whether a plain value means the whole text rather than a part of it */
    private static TextMatch match(Token token, boolean whole) throws FilterSyntaxException {
        var value = token.value();
        return switch (token.operator()) {
            case "~" -> regex(value, token.valueFrom(), token.to());
            case "=", "!=" -> new TextMatch.Exactly(value);
            default ->
                !token.quoted() && wild(value)
                        ? new TextMatch.Glob(value)
                        : whole ? new TextMatch.Exactly(value) : new TextMatch.Contains(value);
        };
    }

    /** Matches the expression, or says what is wrong with it. */
    static TextMatch regex(String expression, int from, int to) throws FilterSyntaxException {
        try {
            return TextMatch.Regex.of(expression);
        } catch (PatternSyntaxException wrong) {
            throw new FilterSyntaxException(from, to, "This is no regular expression: " + wrong.getDescription() + ".");
        }
    }

    /** A whole type is meant whatever parameters follow it. */
    private static Filter type(Side side, Token token) throws FilterSyntaxException {
        var name = Optional.of("content-type");
        var match = match(token, false);
        return switch (match) {
            case TextMatch.Exactly(var whole) ->
                new Filter.Or(List.of(
                        new Filter.HeaderField(side, name, match),
                        new Filter.HeaderField(side, name, new TextMatch.Glob(whole + ";*"))));
            case TextMatch.Glob(var glob) ->
                new Filter.Or(List.of(
                        new Filter.HeaderField(side, name, match),
                        new Filter.HeaderField(side, name, new TextMatch.Glob(glob + ";*"))));
            case TextMatch.Contains _, TextMatch.Regex _ -> new Filter.HeaderField(side, name, match);
        };
    }

    private static Filter flag(Token token, Meaning.Flags flags) throws FilterSyntaxException {
        for (var choice : flags.choices()) {
            if (choice.word().equalsIgnoreCase(token.value())) {
                return new Filter.Is(choice.flag());
            }
        }
        throw new FilterSyntaxException(
                token.valueFrom(),
                token.to(),
                token.name() + ": knows "
                        + flags.choices().stream().map(Vocabulary.Choice::word).collect(Collectors.joining(", "))
                        + ".");
    }

    private Filter numbers(Token token, Quantity quantity) throws FilterSyntaxException {
        var any = new ArrayList<Filter>();
        for (var part : token.value().split(",", -1)) {
            any.add(number(token, quantity, part));
        }
        return any.size() == 1 ? any.getFirst() : new Filter.Or(any);
    }

    private Filter number(Token token, Quantity quantity, String text) throws FilterSyntaxException {
        var reader = reader(quantity);
        var ends = text.split(quantity == Quantity.TIME ? "\\.\\." : "\\.\\.|-", 2);
        var first = reader.apply(ends[0]).orElseThrow(() -> noAmount(token, quantity, ends[0]));
        if (ends.length == 2) {
            var last = reader.apply(ends[1]).orElseThrow(() -> noAmount(token, quantity, ends[1]));
            return new Filter.Range(quantity, first.least(), last.most());
        }
        return switch (token.operator()) {
            case ">" -> new Filter.Range(quantity, first.most() + 1, Long.MAX_VALUE);
            case ">=" -> new Filter.Range(quantity, first.least(), Long.MAX_VALUE);
            case "<" -> new Filter.Range(quantity, Long.MIN_VALUE, first.least() - 1);
            case "<=" -> new Filter.Range(quantity, Long.MIN_VALUE, first.most());
            default -> new Filter.Range(quantity, first.least(), first.most());
        };
    }

    private Function<String, Optional<Stretch>> reader(Quantity quantity) {
        return switch (quantity) {
            case STATUS -> Amounts::status;
            case REQUEST_SIZE, RESPONSE_SIZE -> Amounts::bytes;
            case DURATION -> Amounts::nanos;
            case TIME -> amounts::time;
            case ID, ORIGIN -> Amounts::number;
        };
    }

    private static FilterSyntaxException noAmount(Token token, Quantity quantity, String text) {
        var wanted = switch (quantity) {
            case STATUS -> "a status: write 404, 4xx or 400-499";
            case REQUEST_SIZE, RESPONSE_SIZE -> "a size: write 512, 10k or 1.5M";
            case DURATION -> "a duration: write 250ms, 1.5s or 2m";
            case TIME -> "a time: write 10:30, 2026-11-21, 2026-11-21T10:30 or -5m";
            case ID, ORIGIN -> "a number of an exchange: write 17";
        };
        return new FilterSyntaxException(
                token.valueFrom(), token.to(), (text.isEmpty() ? "Nothing" : text) + " is not " + wanted + ".");
    }

    private static FilterSyntaxException unknown(Token token) {
        var near = Vocabulary.ENTRIES.stream()
                .map(Entry::name)
                .filter(name -> Spelling.near(name, token.name()))
                .findFirst();
        return new FilterSyntaxException(
                token.from(),
                token.from() + token.name().length(),
                "There is nothing called " + token.name()
                        + near.map(name -> "; did you mean " + name + "?")
                                .orElse("; put quotes around it all to find it as text."));
    }

    private static boolean wild(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }
}
