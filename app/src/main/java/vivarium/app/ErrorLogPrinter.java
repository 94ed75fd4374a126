package vivarium.app;

import java.io.PrintStream;
import java.util.List;
import vivarium.journal.Event;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;

/** Shows the error log in the terminal: the application's lines as it wrote them, Vivarium's own with its name before them. */
record ErrorLogPrinter(PrintStream to, LogLevel from) {
    /** Prints those of the events that are lines to be seen. What went to standard output is there already. */
    void print(List<Event> events) {
        for (Event event : events) {
            if (event instanceof Event.LogLine line && line.stream() != LogStream.STDOUT) {
                print(line);
            }
        }
        to.flush();
    }

    private void print(Event.LogLine line) {
        if (line.stream() != LogStream.SERVER) {
            to.println(line.text());
        } else if (line.level().compareTo(from) >= 0) {
            to.println("vivarium: " + line.text());
        }
    }
}
