package vivarium.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.journal.Event.LogLine;

class SessionNotesTest {
    private static final int NOTES = 40;

    @TempDir
    Path folder;

    @Test
    void aSessionThatIsBeingRecordedIsNotedInWithoutLosingAnything() {
        var file = folder.resolve("live.vivarium");
        var complaints = Collections.synchronizedList(new ArrayList<Event>());
        long recorded = 0;
        try (var journal = EventJournal.open(
                JournalClock.started(), JournalBounds.standard(), SessionStore.create(file, Samples.INFO))) {
            journal.subscribe(batch ->
                    batch.stream().filter(event -> event instanceof LogLine).forEach(complaints::add));
            for (int note = 1; note <= NOTES; note++) {
                for (int i = 0; i < 50; i++) {
                    Samples.hello(++recorded, recorded).forEach(journal::append);
                }
                try (var notes = SessionNotes.open(file)) {
                    notes.note(note, new Note(true, note % 2 == 0, "number " + note));
                }
            }
            try (var notes = SessionNotes.open(file)) {
                notes.name(" the busy one ");
            }
        }
        try (var reader = SessionReader.open(file)) {
            assertEquals(List.of(), complaints);
            assertEquals(recorded, reader.count());
            assertEquals(NOTES, reader.notes().size());
            assertEquals(new Note(true, true, "number 40"), reader.notes().get(40L));
            assertEquals("the busy one", reader.name());
        }
    }

    @Test
    void aFullDiskIsSaidAndChangesNothing() throws Exception {
        var file = folder.resolve("full.vivarium");
        SessionStore.create(file, Samples.INFO).close();
        try (var notes = SessionNotes.open(file)) {
            notes.limitPages(1);
            var noisy = new Note(true, false, "x".repeat(500_000));
            assertEquals(
                    "Nothing can be noted in " + file + ": the disk is full; free some space.",
                    assertThrows(SessionException.class, () -> notes.note(1, noisy))
                            .getMessage());
        }
        try (var reader = SessionReader.open(file)) {
            assertEquals(Map.of(), reader.notes());
        }
    }

    @Test
    void aNoteAndANameAreTakenAway() {
        var file = folder.resolve("closed.vivarium");
        SessionStore.create(file, Samples.INFO).close();
        try (var notes = SessionNotes.open(file)) {
            notes.note(1, new Note(true, false, ""));
            notes.name("x");
            notes.note(1, Note.NONE);
            notes.name(" ");
        }
        try (var reader = SessionReader.open(file)) {
            assertEquals(Map.of(), reader.notes());
            assertTrue(reader.name().isEmpty());
        }
    }
}
