package vivarium.app.inspect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import vivarium.debug.Trigger;
import vivarium.debug.TriggerText;
import vivarium.exchange.Captured;
import vivarium.replay.FailingLine;

/** What the debugger of the serving Vivarium is to stop replays at. */
final class ReplayStopOptions {
    @Option(
            names = "--to-failure",
            description =
                    "Have the debugger stop in the replay at the project's line that raised: in the window, or at the"
                            + " terminal where the project is served.")
    private boolean toFailure;

    @Option(names = "--to-entry", description = "Have the debugger stop in the replay as the application is called.")
    private boolean toEntry;

    @Option(
            names = "--to-log",
            paramLabel = "TEXT",
            description =
                    "Have the debugger stop in the replay after a line with this text was written to the error log.")
    private String toLog = "";

    /** For each exchange what {@link vivarium.server.ReplayMark} says of it; nothing where no stop is asked for. */
    Map<Long, String> of(List<Captured> originals, boolean recorded, Path project) {
        if (!toFailure && !toEntry && toLog.isEmpty()) {
            return Map.of();
        }
        if (!recorded) {
            throw new InspectException("Only requests of the session that is being recorded can be stopped in a replay;"
                    + " serve the project with Vivarium, and replay without --to.");
        }
        return originals.stream()
                .collect(
                        Collectors.toMap(Captured::id, it -> TriggerText.of(stop(it, project)), (same, again) -> same));
    }

    private Trigger stop(Captured captured, Path project) {
        if (toEntry) {
            return new Trigger.Entry();
        }
        if (!toLog.isEmpty()) {
            return new Trigger.Logged(toLog);
        }
        return FailingLine.of(captured.failure(), captured.log(), project)
                .orElseThrow(() -> new InspectException("No exception of exchange " + captured.id()
                        + " names a line of the project to stop at; vivarium show prints it."));
    }
}
