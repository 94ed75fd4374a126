package vivarium.ui.sessions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.filter.FilterLanguage;
import vivarium.filter.FilterSyntaxException;
import vivarium.journal.Bytes;
import vivarium.journal.Event;
import vivarium.journal.ExchangeSummary;
import vivarium.journal.Header;
import vivarium.journal.Outcome;
import vivarium.journal.RequestHead;
import vivarium.journal.SessionInfo;
import vivarium.journal.SessionStore;

/** All on the test's own thread. */
class ReadingSessionsTest {
    private static final int EXCHANGES = 3_000;

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void record() {
        file = folder.resolve("s.vivarium");
        try (var store = SessionStore.create(file, new SessionInfo("0", "p", "embedded", Instant.EPOCH))) {
            for (long id = 1; id <= EXCHANGES; id++) {
                store.write(List.of(
                        new Event.RequestStarted(
                                id, id, new RequestHead("GET", "/" + id, "HTTP/1.1", List.of(), ""), 0),
                        new Event.ResponseStarted(id, id, "200 OK", List.of(new Header("Content-Type", "text/plain"))),
                        new Event.ChunkWritten(id, id, Bytes.of(("body " + id).getBytes(UTF_8))),
                        new Event.ExchangeEnded(id, id, Outcome.COMPLETE)));
            }
            store.commit();
        }
    }

    /** Writes down what it is told. */
    private static class Told implements SessionLoader.Receiver {
        int rows;
        int events;
        double part;
        final List<String> done = new ArrayList<>();

        @Override
        public void rows(List<ExchangeSummary> more) {
            rows += more.size();
        }

        @Override
        public void events(List<Event> more) {
            events += more.size();
        }

        @Override
        public void progress(double now) {
            assertTrue(now >= part && now <= 1, part + " and then " + now);
            part = now;
        }

        @Override
        public void done(String complaint) {
            done.add(complaint);
        }
    }

    @Test
    void everythingIsReadAndSaidHowFar() {
        var told = new Told();
        new SessionLoader(file, Runnable::run, told).run();
        assertEquals(EXCHANGES, told.rows);
        assertEquals(4 * EXCHANGES, told.events);
        assertEquals(1, told.part);
        assertEquals(List.of(""), told.done);
    }

    @Test
    void readingIsEnded() {
        Runnable[] end = {() -> {}};
        var told = new Told() {
            @Override
            public void progress(double now) {
                end[0].run();
            }
        };
        var loader = new SessionLoader(file, Runnable::run, told);
        end[0] = loader::end;
        loader.run();
        assertEquals(2_000, told.events);
        assertEquals(1, told.done.size());
        assertTrue(told.done.getFirst().startsWith("Not everything was read"), told.done.getFirst());
    }

    @Test
    void aFileThatIsDamagedIsSaidToBeSo() throws Exception {
        Files.writeString(file, "no session at all, ".repeat(100));
        var told = new Told();
        new SessionLoader(file, Runnable::run, told).run();
        assertEquals(List.of(file + " is not a session of Vivarium; choose a .vivarium file."), told.done);
    }

    @Test
    void aSearchFindsAndOneThatIsEndedDoesNot() throws FilterSyntaxException {
        var said = new ArrayList<String>();
        Runnable[] end = {() -> {}};
        var search = new FileSearch(file, Runnable::run, Runnable::run, new FileSearch.Progress() {
            @Override
            public void indexed(double part) {
                said.add("at work");
                end[0].run();
                end[0] = () -> {};
            }

            @Override
            public void over(String complaint) {
                said.add(complaint);
            }
        });
        end[0] = search::end;
        var filter = FilterLanguage.here().parse("body:\"body 2999\"");
        search.find(filter, found -> said.add("found"));
        assertEquals(List.of("at work", "The search was stopped: what is shown is that of the filter before."), said);

        said.clear();
        search.find(filter, found -> {
            assertTrue(found.test(2_999) && !found.test(2_998) && !found.test(1));
            said.add("found");
        });
        assertEquals("found", said.getLast());
    }
}
