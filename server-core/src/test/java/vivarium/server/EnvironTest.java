package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.journal.Event;
import vivarium.testing.Served;

/** The environ: its keys, their types, their values, and what the journal keeps of it. */
class EnvironTest {
    private static final String POST = """
            POST /%s?%s HTTP/1.1
            Host: here:8000
            Content-Type: text/plain
            Content-Length: 3
            Connection: close

            abc""";

    @RegisterExtension
    static final Served served = Served.module("wire.environs");

    @Test
    void hasTheseKeysOfTheseTypes() {
        assertEquals("""
                CONTENT_LENGTH: str
                CONTENT_TYPE: str
                HTTP_CONNECTION: str
                HTTP_HOST: str
                PATH_INFO: str
                QUERY_STRING: str
                REMOTE_ADDR: str
                REMOTE_PORT: str
                REQUEST_METHOD: str
                REQUEST_SCHEME: str
                REQUEST_URI: str
                SCRIPT_NAME: str
                SERVER_NAME: str
                SERVER_PORT: str
                SERVER_PROTOCOL: str
                SERVER_SOFTWARE: str
                mod_wsgi.application_group: str
                mod_wsgi.callable_object: str
                mod_wsgi.listener_host: str
                mod_wsgi.listener_port: str
                mod_wsgi.process_group: str
                mod_wsgi.request_id: str
                mod_wsgi.request_start: float
                mod_wsgi.thread_id: int
                mod_wsgi.version: tuple
                wsgi.errors: Errors
                wsgi.file_wrapper: type
                wsgi.input: Input
                wsgi.input_terminated: bool
                wsgi.multiprocess: bool
                wsgi.multithread: bool
                wsgi.run_once: bool
                wsgi.url_scheme: str
                wsgi.version: tuple""", body(served.request(POST.formatted("kinds", ""))));
    }

    @Test
    void saysWhatWasAsked() {
        assertEquals(
                "'POST' '' '/values' '/values?REQUEST_METHOD&SCRIPT_NAME&PATH_INFO&REQUEST_URI&CONTENT_TYPE&CONTENT_LENGTH'"
                        + " 'text/plain' '3'",
                body(served.request(POST.formatted(
                        "values", "REQUEST_METHOD&SCRIPT_NAME&PATH_INFO&REQUEST_URI&CONTENT_TYPE&CONTENT_LENGTH"))));
    }

    @Test
    void saysWhereAndByWhom() {
        int port = served.server().port();
        assertEquals(
                "'here' '" + port + "' 'here:8000' '127.0.0.1' 'HTTP/1.1' 'Vivarium/0.1.0' 'http'",
                body(
                        served.request(
                                POST.formatted(
                                        "values",
                                        "SERVER_NAME&SERVER_PORT&HTTP_HOST&REMOTE_ADDR&SERVER_PROTOCOL&SERVER_SOFTWARE&REQUEST_SCHEME"))));
        assertTrue(Integer.parseInt(served.get("/values?REMOTE_PORT").replace("'", "")) > 0);
    }

    @Test
    void saysWhatWsgiWants() {
        assertEquals(
                "(1, 0) 'http' True False False True",
                served.get("/values?wsgi.version&wsgi.url_scheme&wsgi.multithread&wsgi.multiprocess&wsgi.run_once"
                        + "&wsgi.input_terminated"));
    }

    @Test
    void saysWhatModWsgiSays() {
        int port = served.server().port();
        assertEquals(
                "'' '' 'application' '127.0.0.1' '" + port + "'",
                served.get("/values?mod_wsgi.process_group&mod_wsgi.application_group&mod_wsgi.callable_object"
                        + "&mod_wsgi.listener_host&mod_wsgi.listener_port"));
        int thread = Integer.parseInt(served.get("/values?mod_wsgi.thread_id"));
        assertTrue(1 <= thread && thread <= 5, "thread " + thread);
        assertEquals("True", served.get("/times"));
    }

    @Test
    void requestsHaveDifferentNames() {
        String first = served.get("/values?mod_wsgi.request_id");
        assertEquals(false, first.equals(served.get("/values?mod_wsgi.request_id")));
    }

    @Test
    void isADict() {
        assertEquals("True True True", served.get("/real_dict"));
    }

    @Test
    void comesWithAModule() {
        assertEquals("True '' '' 1 5 True True 1", served.get("/module"));
    }

    @Test
    void runsTheSeedsScript() {
        List<String> lines =
                body(served.request(POST.formatted("seed", "a=b"))).lines().toList();
        assertLinesMatch("""
                PID: \\d+
                UID: \\d+
                GID: \\d+

                CONTENT_LENGTH: '3'
                CONTENT_TYPE: 'text/plain'
                HTTP_CONNECTION: 'close'
                HTTP_HOST: 'here:8000'
                PATH_INFO: '/seed'
                QUERY_STRING: 'a=b'
                REMOTE_ADDR: '127.0.0.1'
                REMOTE_PORT: '\\d+'
                REQUEST_METHOD: 'POST'
                REQUEST_SCHEME: 'http'
                REQUEST_URI: '/seed\\?a=b'
                SCRIPT_NAME: ''
                SERVER_NAME: 'here'
                SERVER_PORT: '\\d+'
                SERVER_PROTOCOL: 'HTTP/1.1'
                SERVER_SOFTWARE: 'Vivarium/0.1.0'
                mod_wsgi.application_group: ''
                mod_wsgi.callable_object: 'application'
                mod_wsgi.listener_host: '127.0.0.1'
                mod_wsgi.listener_port: '\\d+'
                mod_wsgi.process_group: ''
                mod_wsgi.request_id: '\\w+-\\d+'
                mod_wsgi.request_start: \\d+\\.\\d+
                mod_wsgi.thread_id: \\d
                mod_wsgi.version: \\(\\d+, \\d+, \\d+\\)
                wsgi.errors: <vivarium_agent.streams.Errors object at 0x[0-9a-f]+>
                wsgi.file_wrapper: <class 'vivarium_agent.streams.FileWrapper'>
                wsgi.input: <vivarium_agent.streams.Input object at 0x[0-9a-f]+>
                wsgi.input_terminated: True
                wsgi.multiprocess: False
                wsgi.multithread: True
                wsgi.run_once: False
                wsgi.url_scheme: 'http'
                wsgi.version: \\(1, 0\\)

                abc""".lines().toList(), lines);
    }

    @Test
    void isInTheJournalAsItWas() {
        String told = body(served.request(POST.formatted("seed", "a=%C3%BC'")));
        var entered =
                (Event.ApplicationEntered) served.journal().await(event -> event instanceof Event.ApplicationEntered);
        List<String> recorded = entered.environ().entries().stream()
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .map(entry -> entry.key() + ": " + entry.repr())
                .map(EnvironTest::withoutAddress)
                .toList();
        List<String> seen = told.lines()
                .skip(4)
                .takeWhile(line -> !line.isEmpty())
                .map(EnvironTest::withoutAddress)
                .toList();
        assertEquals(seen, recorded);
    }

    private static String withoutAddress(String line) {
        return line.replaceAll(" at 0x[0-9a-f]+>", ">");
    }

    private static String body(String response) {
        return response.substring(response.indexOf("\n\n") + 2);
    }
}
