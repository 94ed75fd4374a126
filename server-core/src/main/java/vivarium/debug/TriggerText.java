package vivarium.debug;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a replay is to stop at, as a line of text between two programs of one user: {@code entry}, {@code line NUMBER FILE}, or
 * {@code log TEXT}.
 */
public final class TriggerText {
    private static final Pattern LINE = Pattern.compile("line (\\d{1,7}) (.+)", Pattern.DOTALL);

    private static final String LOG = "log ";

    private TriggerText() {}

    /**
     * The text.
     *
     * @throws IllegalArgumentException for what a replay is not stopped at
     */
    public static String of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Entry() -> "entry";
            case Trigger.Line(Path file, int line) -> "line " + line + " " + file;
            case Trigger.Logged(String text) -> LOG + text;
            default -> throw new IllegalArgumentException("a replay is not stopped at " + trigger);
        };
    }

    /** Empty where the text is none of {@link #of}. */
    public static Optional<Trigger> parse(String text) {
        if (text.equals("entry")) {
            return Optional.of(new Trigger.Entry());
        }
        if (text.startsWith(LOG)) {
            return Optional.of(new Trigger.Logged(text.substring(LOG.length())));
        }
        Matcher line = LINE.matcher(text);
        return line.matches()
                ? Optional.of(new Trigger.Line(Path.of(line.group(2)), Integer.parseInt(line.group(1))))
                : Optional.empty();
    }
}
