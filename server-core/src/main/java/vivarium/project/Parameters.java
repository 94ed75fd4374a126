package vivarium.project;

import java.util.ArrayList;
import java.util.List;

/**
 * What a function can be called with.
 *
 * @param text as written, on one line
 * @param required how many positional parameters have no default
 * @param most how many positional arguments it takes at most
 * @param needsKeyword whether a keyword-only parameter has no default
 */
record Parameters(String text, int required, int most, boolean needsKeyword) {
    /** Reads what follows the opening parenthesis of a {@code def}. */
    static Parameters of(String afterParenthesis) {
        var text = upToClosing(afterParenthesis);
        var required = 0;
        var most = 0;
        var keywordOnly = false;
        var variadic = false;
        var needsKeyword = false;
        for (var parameter : split(text, ',')) {
            var name = parameter.strip();
            var hasDefault = name.contains("=");
            if (name.isEmpty() || name.equals("/") || name.startsWith("**")) {
                continue;
            }
            if (name.startsWith("*")) {
                keywordOnly = true;
                variadic |= !name.equals("*");
            } else if (keywordOnly) {
                needsKeyword |= !hasDefault;
            } else {
                most++;
                required += hasDefault ? 0 : 1;
            }
        }
        return new Parameters(
                text.strip().replaceAll("\\s+", " "), required, variadic ? Integer.MAX_VALUE : most, needsKeyword);
    }

    /** Whether it can be called with this many positional arguments and nothing else. */
    boolean accept(int arguments) {
        return required <= arguments && arguments <= most && !needsKeyword;
    }

    /** The pieces between the separators that are not inside brackets. */
    static List<String> split(String text, char separator) {
        var pieces = new ArrayList<String>();
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            } else if (c == separator && depth == 0) {
                pieces.add(text.substring(start, i));
                start = i + 1;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static String upToClosing(String text) {
        var depth = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == ')' && depth == 0) {
                return text.substring(0, i);
            }
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        }
        return text;
    }
}
