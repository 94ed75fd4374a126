package vivarium.transfer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a command line apart as a POSIX shell does, with bash's {@code $'…'}; nothing is expanded. For one command line. */
final class ShellSplit {
    private final String text;
    private final List<String> words = new ArrayList<>();
    private @Nullable StringBuilder word;
    private int at;

    private ShellSplit(String text) {
        this.text = text;
    }

    /** The words up to the end of the command. */
    static List<String> words(String command) {
        return new ShellSplit(command.strip()).split();
    }

    private List<String> split() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case ' ', '\t' -> {
                    at++;
                    finish();
                }
                case '\n', ';', '|' -> {
                    finish();
                    return words;
                }
                case '\'' -> single();
                case '"' -> quoted();
                case '\\' -> escape();
                case '$' -> {
                    if (text.startsWith("$'", at)) {
                        ansi();
                    } else {
                        add(c);
                    }
                }
                default -> add(c);
            }
        }
        finish();
        return words;
    }

    private void finish() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }

    private StringBuilder word() {
        var begun = word == null ? new StringBuilder() : word;
        word = begun;
        return begun;
    }

    private void add(char c) {
        word().append(c);
        at++;
    }

    private void single() {
        int end = text.indexOf('\'', at + 1);
        if (end < 0) {
            throw notClosed();
        }
        word().append(text, at + 1, end);
        at = end + 1;
    }

    private void quoted() {
        at++;
        word();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length() && "\"\\$`\n".indexOf(text.charAt(at + 1)) >= 0) {
                at++;
                if (text.charAt(at) == '\n') {
                    at++;
                    continue;
                }
            }
            add(text.charAt(at));
        }
        if (at == text.length()) {
            throw notClosed();
        }
        at++;
    }

    private void escape() {
        at++;
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        } else if (at < text.length()) {
            add(text.charAt(at));
        }
    }

    private void ansi() {
        at += 2;
        word();
        while (at < text.length() && text.charAt(at) != '\'') {
            char c = text.charAt(at);
            if (c != '\\' || at + 1 >= text.length()) {
                add(c);
                continue;
            }
            char escaped = text.charAt(at + 1);
            at += 2;
            switch (escaped) {
                case 'n' -> word().append('\n');
                case 'r' -> word().append('\r');
                case 't' -> word().append('\t');
                case 'u' -> code(4, 16);
                case 'x' -> code(2, 16);
                default -> {
                    if (escaped >= '0' && escaped <= '7') {
                        at--;
                        code(3, 8);
                    } else {
                        word().append(escaped);
                    }
                }
            }
        }
        if (at == text.length()) {
            throw notClosed();
        }
        at++;
    }

    private void code(int most, int radix) {
        int value = 0;
        for (int i = 0; i < most && at < text.length() && Character.digit(text.charAt(at), radix) >= 0; i++) {
            value = value * radix + Character.digit(text.charAt(at++), radix);
        }
        word().append((char) value);
    }

    private static ImportException notClosed() {
        return new ImportException("A quote in this command is not closed; copy the whole of it.");
    }
}
