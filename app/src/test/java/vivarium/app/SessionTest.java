package vivarium.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vivarium.journal.ErrorLog;
import vivarium.journal.Event;
import vivarium.journal.Journal;
import vivarium.journal.SessionInfo;
import vivarium.journal.SessionLimits;
import vivarium.journal.SessionStore;
import vivarium.journal.Sessions;
import vivarium.project.Project;

class SessionTest {
    @TempDir
    Path folder;

    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final ErrorLog log = new ErrorLog(new Journal() {
        @Override
        public long now() {
            return 0;
        }

        @Override
        public void append(Event event) {
            if (event instanceof Event.LogLine line) {
                lines.add(line.level() + " " + line.text());
            }
        }
    });

    private Path session(Instant started) throws Exception {
        var info = new SessionInfo("0", folder.toString(), "embedded", started);
        try (var store = SessionStore.createIn(folder, info)) {
            Files.setLastModifiedTime(store.file(), FileTime.from(started));
            return store.file();
        }
    }

    @Test
    void oldSessionsGoAndTheLogSaysWhich() throws Exception {
        var old = session(Instant.parse("2020-01-01T10:00:00Z"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2020-01-01T10:00:00Z")));
        var young = session(Instant.now());

        Session.tidy(Project.at(folder), new SessionLimits(30, 2_000), log);

        var said = String.valueOf(lines.poll(60, TimeUnit.SECONDS));
        assertTrue(said.startsWith("INFO Removed the old session " + old.getFileName() + " ("), said);
        assertTrue(said.contains("as only 30 days and 2,000 MB are kept. Sessions with a name"), said);
        assertFalse(Files.exists(old));
        assertEquals(List.of(young), Sessions.ofProject(folder).files());
    }

    @Test
    void optionsAreStrongerThanSettings() {
        var command = new VivariumCommand();
        new CommandLine(command).parseArgs("--keep-days", "7");
        assertEquals(new SessionLimits(7, 500), command.record().limits(new SessionLimits(30, 500)));
        new CommandLine(command).parseArgs("--keep-megabytes", "0");
        assertEquals(new SessionLimits(30, 0), command.record().limits(SessionLimits.standard()));
    }
}
