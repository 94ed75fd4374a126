package vivarium.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vivarium.filter.Token.Kind;

/** Takes a filter apart into words. */
final class Lexer {
    private static final List<String> OPERATORS = List.of("<=", ">=", "!=", ":", "=", "~", "<", ">");

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /** The words, the last of them {@link Kind#END}. */
    static List<Token> tokens(String text) throws FilterSyntaxException {
        var lexer = new Lexer(text);
        var tokens = new ArrayList<Token>();
        do {
            tokens.add(lexer.next());
        } while (tokens.getLast().kind() != Kind.END);
        return tokens;
    }

    private Token next() throws FilterSyntaxException {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        int from = at;
        if (at == text.length()) {
            return plain(Kind.END, from);
        }
        char c = text.charAt(at);
        switch (c) {
            case '(' -> {
                at++;
                return plain(Kind.OPEN, from);
            }
            case ')' -> {
                at++;
                return plain(Kind.CLOSE, from);
            }
            case '&', '|' -> {
                at += text.startsWith(String.valueOf(c).repeat(2), at) ? 2 : 1;
                return plain(c == '&' ? Kind.AND : Kind.OR, from);
            }
            case '!' -> {
                at++;
                return plain(Kind.NOT, from);
            }
            case '~' -> {
                return tilde(from);
            }
            default -> {
                return term(from);
            }
        }
    }

    private Token tilde(int from) {
        at++;
        int name = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return new Token(Kind.TILDE, text.substring(name, at), "", "", false, from, at, at);
    }

    private Token term(int from) throws FilterSyntaxException {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || ".-_#".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        for (var operator : OPERATORS) {
            boolean address = text.startsWith("://", end);
            if (end > from && text.startsWith(operator, end) && !address) {
                var name = text.substring(from, end).toLowerCase(Locale.ROOT);
                at = end + operator.length();
                int valueFrom = at;
                boolean quoted = quote();
                return new Token(Kind.TERM, name, operator, value(), quoted, from, valueFrom, at);
            }
        }
        boolean quoted = quote();
        var value = value();
        var kind = quoted
                ? Kind.WORD
                : switch (value.toLowerCase(Locale.ROOT)) {
                    case "and" -> Kind.AND;
                    case "or" -> Kind.OR;
                    case "not" -> Kind.NOT;
                    default -> Kind.WORD;
                };
        return new Token(kind, "", "", value, quoted, from, from, at);
    }

    private boolean quote() {
        return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }

    private String value() throws FilterSyntaxException {
        return quote() ? quoted() : bare();
    }

    private String quoted() throws FilterSyntaxException {
        int from = at;
        char quote = text.charAt(at++);
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            boolean escape = text.charAt(at) == '\\'
                    && at + 1 < text.length()
                    && (text.charAt(at + 1) == quote || text.charAt(at + 1) == '\\');
            value.append(text.charAt(escape ? at + 1 : at));
            at += escape ? 2 : 1;
        }
        if (at == text.length()) {
            throw new FilterSyntaxException(from, at, "The closing " + quote + " is missing.");
        }
        at++;
        return value.toString();
    }

    /** Up to a space, or to a parenthesis that was opened before the word: regular expressions have their own. */
    private String bare() {
        int from = at;
        int depth = 0;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            char c = text.charAt(at);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth-- == 0) {
                break;
            }
            at++;
        }
        return text.substring(from, at);
    }

    private Token plain(Kind kind, int from) {
        return new Token(kind, "", "", "", false, from, from, at);
    }
}
