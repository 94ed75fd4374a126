package vivarium.ui.gallery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vivarium.journal.Event;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;

/** Log lines as applications write them. */
public final class LogData {
    private LogData() {}

    /** That many entries; each twentieth is a traceback. */
    public static List<Event> lines(Path project, int count) {
        var lines = new ArrayList<Event>();
        for (int i = 0; i < count; i++) {
            lines.add(line(project, i));
        }
        return lines;
    }

    private static Event.LogLine line(Path project, int i) {
        long at = i * 37_000_000L;
        String thread = "request-" + (1 + i % 5);
        return switch (i % 20) {
            case 3 -> new Event.LogLine(at, i / 3, LogLevel.ERROR, LogStream.STDERR, thread, traceback(project));
            case 7 ->
                new Event.LogLine(
                        at,
                        i / 3,
                        LogLevel.WARNING,
                        LogStream.LOGGING,
                        thread,
                        "WARNING:polls:No choice was given at polls/views.py:41");
            case 11 ->
                new Event.LogLine(at, i / 3, LogLevel.INFO, LogStream.STDOUT, thread, "troubles: printed by a request");
            case 13 ->
                new Event.LogLine(
                        at,
                        0,
                        LogLevel.INFO,
                        LogStream.SERVER,
                        "python-main",
                        "Reloaded troubles.wsgi:application in 0.4 s");
            case 17 ->
                new Event.LogLine(
                        at,
                        i / 3,
                        LogLevel.DEBUG,
                        LogStream.LOGGING,
                        thread,
                        "DEBUG:django.db.backends:(0.000) SELECT \"polls_question\".\"id\", \"polls_question\".\"question_text\""
                                + " FROM \"polls_question\" WHERE \"polls_question\".\"pub_date\" <= '2026-11-21' LIMIT 21");
            default ->
                new Event.LogLine(
                        at,
                        i / 3,
                        LogLevel.ERROR.compareTo(LogLevel.INFO) > 0 && i % 9 == 0 ? LogLevel.ERROR : LogLevel.INFO,
                        LogStream.WSGI_ERRORS,
                        thread,
                        "application: looked up animal number " + i);
        };
    }

    private static String traceback(Path project) {
        return """
                Traceback (most recent call last):
                  File "%1$s/routes.py", line 21, in application
                    return handler(environ, start_response)
                  File "%1$s/cases/exceptions.py", line 17, in raise_key_error
                    return animals['unicorn']
                KeyError: 'unicorn'""".formatted(project);
    }
}
