package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.testing.Served;

/** Whatever an application does, its client hears of it, the log says why, and the next request is served. */
class ApplicationMisbehaviourTest {
    @RegisterExtension
    static final Served served = Served.module("wire.misbehaviour");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        before         | ValueError: before start_response
        between        | ValueError: before the first chunk
        in_generator   | ValueError: before the first chunk
        exit_process   | SystemExit: 3
        interrupt      | KeyboardInterrupt
        generator_exit | GeneratorExit
        cause          | RuntimeError: outer
        both_raise     | KeyError: 'in close'
        unprintable    | wire.misbehaviour.Unprintable: <exception str() failed>
        not_callable   | TypeError: 'NoneType' object is not callable
        nowhere        | KeyError: 'nowhere'
        """)
    void anExceptionIsA500(String path, String last) {
        String answers = served.request("GET /" + path + " HTTP/1.1\nHost: here\n\nGET /logs HTTP/1.1\nHost: here\n\n");
        assertTrue(answers.startsWith("HTTP/1.1 500 Internal Server Error\n"), answers);
        assertTrue(answers.contains("\n" + last + "\n\n"), answers);
        assertTrue(answers.endsWith("\n\nlogged"), answers);
        String story = served.journal().story(served.journal().firstExchange());
        assertTrue(story.contains("\nexception " + last.replaceAll(":.*", "")), story);
        assertTrue(story.contains("\nERROR server: Exception while serving GET /" + path + "\n"), story);
        assertTrue(story.endsWith("\nended COMPLETE\n"), story);
    }

    @ParameterizedTest
    @CsvSource({"later, ValueError: after the first chunk", "exit_in_generator, SystemExit: 3"})
    void anExceptionAfterTheFirstChunkBreaksTheConnectionOff(String path, String exception) {
        String answers = served.request("GET /" + path + " HTTP/1.1\nHost: here\n\nGET /logs HTTP/1.1\nHost: here\n\n");
        assertTrue(answers.endsWith("\n\n3\nabc\n"), answers);
        String story = served.journal().lastStory();
        assertEquals(
                "GET /" + path
                        + "\nentered\nresponse 200 OK\nfinding late-start-response: It was called only when the response"
                        + " was iterated over\nchunk 'abc'\nexception " + exception
                        + "\nERROR server: Exception while serving GET /" + path + "\nended BROKEN_OFF\n",
                story);
    }

    @Test
    void anIterableThatRaisesIsClosedFirst() {
        served.get("/closed_after_error");
        assertEquals("""
                GET /closed_after_error
                entered
                response 200 OK
                chunk 'abc'
                ERROR stderr: closed
                exception ValueError: in iteration
                ERROR server: Exception while serving GET /closed_after_error
                ended BROKEN_OFF
                """, served.journal().lastStory());
    }

    @Test
    void anExceptionInCloseComesTooLateForTheClient() {
        String answers = served.request("GET /close_raises HTTP/1.1\nHost: here\n\n");
        assertTrue(answers.endsWith("\n\n3\nabc\n0\n\n"), answers);
        assertEquals("""
                GET /close_raises
                entered
                response 200 OK
                chunk 'abc'
                ERROR stderr: closed
                exception ValueError: in close
                ERROR server: Exception while serving GET /close_raises
                ended COMPLETE
                """, served.journal().lastStory());
    }

    @Test
    void theEndOfTheProcessIsTheEndOfTheRequest() {
        assertTrue(served.get("/exit_now").contains("os._exit(3)"));
        assertTrue(
                served.journal().text().contains("ERROR server: os._exit(3) "),
                served.journal().text());
        assertEquals("logged", served.get("/logs"));
    }

    @Test
    void endlessRecursionIsARecursionError() {
        assertTrue(served.get("/recursion").contains("\nRecursionError: "));
        assertEquals("logged", served.get("/logs"));
    }

    @ParameterizedTest
    @CsvSource({"database, 3", "thread_local, True 1", "own_thread, False", "own_loop, from a coroutine"})
    void theStandardLibraryWorks(String path, String answer) {
        assertEquals(answer, served.get("/" + path));
    }

    @Test
    void recordsAreLoggedWithTheirLevelAndRequest() {
        served.get("/logs");
        String story = served.journal().lastStory();
        // An application that ran before may have given the root logger a handler with a format of its own.
        assertTrue(story.matches("(?s).*\nWARNING logging: [^\n]*a warning\n.*"), story);
    }

    @Test
    void whatIsWrittenToErrorsIsLoggedLineByLine() {
        assertEquals("False False", served.get("/errors"));
        assertEquals("""
                GET /errors
                entered
                ERROR wsgi.errors: one line
                ERROR wsgi.errors: two
                ERROR wsgi.errors: begun and ended
                ERROR wsgi.errors: flushed
                response 200 OK
                ERROR wsgi.errors: never ended
                chunk 'False False'
                ended COMPLETE
                """, served.journal().lastStory());
    }

    @Test
    void streamsEndWithTheirRequest() {
        served.get("/keep");
        served.journal().lastStory(); // the client has its answer before the request is over
        String log = "The request has expired and the log object is no longer valid.\n";
        String input = "The request has expired and the input object is no longer valid.";
        assertEquals(log + log + log + input + "\n" + input + "\n" + input, served.get("/use"));
    }

    @Test
    void filesAreStreamedAndClosed() {
        String answers = served.request("GET /file HTTP/1.1\nHost: here\n\nGET /file_closed HTTP/1.1\nHost: here\n\n");
        assertTrue(answers.contains("0123456789".repeat(100_000)));
        assertTrue(answers.endsWith("\n\nTrue"));
        long pieces = served.journal()
                .story(served.journal().firstExchange())
                .lines()
                .filter(line -> line.equals("chunk 4096 bytes"))
                .count();
        assertEquals(244, pieces);
        assertTrue(served.get("/file_default").contains("abc"));
    }
}
