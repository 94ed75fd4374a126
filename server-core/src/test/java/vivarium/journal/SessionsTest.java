package vivarium.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Sessions.Removed;

class SessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    @TempDir
    Path project;

    private Path folder;
    private Sessions sessions;
    private SessionBin bin;

    @BeforeEach
    void folders() throws IOException {
        folder = Files.createDirectories(project.resolve(".vivarium/sessions"));
        sessions = Sessions.ofProject(project);
        bin = new SessionBin(folder);
    }

    /** A session that was written last so many days ago. */
    private Path session(String name, int days) throws IOException {
        var file = folder.resolve(name + ".vivarium");
        try (var store = SessionStore.create(file, Samples.INFO)) {
            store.write(Samples.hello(1, 2_000_000));
            store.write(List.of(
                    new RequestStarted(5_000_000, 2, Samples.get("/x"), 0),
                    new ExceptionRaised(6_000_000, 2, new PythonFailure("ValueError", "no", "T", List.of()))));
            store.commit();
        }
        aged(file, days);
        return file;
    }

    private static void aged(Path file, int days) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(days))));
    }

    private static List<Path> files(List<Removed> removed) {
        return removed.stream().map(Removed::file).toList();
    }

    @Test
    void anOverviewSaysWhatIsInIt() throws Exception {
        var file = session("a", 0);
        try (var notes = SessionNotes.open(file)) {
            notes.name("before the change");
            notes.note(2, new Note(true, false, ""));
        }

        var overview = SessionOverview.of(file);

        assertEquals(
                new SessionOverview(
                        file,
                        Samples.INFO,
                        "before the change",
                        2,
                        1,
                        Duration.ofMillis(5),
                        Files.size(file),
                        false,
                        1),
                overview);
        assertEquals("before the change", overview.title());
        assertEquals(file, Sessions.find("Before the change", project));
    }

    private List<Path> byAge() {
        return sessions.files().stream()
                .sorted(Comparator.comparing((Path file) -> {
                            try {
                                return Files.getLastModifiedTime(file);
                            } catch (IOException gone) {
                                throw new UncheckedIOException(gone);
                            }
                        })
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    @Test
    void oldOnesGoButForThoseThatMatter() throws Exception {
        var old = session("old", 31);
        var older = session("older", 90);
        var young = session("young", 29);
        var named = session("named", 60);
        var noted = session("noted", 60);
        try (var notes = SessionNotes.open(named)) {
            notes.name("keep me");
        }
        try (var notes = SessionNotes.open(noted)) {
            notes.note(1, new Note(false, true, ""));
        }
        assertEquals(List.of(young, old, named, noted, older), byAge(), "notes make no session a new one");
        var strange = Files.writeString(folder.resolve("strange.vivarium"), "no session");
        aged(strange, 400);
        Files.writeString(SessionSearch.indexOf(old), "index");

        try (var used = SessionStore.create(folder.resolve("used.vivarium"), Samples.INFO)) {
            used.write(Samples.hello(1, 1));
            used.commit();
            aged(used.file(), 200);

            var removed = sessions.tidy(new SessionLimits(30, 0), NOW);

            assertEquals(List.of(older, old), files(removed));
            assertFalse(Files.exists(old) || Files.exists(older) || Files.exists(SessionSearch.indexOf(old)));
            for (var kept : List.of(young, named, noted, strange, used.file())) {
                assertTrue(Files.exists(kept), kept::toString);
            }
            used.write(Samples.hello(2, 2));
            used.commit();
        }
    }

    @Test
    void theOldestGoWhereThereIsTooMuch() throws Exception {
        var first = session("first", 3);
        var second = session("second", 2);
        var third = session("third", 1);
        for (var file : List.of(first, second, third)) {
            enlarge(file);
        }
        aged(first, 3);
        aged(second, 2);
        aged(third, 1);

        assertEquals(List.of(), sessions.tidy(new SessionLimits(0, 0), NOW));
        assertEquals(List.of(first), files(sessions.tidy(new SessionLimits(0, 2), NOW)));
        assertEquals(List.of(third, second), sessions.files());
    }

    /** Fills it to between 0.7 and 1 MB. */
    private static void enlarge(Path file) {
        try (var notes = SessionNotes.open(file)) {
            notes.note(1, new Note(false, false, "x".repeat(700_000)));
            notes.note(1, Note.NONE);
        }
    }

    @Test
    void whatWasDeletedIsHadBackForAWeek() throws Exception {
        var file = session("20261120-090000", 1);
        Files.writeString(SessionSearch.indexOf(file), "index");

        var aside = bin.delete(file, TODAY);

        assertEquals(List.of(), sessions.files());
        assertFalse(Files.exists(SessionSearch.indexOf(file)));
        assertEquals(List.of(aside), bin.files());
        assertEquals(2, SessionOverview.of(aside).exchanges());
        assertEquals(List.of(), bin.purge(TODAY.plusDays(7)));
        assertEquals(file, bin.restore("20261120-090000"));
        assertEquals(List.of(file), sessions.files());

        bin.delete(file, TODAY);
        assertEquals(List.of(aside), bin.purge(TODAY.plusDays(8)));
        assertEquals(List.of(), bin.files());
        assertTrue(assertThrows(SessionException.class, () -> bin.restore("20261120-090000"))
                .toString()
                .contains("There is no deleted session 20261120-090000"));
    }

    @Test
    void oneThatIsBeingRecordedIsNotDeleted() {
        try (var store = SessionStore.create(folder.resolve("used.vivarium"), Samples.INFO)) {
            var thrown = assertThrows(SessionException.class, () -> bin.delete(store.file(), TODAY));

            assertEquals(
                    store.file() + " is being recorded, or open in another program; end that, and delete it then.",
                    thrown.getMessage());
            store.write(Samples.hello(1, 1));
            store.commit();
        }
        assertEquals(1, SessionOverview.of(folder.resolve("used.vivarium")).exchanges());
    }
}
