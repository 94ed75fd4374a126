package vivarium.ui.log;

import vivarium.journal.Event.LogLine;
import vivarium.journal.LogLevel;

/**
 * One entry of the log.
 *
 * @param number counts entries, from 0; never used twice
 * @param lines how many lines its text has
 */
record LogEntry(long number, LogLine line, int lines) {
    private static final String TRACEBACK = "Traceback (most recent call last):";

    static LogEntry of(long number, LogLine line) {
        String text = line.text();
        int lines = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            lines++;
        }
        return new LogEntry(number, line, lines);
    }

    /** What one line says for all: the first, or, of a bare traceback, the last, where the exception is. */
    String summary() {
        String text = line.text();
        int end = text.indexOf('\n');
        if (end < 0) {
            return text;
        }
        return text.startsWith(TRACEBACK) ? text.substring(text.lastIndexOf('\n') + 1) : text.substring(0, end);
    }

    boolean isError() {
        return line.level().compareTo(LogLevel.ERROR) >= 0;
    }
}
