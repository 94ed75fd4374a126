package vivarium.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vivarium.journal.LogLevel;

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
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "INFO",
            description = "Show error-log lines from this level on: ${COMPLETION-CANDIDATES}. What the application"
                    + " writes itself is always shown. Default: ${DEFAULT-VALUE}.")
    LogLevel level = LogLevel.INFO;
}
