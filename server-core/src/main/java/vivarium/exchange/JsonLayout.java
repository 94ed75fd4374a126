package vivarium.exchange;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Lays JSON out on lines. Only white space changes: numbers, escapes, order and repeated names stay as they were sent. */
final class JsonLayout {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String INDENT = "  ";

    private final String text;
    private final StringBuilder out;
    private int depth;

    private JsonLayout(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length() * 2);
    }

    /** Empty where the text is not JSON. */
    static Optional<String> of(String text) {
        return valid(text) ? Optional.of(new JsonLayout(text).lay()) : Optional.empty();
    }

    private static boolean valid(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            boolean any = false;
            while (parser.nextToken() != null) {
                any = true;
            }
            return any;
        } catch (JacksonException invalid) {
            return false;
        }
    }

    private String lay() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> i = string(i);
                case '{', '[' -> i = open(c, i);
                case '}', ']' -> {
                    depth--;
                    line();
                    out.append(c);
                }
                case ',' -> {
                    out.append(c);
                    line();
                }
                case ':' -> out.append(": ");
                case ' ', '\t', '\r', '\n' -> {}
                default -> out.append(c);
            }
            i++;
        }
        return out.toString();
    }

    /** Copies the string; returns where its last quote is. */
    private int string(int start) {
        int end = start + 1;
        while (text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        out.append(text, start, end + 1);
        return end;
    }

    /** Empty objects and arrays stay on their line. */
    private int open(char bracket, int start) {
        int next = start + 1;
        while (Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        out.append(bracket);
        char closing = bracket == '{' ? '}' : ']';
        if (text.charAt(next) == closing) {
            out.append(closing);
            return next;
        }
        depth++;
        line();
        return start;
    }

    private void line() {
        out.append('\n').append(INDENT.repeat(depth));
    }
}
