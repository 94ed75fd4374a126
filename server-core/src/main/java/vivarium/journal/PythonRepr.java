package vivarium.journal;

/** Python's {@code repr} of a string, for strings that Python itself has not been asked about. */
public final class PythonRepr {
    private PythonRepr() {}

    /** As {@code repr(text)}; whether a character is printable is for this Java's version of Unicode to say. */
    public static String of(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        var repr = new StringBuilder(text.length() + 2).append(quote);
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            switch (c) {
                case '\\' -> repr.append("\\\\");
                case '\n' -> repr.append("\\n");
                case '\r' -> repr.append("\\r");
                case '\t' -> repr.append("\\t");
                default -> {
                    if (c == quote) {
                        repr.append('\\').append(quote);
                    } else if (printable(c)) {
                        repr.appendCodePoint(c);
                    } else {
                        escape(c, repr);
                    }
                }
            }
        }
        return repr.append(quote).toString();
    }

    /** The string of which {@link #of} gives this. */
    public static String parse(String repr) {
        var text = new StringBuilder(repr.length());
        int end = repr.length() - 1;
        for (int i = 1; i < end; i++) {
            char c = repr.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escaped = repr.charAt(++i);
            int digits = switch (escaped) {
                case 'x' -> 2;
                case 'u' -> 4;
                case 'U' -> 8;
                default -> 0;
            };
            switch (escaped) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'x', 'u', 'U' -> text.appendCodePoint(Integer.parseInt(repr, i + 1, i + 1 + digits, 16));
                default -> text.append(escaped);
            }
            i += digits;
        }
        return text.toString();
    }

    /** As {@code str.isprintable}. */
    private static boolean printable(int c) {
        if (c < 0x7f) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    private static void escape(int c, StringBuilder repr) {
        int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
        repr.append(digits == 2 ? "\\x" : digits == 4 ? "\\u" : "\\U");
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            repr.append(Character.forDigit(c >> shift & 15, 16));
        }
    }
}
