package vivarium.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vivarium.debug.Trigger;
import vivarium.journal.Event.LogLine;
import vivarium.journal.PythonFailure;
import vivarium.project.OwnFiles;
import vivarium.project.SourceLinks;

/** The line of a project that is to blame for a failed request: where its own code raised, or called what raised. */
public final class FailingLine {
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
        return SourceLinks.of(traceback).stream()
                .filter(link -> OwnFiles.has(project, link.file()))
                .map(link -> new Trigger.Line(Path.of(link.file()), link.line()))
                .reduce((outer, inner) -> inner);
    }
}
