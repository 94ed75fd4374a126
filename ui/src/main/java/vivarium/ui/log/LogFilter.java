package vivarium.ui.log;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vivarium.journal.Event.LogLine;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;

/**
 * Which entries are shown.
 *
 * @param least the lowest level
 * @param text has to be somewhere in the entry, in upper or lower case
 * @param exchange has to be the entry's; 0 for any
 */
record LogFilter(LogLevel least, Set<LogStream> streams, Pattern text, long exchange) {
    private static final Pattern NUMBER = Pattern.compile("#[0-9]{1,18}");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Everything. */
    static LogFilter all() {
        return typed(LogLevel.DEBUG, EnumSet.allOf(LogStream.class), "");
    }

    /** @param typed text to look for; a word such as {@code #12} asks for the entries of that exchange */
    static LogFilter typed(LogLevel least, Set<LogStream> streams, String typed) {
        long exchange = words(typed)
                .filter(word -> NUMBER.matcher(word).matches())
                .mapToLong(word -> Long.parseLong(word.substring(1)))
                .findFirst()
                .orElse(0);
        String text = exchange == 0
                ? typed.strip()
                : words(typed).filter(word -> !NUMBER.matcher(word).matches()).collect(Collectors.joining(" "));
        return new LogFilter(
                least,
                Set.copyOf(streams),
                Pattern.compile(text, Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                exchange);
    }

    private static Stream<String> words(String typed) {
        return SPACE.splitAsStream(typed.strip());
    }

    boolean shows(LogLine line) {
        return line.level().compareTo(least) >= 0
                && (exchange == 0 || line.exchange() == exchange)
                && streams.contains(line.stream())
                && (text.pattern().isEmpty() || text.matcher(line.text()).find());
    }
}
