package vivarium.transfer;

import java.util.Locale;
import java.util.regex.Pattern;
import vivarium.journal.PythonRepr;

/** Values as Python source. */
final class PythonText {
    private static final Pattern LITERAL =
            Pattern.compile("True|False|None|-?\\d+(\\.\\d+)?(e[+-]?\\d+)?|\\(\\d+, \\d+\\)|b?'.*'|b?\".*\"");

    private PythonText() {}

    static String string(String text) {
        return PythonRepr.of(text);
    }

    static String bytes(byte[] bytes) {
        var text = new StringBuilder("b'");
        for (byte b : bytes) {
            int c = b & 0xff;
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\'' -> text.append("\\'");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c >= ' ' && c < 0x7f) {
                        text.append((char) c);
                    } else {
                        text.append(String.format(Locale.ROOT, "\\x%02x", c));
                    }
                }
            }
        }
        return text.append('\'').toString();
    }

    /** Whether Python's {@code repr} of a value is an expression for it. */
    static boolean isLiteral(String repr) {
        return LITERAL.matcher(repr).matches();
    }
}
