package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.journal.Environ;
import vivarium.journal.Header;
import vivarium.journal.PythonFailure;
import vivarium.journal.RequestHead;
import vivarium.testing.Served;

/** The page that stands in for the application's answer. */
class ErrorPageTest {
    private static final PythonFailure FAILURE =
            new PythonFailure("ValueError", "of a value", "Traceback …\nValueError: of a value", List.of());
    private static final Environ ENVIRON = new Environ(List.of("A", "b"), List.of(), Map.of());

    @RegisterExtension
    static final Served served = Served.module("wire.misbehaviour");

    @Test
    void isTextForProgramsWithTracebackAndEnviron() {
        String answer = served.request("GET /before HTTP/1.1\nHost: here\n\n");
        assertTrue(answer.contains("\nContent-Type: text/plain; charset=utf-8\n"), answer);
        assertTrue(answer.contains("\n\nTraceback (most recent call last):\n"), answer);
        assertTrue(answer.contains("\n    raise ValueError('before start_response')\n"), answer);
        assertTrue(answer.contains("\nPATH_INFO: '/before'\n"), answer);
    }

    @Test
    void isHtmlForBrowsers() {
        String answer = served.request("GET /markup HTTP/1.1\nHost: here\nAccept: text/html,*/*\n\n");
        assertTrue(answer.contains("\nContent-Type: text/html; charset=utf-8\n"), answer);
        assertTrue(answer.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp;"), answer);
        assertTrue(answer.contains("<th>PATH_INFO</th><td>'/markup'</td>"), answer);
        assertFalse(answer.contains("<script>"), answer);
    }

    @Test
    void masksSecrets() {
        String answer = served.request("""
                GET /secrets?password=1 HTTP/1.1
                Host: here
                Authorization: Basic hidden2
                Cookie: sessionid=hidden3
                X-Api-Key: hidden4
                X-CSRF-Token: hidden5

                """);
        assertFalse(answer.contains("hidden"), answer);
        assertTrue(answer.contains("\nHTTP_AUTHORIZATION: '********'\n"), answer);
        assertTrue(answer.contains("\nHTTP_COOKIE: '********'\n"), answer);
        assertTrue(answer.contains("\nHTTP_X_API_KEY: '********'\n"), answer);
    }

    @Test
    void tellsOtherMachinesNothing() {
        var head =
                new RequestHead("GET", "/", "HTTP/1.1", List.of(new Header("accept", "text/html")), "192.0.2.1:4000");
        String page = ErrorPage.of(FAILURE, ENVIRON, head).text();
        assertTrue(page.contains("The application failed. Its error log says why."), page);
        assertFalse(page.contains("ValueError") || page.contains("environ"), page);
        assertFalse(ErrorPage.notLoaded(FAILURE, head).text().contains("ValueError"));
    }

    @Test
    void knowsLoopbackInBothVersions() {
        var head = new RequestHead("GET", "/", "HTTP/1.1", List.of(), "[::1]:4000");
        assertEquals(
                new ErrorPage("text/plain; charset=utf-8", "Traceback …\nValueError: of a value\n\nA: 'b'\n"),
                ErrorPage.of(FAILURE, ENVIRON, head));
    }

    @Test
    void standsInForAnApplicationThatIsNotThere() {
        served.server().answerWith(FAILURE);
        try {
            String answer = served.request("GET /logs HTTP/1.1\nHost: here\nAccept: text/html\n\n");
            assertTrue(answer.startsWith("HTTP/1.1 500 Internal Server Error\n"), answer);
            assertTrue(answer.contains("<h1>The application could not be loaded</h1>"), answer);
            assertTrue(answer.contains("ValueError: of a value</pre>"), answer);
            assertTrue(served.get("/logs").startsWith("The application could not be loaded. It is loaded again when"));
        } finally {
            served.server().serveAgain();
        }
        assertEquals("logged", served.get("/logs"));
    }
}
