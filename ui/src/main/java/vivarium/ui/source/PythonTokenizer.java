package vivarium.ui.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what is worth a colour in Python source, in one pass, without ever failing: half-typed source is drawn as far as it can be
 * read. Not a parser; the soft keywords {@code match}, {@code case} and {@code type} are taken for names.
 */
final class PythonTokenizer {
    private static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");
    private static final Set<String> PREFIXES = Set.of("r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private PythonTokenizer(String text) {
        this.text = text;
    }

    /** The tokens in order; they do not overlap. */
    static List<Token> of(String text) {
        var tokenizer = new PythonTokenizer(text);
        tokenizer.code(false);
        return tokenizer.tokens;
    }

    /** @param braced whether a closing brace ends it, as in the expressions of an f-string */
    private void code(boolean braced) {
        int depth = 0;
        boolean named = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (braced && c == '}' && depth == 0) {
                return;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '#' && !braced) {
                add(Token.Kind.COMMENT, at, lineEnd());
            } else if (c == '"' || c == '\'') {
                string(at, false, false);
            } else if (c == '@' && startsLine()) {
                decorator();
            } else if (Character.isJavaIdentifierStart(c) && c != '$') {
                named = word(named);
                continue;
            } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
                number();
            } else {
                at++;
            }
            named &= c == ' ';
        }
    }

    /** @return whether a name that is being defined comes next */
    private boolean word(boolean defined) {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        String word = text.substring(start, at);
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            String prefix = word.toLowerCase(Locale.ROOT);
            if (PREFIXES.contains(prefix)) {
                string(start, prefix.contains("r"), prefix.contains("f") || prefix.contains("t"));
                return false;
            }
        }
        boolean attribute = start > 0 && text.charAt(start - 1) == '.';
        if (defined) {
            add(Token.Kind.DEFINITION, start, at);
        } else if (KEYWORDS.contains(word) && !attribute) {
            add(Token.Kind.KEYWORD, start, at);
            return word.equals("def") || word.equals("class");
        }
        return false;
    }

    /**
     * @param start where its prefix begins; {@link #at} is at its first quote
     * @param formatted whether braces hold code
     */
    private void string(int start, boolean raw, boolean formatted) {
        String one = text.substring(at, at + 1);
        String quote = text.startsWith(one.repeat(3), at) ? one.repeat(3) : one;
        int from = start;
        at += quote.length();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && !(raw && formatted)) {
                at = Math.min(at + 2, text.length());
            } else if (text.startsWith(quote, at)) {
                at += quote.length();
                add(Token.Kind.STRING, from, at);
                return;
            } else if (c == '\n' && quote.length() == 1) {
                break;
            } else if (formatted && c == '{' && peek(1) == '{') {
                at += 2;
            } else if (formatted && c == '{') {
                add(Token.Kind.STRING, from, at + 1);
                code(true);
                from = at;
            } else {
                at++;
            }
        }
        add(Token.Kind.STRING, from, at);
    }

    private void decorator() {
        int start = at++;
        while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        add(Token.Kind.DECORATOR, start, at);
    }

    private void number() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || isInNumber(start))) {
            at++;
        }
        add(Token.Kind.NUMBER, start, at);
    }

    private boolean isInNumber(int start) {
        char c = text.charAt(at);
        char before = at > start ? Character.toLowerCase(text.charAt(at - 1)) : ' ';
        boolean hex = text.startsWith("0x", start) || text.startsWith("0X", start);
        return c == '.' || c == '_' || ((c == '+' || c == '-') && before == 'e' && !hex);
    }

    private boolean startsLine() {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n';
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void add(Token.Kind kind, int start, int end) {
        if (end > start) {
            tokens.add(new Token(kind, start, end));
        }
        at = end;
    }
}
