package vivarium.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vivarium.journal.LogLevel;
import vivarium.journal.SessionLimits;

/** What is kept of what happens, and what is shown of it here. */
final class RecordOptions {
    @Option(
            names = "--session",
            paramLabel = "FILE",
            description = "The session file to record to. Default: a new one in the project's folder .vivarium.")
    @Nullable
    Path session;

    @Option(
            names = "--no-capture",
            description = "Record no exchanges, and write no session file; the log is shown all the same.")
    boolean noCapture;

    @Option(
            names = "--keep-days",
            paramLabel = "N",
            description = "Remove sessions of the project that are older; 0 keeps them for ever. Default: 30, or the"
                    + " window's setting. Those with a name, a mark, a pin or a comment always stay.")
    @Nullable
    Integer keepDays;

    @Option(
            names = "--keep-megabytes",
            paramLabel = "N",
            description =
                    "Remove the oldest sessions of the project beyond this size of all; 0 keeps all. Default: 2000,"
                            + " or the window's setting.")
    @Nullable
    Integer keepMegabytes;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "INFO",
            description = "Show error-log lines from this level on: ${COMPLETION-CANDIDATES}. What the application"
                    + " writes itself is always shown. Default: ${DEFAULT-VALUE}.")
    LogLevel level = LogLevel.INFO;

    /** What is kept of old sessions, where the options say nothing else. */
    SessionLimits limits(SessionLimits otherwise) {
        return new SessionLimits(
                keepDays == null ? otherwise.days() : keepDays,
                keepMegabytes == null ? otherwise.megabytes() : keepMegabytes);
    }
}
