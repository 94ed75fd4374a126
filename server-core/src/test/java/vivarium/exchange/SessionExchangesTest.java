package vivarium.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.journal.Event;
import vivarium.journal.Note;
import vivarium.journal.Outcome;
import vivarium.journal.SessionReader;

/** A session of the first format, as the window shows it. */
class SessionExchangesTest {
    @TempDir
    Path folder;

    private Path file;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void copy() throws Exception {
        file = folder.resolve("old.vivarium");
        try (var old = SessionReader.class.getResourceAsStream("format-1.vivarium")) {
            Files.write(file, old.readAllBytes());
        }
    }

    @Test
    void itsRowsAreThereAtOnceAndWholeOnceItsEventsWereRead() {
        try (var reader = SessionReader.open(file)) {
            var exchanges = new SessionExchanges(reader, complaints::add);
            exchanges.add(reader.newest(2));
            assertEquals(List.of(2L, 3L), ids(exchanges));
            var changes = exchanges.add(reader.exchanges());
            assertEquals(
                    List.of(1L), changes.changed().stream().map(Outline::id).toList());
            var failed = exchanges.outline(3).orElseThrow();
            assertEquals(
                    List.of(500, "KeyError", "", Phase.OVER, "/broken"),
                    List.of(
                            failed.status(),
                            failed.exception(),
                            failed.type(),
                            failed.phase(),
                            failed.head().path()));
            assertEquals(
                    Optional.of(Outcome.CLIENT_GONE),
                    exchanges.outline(2).orElseThrow().outcome());

            exchanges.note(3, new Note(true, false, ""));
            var events = new ArrayList<Event>();
            reader.forEach(events::add);
            exchanges.accept(events);

            var whole = exchanges.outline(3).orElseThrow();
            assertEquals("text/html", whole.type());
            assertEquals(1, whole.errors());
            assertTrue(whole.note().marked());
            assertEquals(Exchange.of(reader.events(3)).orElseThrow().outline().noted(whole.note()), whole);
        }
    }

    @Test
    void anExchangeIsReadWhenItIsAskedForAndWhatCannotBeIsSaid() {
        try (var reader = SessionReader.open(file)) {
            var exchanges = new SessionExchanges(reader, complaints::add);
            exchanges.add(reader.exchanges());
            exchanges.note(1, new Note(false, true, "look"));
            var exchange = exchanges.exchange(1).orElseThrow();
            assertEquals("look", exchange.outline().note().comment());
            assertEquals("Hello World!".length(), exchange.responseBody().kept().length);
            assertEquals(Optional.empty(), exchanges.exchange(17));
            assertEquals(Optional.empty(), exchanges.previousToSamePath(exchange));
            exchanges.clear();
            assertEquals(3, exchanges.outlines().size());
        }
        assertEquals(List.of(), complaints);
    }

    private static List<Long> ids(SessionExchanges exchanges) {
        return exchanges.outlines().stream().map(Outline::id).toList();
    }
}
