package vivarium.app;

import java.util.Optional;
import vivarium.journal.ErrorLog;
import vivarium.journal.JournalClock;
import vivarium.journal.LogLevel;
import vivarium.journal.Recorder;
import vivarium.journal.SessionException;
import vivarium.journal.SessionInfo;
import vivarium.journal.SessionStore;
import vivarium.project.Project;
import vivarium.run.RunPlan;

/** Where the journal of this run is kept. */
final class Session {
    private Session() {}

    /**
     * As {@link #recorder}; where the file is not the user's choice and cannot be made, that is an error in the log, and serving
     * goes on without.
     *
     * @throws SessionException when the file that the user named cannot be made
     */
    static Optional<Recorder> open(RecordOptions options, RunPlan plan, JournalClock clock, ErrorLog log) {
        try {
            return recorder(options, plan.configuration().project(), clock);
        } catch (SessionException cannotRecord) {
            if (options.session != null) {
                throw cannotRecord;
            }
            log.server(LogLevel.ERROR, String.valueOf(cannotRecord.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * A new session file as the options have it; empty where none is wanted.
     *
     * @throws SessionException when it cannot be made
     */
    static Optional<Recorder> recorder(RecordOptions options, Project project, JournalClock clock) {
        if (options.noCapture) {
            return Optional.empty();
        }
        var info = new SessionInfo(VersionReport.vivarium(), project.folder().toString(), "embedded", clock.start());
        return Optional.of(
                options.session == null
                        ? SessionStore.createIn(project.folder(), info)
                        : SessionStore.create(options.session, info));
    }
}
