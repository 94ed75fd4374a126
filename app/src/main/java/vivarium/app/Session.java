package vivarium.app;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import vivarium.exchange.Amounts;
import vivarium.journal.ErrorLog;
import vivarium.journal.JournalClock;
import vivarium.journal.LogLevel;
import vivarium.journal.SessionBin;
import vivarium.journal.SessionException;
import vivarium.journal.SessionInfo;
import vivarium.journal.SessionLimits;
import vivarium.journal.SessionStore;
import vivarium.journal.Sessions;
import vivarium.project.Project;

/** Where the journal of this run is kept, and what is kept of the runs before. */
final class Session {
    private Session() {}

    /**
     * As {@link #recorder}; where the file is not the user's choice and cannot be made, that is an error in the log, and serving
     * goes on without.
     *
     * @throws SessionException when the file that the user named cannot be made
     */
    static Optional<SessionStore> open(RecordOptions options, Project project, JournalClock clock, ErrorLog log) {
        try {
            return recorder(options, project, clock);
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
    static Optional<SessionStore> recorder(RecordOptions options, Project project, JournalClock clock) {
        if (options.noCapture) {
            return Optional.empty();
        }
        var info = new SessionInfo(VersionReport.vivarium(), project.folder().toString(), "embedded", clock.start());
        return Optional.of(
                options.session == null
                        ? SessionStore.createIn(project.folder(), info)
                        : SessionStore.create(options.session, info));
    }

    /** Removes old sessions of the project beyond the limits, in the background, and says in the log which went. */
    static void tidy(Project project, SessionLimits limits, ErrorLog log) {
        Thread.ofPlatform().daemon().name("vivarium-tidy").start(() -> {
            var sessions = Sessions.ofProject(project.folder());
            try {
                for (var gone : sessions.tidy(limits, InstantSource.system().instant())) {
                    log.server(
                            LogLevel.INFO,
                            "Removed the old session " + gone.file().getFileName() + " (" + Amounts.size(gone.bytes())
                                    + ", last written " + LocalDate.ofInstant(gone.written(), ZoneId.systemDefault())
                                    + "), as only " + limits.words()
                                    + " are kept. Sessions with a name, a mark, a pin or a comment always are.");
                }
                for (var gone : new SessionBin(sessions.folder()).purge(LocalDate.now(ZoneId.systemDefault()))) {
                    log.server(
                            LogLevel.INFO,
                            "Removed " + gone.getFileName() + ", which was deleted more than " + SessionBin.DAYS
                                    + " days ago.");
                }
            } catch (SessionException cannot) {
                log.server(LogLevel.WARNING, String.valueOf(cannot.getMessage()));
            }
        });
    }
}
