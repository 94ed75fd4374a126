package vivarium.filter;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vivarium.filter.Filter.Fact;
import vivarium.filter.Filter.Flag;
import vivarium.filter.Filter.Quantity;
import vivarium.filter.Filter.Side;

/** mitmproxy's terms, with their arguments taken as regular expressions as there. */
final class Tildes {
    private static final List<String> ASSETS =
            List.of("text/javascript", "application/javascript", "text/css", "image/", "font/", "application/font");

    private static final Pattern PLAIN = Pattern.compile("[\\w /:;,@#%&='\"<>~-]*");

    private Tildes() {}

    static boolean takesArgument(String name) {
        return switch (name) {
            case "a", "all", "e", "q", "s", "marked", "replay", "replayed", "replayq" -> false;
            default -> true;
        };
    }

    /** A term without an argument. */
    static Filter of(Token token) {
        return switch (token.name()) {
            case "a" ->
                new Filter.Or(ASSETS.stream()
                        .<Filter>map(type -> contentType(Side.RESPONSE, new TextMatch.Contains(type)))
                        .toList());
            case "e" -> new Filter.Is(Flag.HAS_EXCEPTION);
            case "q" -> new Filter.Not(new Filter.Is(Flag.HAS_RESPONSE));
            case "s" -> new Filter.Is(Flag.HAS_RESPONSE);
            case "marked" -> new Filter.Is(Flag.MARKED);
            case "all" -> Filter.all();
            default -> new Filter.Is(Flag.REPLAYED);
        };
    }

    /** A term with an argument. */
    static Filter of(Token token, Token argument, String text) throws FilterSyntaxException {
        if (token.name().equals("c")) {
            var code = Amounts.status(text)
                    .orElseThrow(() -> new FilterSyntaxException(
                            argument.from(), argument.to(), text + " is not a status: write 404 or 4xx."));
            return new Filter.Range(Quantity.STATUS, code.least(), code.most());
        }
        var match = PLAIN.matcher(text).matches()
                ? new TextMatch.Contains(text)
                : Terms.regex(text, argument.from(), argument.to());
        return switch (token.name()) {
            case "m" -> new Filter.Text(Fact.METHOD, match);
            case "u" -> new Filter.Text(Fact.TARGET, match);
            case "d" -> new Filter.HeaderField(Side.REQUEST, Optional.of("host"), match);
            case "b" -> new Filter.Body(Side.EITHER, match);
            case "bq" -> new Filter.Body(Side.REQUEST, match);
            case "bs" -> new Filter.Body(Side.RESPONSE, match);
            case "h" -> new Filter.HeaderField(Side.EITHER, Optional.empty(), match);
            case "hq" -> new Filter.HeaderField(Side.REQUEST, Optional.empty(), match);
            case "hs" -> new Filter.HeaderField(Side.RESPONSE, Optional.empty(), match);
            case "t" -> contentType(Side.EITHER, match);
            case "tq" -> contentType(Side.REQUEST, match);
            case "ts" -> contentType(Side.RESPONSE, match);
            case "comment" -> new Filter.Text(Fact.COMMENT, match);
            default ->
                throw new FilterSyntaxException(
                        token.from(),
                        token.to(),
                        "There is no ~" + token.name()
                                + " here; mitmproxy's ~m ~u ~d ~c ~b ~bq ~bs ~h ~hq ~hs ~t ~tq ~ts ~a ~e ~q ~s ~marked"
                                + " ~replayq ~comment are understood.");
        };
    }

    private static Filter contentType(Side side, TextMatch match) {
        return new Filter.HeaderField(side, Optional.of("content-type"), match);
    }
}
