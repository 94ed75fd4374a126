package vivarium.project;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts Python source into logical lines. It never fails: source that is being edited just now is often not valid, and then
 * an unfinished string ends with its line.
 */
final class LogicalLines {
    private static final int TAB = 8;

    private final String source;
    private final List<LogicalLine> lines = new ArrayList<>();
    private final StringBuilder code = new StringBuilder();
    private final List<String> strings = new ArrayList<>();
    private int at;
    private int indent;
    private int brackets;

    private LogicalLines(String source) {
        this.source = source;
    }

    /** The lines that hold code, in order. */
    static List<LogicalLine> of(String text) {
        var start = text.startsWith("\uFEFF") ? 1 : 0;
        var scan = new LogicalLines(text.substring(start).replace("\r\n", "\n").replace('\r', '\n'));
        scan.run();
        return scan.lines;
    }

    private void run() {
        indentation();
        while (at < source.length()) {
            var c = source.charAt(at);
            switch (c) {
                case '#' -> at = endOfLine();
                case '\n' -> newline();
                case '\'', '"' -> string(c);
                case '\\' -> backslash();
                default -> {
                    brackets = switch (c) {
                        case '(', '[', '{' -> brackets + 1;
                        case ')', ']', '}' -> Math.max(0, brackets - 1);
                        default -> brackets;
                    };
                    code.append(c);
                    at++;
                }
            }
        }
        finishLine();
    }

    private void newline() {
        at++;
        if (brackets > 0) {
            code.append(' ');
        } else {
            finishLine();
            indentation();
        }
    }

    private void backslash() {
        var continues = at + 1 < source.length() && source.charAt(at + 1) == '\n';
        code.append(continues ? ' ' : '\\');
        at += continues ? 2 : 1;
    }

    private void indentation() {
        indent = 0;
        for (; at < source.length(); at++) {
            switch (source.charAt(at)) {
                case ' ' -> indent++;
                case '\t' -> indent = (indent / TAB + 1) * TAB;
                case '\f' -> indent = 0;
                default -> {
                    return;
                }
            }
        }
    }

    /** Prefixes need no care: a backslash keeps the quote after it in a raw string too. */
    private void string(char quote) {
        var triple = source.startsWith(String.valueOf(quote).repeat(3), at);
        var end = String.valueOf(quote).repeat(triple ? 3 : 1);
        at += end.length();
        var start = at;
        while (at < source.length() && !source.startsWith(end, at) && (triple || source.charAt(at) != '\n')) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at, source.length());
        strings.add(source.substring(start, at));
        code.append("\"\"");
        if (source.startsWith(end, at)) {
            at += end.length();
        }
    }

    private int endOfLine() {
        var end = source.indexOf('\n', at);
        return end < 0 ? source.length() : end;
    }

    private void finishLine() {
        if (!code.toString().isBlank()) {
            lines.add(new LogicalLine(indent, code.toString().strip(), strings));
        }
        code.setLength(0);
        strings.clear();
    }
}
