package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Bytes as words of command lines. */
final class ShellWords {
    private ShellWords() {}

    /** Whether a word of a command line can be these bytes: valid UTF-8 without NUL. */
    static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
        }
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException binary) {
            return false;
        }
    }

    /** A word for a POSIX shell. */
    static String posix(String text) {
        return text.matches("[\\w@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** A word for a POSIX shell whose bytes are those of the text in ISO-8859-1, as header values have them. */
    static String posixBytes(String latin1) {
        byte[] bytes = latin1.getBytes(ISO_8859_1);
        return isText(bytes) ? posix(new String(bytes, UTF_8)) : "\"$(printf " + posix(octal(bytes)) + ")\"";
    }

    /** A command that writes these bytes. */
    static String printf(byte[] bytes) {
        return "printf " + posix(octal(bytes));
    }

    /** A word for PowerShell 7. */
    static String powerShell(String text) {
        return "'" + text.replaceAll("(['\u2018\u2019\u201a\u201b])", "$1$1") + "'";
    }

    private static String octal(byte[] bytes) {
        var text = new StringBuilder();
        for (byte b : bytes) {
            int c = b & 0xff;
            if (c == '\\') {
                text.append("\\\\");
            } else if (c == '%') {
                text.append("%%");
            } else if (c >= ' ' && c < 0x7f) {
                text.append((char) c);
            } else {
                text.append('\\')
                        .append((char) ('0' + (c >> 6)))
                        .append((char) ('0' + (c >> 3 & 7)))
                        .append((char) ('0' + (c & 7)));
            }
        }
        return text.toString();
    }
}
