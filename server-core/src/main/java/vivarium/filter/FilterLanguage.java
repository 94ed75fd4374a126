package vivarium.filter;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vivarium.filter.Token.Kind;

/** Understands filters as {@code docs/filter.md} describes them, and what mitmproxy's users are used to. */
public final class FilterLanguage {
    private final Terms terms;

    /**
     * @param now what {@code time>-5m} counts from
     * @param zone in which times of day are meant
     */
    public FilterLanguage(InstantSource now, ZoneId zone) {
        terms = new Terms(new Amounts(now, zone));
    }

    /** The language by this machine's clock and in its zone. */
    public static FilterLanguage here() {
        return new FilterLanguage(InstantSource.system(), ZoneId.systemDefault());
    }

    /** What the text means; every exchange where it is blank. */
    public Filter parse(String text) throws FilterSyntaxException {
        var parser = new Parser(Lexer.tokens(text), terms);
        return text.isBlank() ? Filter.all() : parser.whole();
    }

    /** What could be written where the caret is, best first. */
    public List<Completion> complete(String text, int caret) {
        return Completions.at(text, caret);
    }

    private static final class Parser {
        private final List<Token> tokens;
        private final Terms terms;
        private int at;

        Parser(List<Token> tokens, Terms terms) {
            this.tokens = tokens;
            this.terms = terms;
        }

        Filter whole() throws FilterSyntaxException {
            var filter = or();
            var rest = tokens.get(at);
            if (rest.kind() != Kind.END) {
                throw new FilterSyntaxException(rest.from(), rest.to(), "This parenthesis closes none; leave it out.");
            }
            return filter;
        }

        private Filter or() throws FilterSyntaxException {
            var any = new ArrayList<Filter>();
            do {
                any.add(and());
            } while (take(Kind.OR));
            return any.size() == 1 ? any.getFirst() : new Filter.Or(any);
        }

        private Filter and() throws FilterSyntaxException {
            var all = new ArrayList<Filter>();
            do {
                all.add(not());
            } while (take(Kind.AND) || begins(tokens.get(at).kind()));
            return all.size() == 1 ? all.getFirst() : new Filter.And(all);
        }

        private Filter not() throws FilterSyntaxException {
            if (take(Kind.NOT)) {
                return new Filter.Not(not());
            }
            var open = tokens.get(at);
            if (take(Kind.OPEN)) {
                var inner = or();
                if (!take(Kind.CLOSE)) {
                    throw new FilterSyntaxException(
                            open.from(), open.to(), "This parenthesis is not closed; add a ) at its end.");
                }
                return inner;
            }
            return term();
        }

        private Filter term() throws FilterSyntaxException {
            var token = tokens.get(at);
            at++;
            return switch (token.kind()) {
                case TERM -> terms.of(token);
                case WORD -> terms.word(token);
                case TILDE -> Tildes.takesArgument(token.name()) ? tilde(token) : Tildes.of(token);
                default -> throw missing(token);
            };
        }

        private Filter tilde(Token token) throws FilterSyntaxException {
            var argument = tokens.get(at);
            if (argument.kind() != Kind.WORD && argument.kind() != Kind.TERM) {
                throw new FilterSyntaxException(
                        token.from(), token.to(), "~" + token.name() + " wants something after it.");
            }
            at++;
            var text = argument.kind() == Kind.WORD
                    ? argument.value()
                    : argument.name() + argument.operator() + argument.value();
            return Tildes.of(token, argument, text);
        }

        private static FilterSyntaxException missing(Token found) {
            return new FilterSyntaxException(
                    found.from(),
                    found.to(),
                    found.kind() == Kind.END
                            ? "Something is missing at the end: a term such as status:404."
                            : "Something is missing before this: a term such as status:404.");
        }

        private static boolean begins(Kind kind) {
            return switch (kind) {
                case OPEN, NOT, TERM, TILDE, WORD -> true;
                case CLOSE, AND, OR, END -> false;
            };
        }

        private boolean take(Kind kind) {
            if (tokens.get(at).kind() != kind) {
                return false;
            }
            at++;
            return true;
        }
    }
}
