package vivarium.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the escape sequences of terminals (ECMA-48) out of text: those for bold and the sixteen colours become styles, all others
 * vanish. Keeps a sequence that is cut in two until its rest comes. For one thread.
 */
final class AnsiText {
    /** Control sequences, operating system commands, and other escapes. */
    private static final Pattern ESCAPE = Pattern.compile(
            "\u001b(?:\\[([0-?]*)[ -/]*([@-~])|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|[ -/]*[0-OQ-Z\\\\^-~])");

    private static final int LONGEST = 4096;
    private static final List<String> COLOURS =
            List.of("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white");

    private final List<Styled> out = new ArrayList<>();
    private String rest = "";
    private boolean bold;
    private @Nullable String colour;

    /** The text without escapes, in pieces that look alike. A carriage return before a line feed is gone, any other is kept. */
    List<Styled> take(String text) {
        String all = rest + text;
        var escape = ESCAPE.matcher(all);
        int done = 0;
        while (escape.find()) {
            add(all.substring(done, escape.start()));
            if ("m".equals(escape.group(2))) {
                select(String.valueOf(escape.group(1)));
            }
            done = escape.end();
        }
        int open = all.indexOf('\u001b', done);
        boolean returned = open < 0 && all.endsWith("\r");
        int end = open >= 0 && all.length() - open < LONGEST ? open : returned ? all.length() - 1 : all.length();
        add(all.substring(done, end));
        rest = all.substring(end);
        var taken = List.copyOf(out);
        out.clear();
        return taken;
    }

    private void add(String text) {
        String shown = text.replace("\r\n", "\n").replace("\u0007", "").replace("\u001b", "");
        if (!shown.isEmpty()) {
            var styles = new ArrayList<String>();
            if (bold) {
                styles.add("ansi-bold");
            }
            if (colour != null) {
                styles.add("ansi-" + colour);
            }
            out.add(new Styled(shown, List.copyOf(styles)));
        }
    }

    private void select(String parameters) {
        String[] codes = parameters.split("[;:]", -1);
        for (int i = 0; i < codes.length; i++) {
            int code = codes[i].isEmpty() ? 0 : number(codes[i]);
            if (code == 38 || code == 48) {
                // A colour out of 256 or more: its parameters follow and are no codes of their own.
                i += i + 1 < codes.length && codes[i + 1].equals("5") ? 2 : 4;
            } else {
                select(code);
            }
        }
    }

    private void select(int code) {
        if (code == 0) {
            bold = false;
            colour = null;
        } else if (code == 1) {
            bold = true;
        } else if (code == 22) {
            bold = false;
        } else if (code == 39) {
            colour = null;
        } else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) {
            colour = COLOURS.get(code % 10);
        }
    }

    private static int number(String code) {
        return code.length() <= 3 && code.chars().allMatch(Character::isDigit) ? Integer.parseInt(code) : -1;
    }
}
