package vivarium.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vivarium.debug.Trigger;
import vivarium.journal.Event.LogLine;
import vivarium.journal.PythonFailure;

/** The line of a project that is to blame for a failed request: where its own code raised, or called what raised. */
public final class FailingLine {
    private static final Pattern FRAME = Pattern.compile("File \"([^\"<>]+)\", line (\\d{1,7})");

    private FailingLine() {}

    /**
     * The innermost line of the project in the traceback of an exception that left the application, else of one that was logged.
     *
     * @param failure what left the application
     * @param log what was logged meanwhile
     * @param project its folder
     */
    public static Optional<Trigger.Line> of(Optional<PythonFailure> failure, List<LogLine> log, Path project) {
        Stream<String> tracebacks = Stream.concat(
                failure.map(PythonFailure::traceback).stream(),
                log.stream().map(LogLine::text).filter(text -> text.contains("Traceback (most recent")));
        return tracebacks.flatMap(text -> innermost(text, project).stream()).findFirst();
    }

    private static Optional<Trigger.Line> innermost(String traceback, Path project) {
        return FRAME.matcher(traceback)
                .results()
                .filter(frame -> own(frame.group(1), project))
                .map(frame -> new Trigger.Line(Path.of(frame.group(1)), Integer.parseInt(frame.group(2))))
                .reduce((outer, inner) -> inner);
    }

    private static boolean own(String file, Path project) {
        return Path.of(file).startsWith(project) && !file.contains("site-packages");
    }
}
