package vivarium.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The longest text without which a regular expression cannot be found, so that an index can look for it first. Says nothing rather than
 * too much: groups, classes and alternatives count as unknown.
 */
final class RequiredText {
    /** Escapes with an argument, and those that change what follows. */
    private static final String DIFFICULT = "pPxukcN0gGQE";

    private final int[] expression;
    private final List<Integer> run = new ArrayList<>();
    private String longest = "";
    private int at;

    private RequiredText(String expression) {
        this.expression = expression.codePoints().toArray();
    }

    /** Empty where nothing is known. */
    static String of(Pattern pattern) {
        boolean literal = (pattern.flags() & Pattern.LITERAL) != 0;
        boolean comments = (pattern.flags() & Pattern.COMMENTS) != 0;
        return literal || comments ? "" : new RequiredText(pattern.pattern()).find();
    }

    private String find() {
        while (at < expression.length) {
            int c = expression[at++];
            boolean known = switch (c) {
                case '|' -> false;
                case '(' -> ended() && group();
                case '[' -> ended() && characterClass();
                case '\\' -> escape();
                case '?', '*' -> optional();
                case '{' -> optional() && skipTo('}');
                case '+', '.', '^', '$' -> ended();
                default -> run.add(c);
            };
            if (!known) {
                return "";
            }
        }
        ended();
        return longest;
    }

    private boolean ended() {
        var text = new StringBuilder();
        run.forEach(text::appendCodePoint);
        if (text.length() > longest.length()) {
            longest = text.toString();
        }
        run.clear();
        return true;
    }

    /** What is before may not be there. After another quantifier it only says how greedy that is. */
    private boolean optional() {
        if (!run.isEmpty()) {
            run.removeLast();
        }
        return ended();
    }

    private boolean escape() {
        if (at == expression.length || DIFFICULT.indexOf(expression[at]) >= 0) {
            return false;
        }
        int c = expression[at++];
        return Character.isLetterOrDigit(c) ? ended() : run.add(c);
    }

    private boolean skipTo(int end) {
        while (at < expression.length) {
            if (expression[at++] == end) {
                return true;
            }
        }
        return false;
    }

    private boolean group() {
        // Flags may change what the rest means.
        boolean plain = at + 1 >= expression.length
                || expression[at] != '?'
                || Set.of((int) ':', (int) '=', (int) '!', (int) '<', (int) '>').contains(expression[at + 1]);
        int depth = 1;
        while (plain && at < expression.length) {
            int c = expression[at++];
            if (c == '\\') {
                plain = at < expression.length && "QE".indexOf(expression[at++]) < 0;
            } else if (c == '[') {
                plain = characterClass();
            } else if (c == '(') {
                plain = at + 1 >= expression.length || expression[at] != '?' || !Character.isLetter(expression[at + 1]);
                depth++;
            } else if (c == ')' && --depth == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean characterClass() {
        int depth = 1;
        boolean first = true;
        while (at < expression.length) {
            int c = expression[at++];
            if (c == '\\') {
                if (at == expression.length || "QE".indexOf(expression[at++]) >= 0) {
                    return false;
                }
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                if (first || --depth == 0) {
                    return !first;
                }
            }
            first = first && c == '^';
        }
        return false;
    }
}
