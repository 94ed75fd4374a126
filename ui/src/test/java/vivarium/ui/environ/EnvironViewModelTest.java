package vivarium.ui.environ;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vivarium.exchange.Exchange;
import vivarium.journal.Environ;
import vivarium.journal.Environ.Group;
import vivarium.journal.Event.ApplicationEntered;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.RequestHead;
import vivarium.ui.environ.EnvironRow.Change;

class EnvironViewModelTest {
    private final Exchange first =
            exchange(1, "PATH_INFO", "/", "HTTP_COOKIE", "a=1", "HTTP_DNT", "1", "REMOTE_PORT", "1");
    private final Exchange second =
            exchange(2, "PATH_INFO", "/", "HTTP_COOKIE", "a=2", "REMOTE_PORT", "2", "MY_KEY", "it's");

    @Test
    void saysWhatIsNewSinceThePreviousRequest() {
        var model = EnvironViewModel.of(second, Optional.of(first));
        assertEquals(
                List.of(
                        "PATH_INFO SAME ",
                        "REMOTE_PORT CHANGED '1'",
                        "HTTP_COOKIE CHANGED 'a=1'",
                        "HTTP_DNT MISSING ",
                        "wsgi.version SAME ",
                        "MY_KEY ADDED "),
                model.rows().stream()
                        .map(row -> row.key() + " " + row.change() + " " + row.before())
                        .toList());
        assertEquals(Optional.of(1L), model.previous());
        assertEquals(3, model.notable());
        assertEquals(
                List.of(Group.HEADERS, Group.PROCESS),
                List.copyOf(model.groups("", true).keySet()));
    }

    @Test
    void withoutAnEarlierRequestNothingIsNew() {
        var model = EnvironViewModel.of(second, Optional.empty());
        assertEquals(0, model.notable());
        assertTrue(model.rows().stream().allMatch(row -> row.change() == Change.SAME));
    }

    @Test
    void isSearchedByKeyValueAndExplanation() {
        var model = EnvironViewModel.of(second, Optional.empty());
        assertEquals(1, model.groups("cookie a=2", false).size());
        assertEquals(1, model.groups("percent-decoded", false).size());
        assertEquals(0, model.groups("nothing of the kind", false).size());
    }

    @Test
    void isCopiedAsADict() {
        var model = EnvironViewModel.of(second, Optional.of(first));
        assertEquals("""
                {
                    'PATH_INFO': '/',
                    'REMOTE_PORT': '2',
                    'HTTP_COOKIE': 'a=2',
                    'wsgi.version': (1, 0),
                    'MY_KEY': "it's",
                }
                """, EnvironViewModel.dict(model.rows()));
    }

    @Test
    void somethingIsSaidAboutEveryKey() {
        assertEquals("PEP 3333", EnvironKeys.of("PATH_INFO", Group.REQUEST).source());
        assertTrue(EnvironKeys.of("mod_wsgi.request_id", Group.MOD_WSGI).restless());
        var unknown = EnvironKeys.of("HTTP_X_TRACE_ID", Group.HEADERS);
        assertEquals("The request's header X-Trace-Id.", unknown.explanation());
        assertFalse(EnvironKeys.of("MY_KEY", Group.PROCESS).explanation().isEmpty());
    }

    private static Exchange exchange(long id, String... strings) {
        var head = new RequestHead("GET", "/", "HTTP/1.1", List.of(), "127.0.0.1:1");
        var environ = new Environ(List.of(strings), List.of(), Map.of("wsgi.version", "(1, 0)"));
        return Exchange.of(
                        List.of(new RequestStarted(0, id, head, 0), new ApplicationEntered(1, id, "worker-1", environ)))
                .orElseThrow();
    }
}
