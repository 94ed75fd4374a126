package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.testing.Served;
import vivarium.testing.Wire;

/** What {@code start_response} and an iterable become on the wire. {@code ;} stands for a line's end in tables. */
class ResponseTest {
    @RegisterExtension
    static final Served served = Served.module("wire.responses");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
        # path               | status line                  | header lines and body
        empty_list           | 200 OK                       | Content-Length: 0;;
        empty_string         | 200 OK                       | Content-Length: 0;;
        empty_strings        | 200 OK                       | Content-Length: 0;;
        generator_empty      | 200 OK                       | Content-Length: 0;;
        zero                 | 200 OK                       | Content-Length: 0;;
        one                  | 200 OK                       | Content-Length: 3;;abc
        one_tuple            | 200 OK                       | Content-Length: 3;;abc
        one_given            | 200 OK                       | Content-Length: 3;;abc
        subclass             | 200 OK                       | Content-Length: 3;;abc
        two                  | 200 OK                       | Transfer-Encoding: chunked;;3;abc;3;def;0;;
        subclasses           | 200 OK                       | Transfer-Encoding: chunked;;3;abc;3;def;0;;
        two_given            | 200 OK                       | Content-Length: 6;;abcdef
        gaps                 | 200 OK                       | Transfer-Encoding: chunked;;3;abc;3;def;0;;
        generator            | 200 OK                       | Transfer-Encoding: chunked;;3;abc;3;def;0;;
        iterator_object      | 200 OK                       | Transfer-Encoding: chunked;;3;abc;3;def;0;;
        old_style            | 200 OK                       | Transfer-Encoding: chunked;;3;abc;3;def;0;;
        closing              | 200 OK                       | Transfer-Encoding: chunked;;3;abc;3;def;0;;
        late                 | 200 Late                     | Transfer-Encoding: chunked;;3;abc;0;;
        written              | 200 OK                       | Transfer-Encoding: chunked;;3;abc;3;def;0;;
        written_and_returned | 200 OK                       | Transfer-Encoding: chunked;;3;abc;3;def;0;;
        written_given        | 200 OK                       | Content-Length: 6;;abcdef
        no_content           | 204 No Content               | ;
        no_content_body      | 204 No Content               | ;
        not_modified         | 304 Not Modified             | ETag: "x";Content-Length: 3;;
        reason               | 200 All is Fine              | Content-Length: 1;;x
        no_reason            | 404                          | Content-Length: 1;;x
        empty_reason         | 404                          | Content-Length: 1;;x
        latin_reason         | 200 Gr\u00fc\u00dfe          | Content-Length: 1;;x
        unknown              | 799 Odd                      | Content-Length: 1;;x
        latin                | 200 OK                       | X-A: Gr\u00fc\u00dfe;X-Empty:;x-CASE: a  b;Content-Length: 1;;x
        cookies              | 200 OK                       | Set-Cookie: a=1;Set-Cookie: b=2;Set-Cookie: c=3;Content-Length: 1;;x
        """)
    void isSent(String path, String status, String rest) {
        String answer =
                served.request("GET /" + path + " HTTP/1.1\nHost: here\n\n").replaceAll("(?m) +$", "");
        assertEquals("HTTP/1.1 " + status + "\nDate: now\nServer: Vivarium/0.1.0\n" + rest.replace(";", "\n"), answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        one                  | Content-Length: 3;;
        two                  | Transfer-Encoding: chunked;;
        two_given            | Content-Length: 6;;
        empty_list           | Transfer-Encoding: chunked;;
        not_modified         | ETag: "x";Content-Length: 3;;
        written              | Transfer-Encoding: chunked;;
        too_long             | Content-Length: 4;;
        too_short            | Content-Length: 9;;
        """)
    void headHasTheHeadOnly(String path, String rest) {
        String answers = served.request("HEAD /" + path + " HTTP/1.1\nHost: here\n\nGET /one HTTP/1.1\nHost: here\n\n");
        String head = answers.substring(answers.indexOf("Server:") + 23, answers.indexOf("HTTP/1.1", 9));
        assertEquals(rest.replace(";", "\n"), head);
        assertTrue(answers.endsWith("\n\nabc"), answers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        one                  | Content-Length: 3;;abc
        two                  | ;abcdef
        generator            | ;abcdef
        two_given            | Content-Length: 6;;abcdef
        """)
    void anOldClientGetsNoChunks(String path, String rest) {
        assertEquals(
                "HTTP/1.1 200 OK\nDate: now\nServer: Vivarium/0.1.0\n" + rest.replace(";", "\n"),
                served.request("GET /" + path + " HTTP/1.0\n\n").replace("Connection: close\n", ""));
    }

    @Test
    void aConnectionThatEndsWithItsResponseHasChunksToo() {
        assertEquals("3\nabc\n3\ndef\n0\n\n", served.get("/two"));
    }

    @Test
    void theApplicationsOwnServerAndDateCount() {
        assertEquals("""
                HTTP/1.1 200 OK
                Date: now
                Server: mine
                Content-Type: a/b
                Content-Length: 1

                x""", served.request("GET /own HTTP/1.1\nHost: here\n\n"));
    }

    @Test
    void tooLongIsCutAndLogged() {
        String answers = served.request("GET /too_long HTTP/1.1\nHost: here\n\nGET /one HTTP/1.1\nHost: here\n\n");
        assertTrue(answers.contains("Content-Length: 4\n\nabcdHTTP/1.1 200 OK\n"), answers);
        assertEquals("""
                GET /too_long
                entered
                response 200 OK
                chunk 'abc'
                ERROR server: the response is longer than its Content-Length of 4 bytes; the rest was cut off
                chunk 'd'
                finding no-content-type: 9 bytes of unknown kind
                finding wrong-content-length: It says 4; given: 9 bytes
                ended COMPLETE
                """, served.journal().story(served.journal().firstExchange()));
    }

    @Test
    void oneTooLongChunkIsCut() {
        assertEquals("ab", served.get("/too_long_one"));
    }

    @ParameterizedTest
    @CsvSource({"too_short, abcdef, 3", "too_short_empty, '', 9"})
    void tooShortEndsTheConnectionAndIsLogged(String path, String sent, int missing) {
        String answers = served.request("GET /" + path + " HTTP/1.1\nHost: here\n\nGET /one HTTP/1.1\nHost: here\n\n");
        assertTrue(answers.endsWith("Content-Length: 9\n\n" + sent), answers);
        String story = served.journal().lastStory();
        assertTrue(
                story.contains(
                        "ERROR server: the response is " + missing
                                + " bytes shorter than its Content-Length; the connection is closed so that the client notices\n"),
                story);
        assertTrue(
                story.endsWith("finding wrong-content-length: It says 9; given: " + sent.length()
                        + " bytes\nended BROKEN_OFF\n"),
                story);
    }

    @Test
    void aBodyWhereThereIsNoneIsDroppedAndLogged() {
        served.get("/no_content_body");
        assertEquals("""
                GET /no_content_body
                entered
                response 204 No Content
                ERROR server: a response with status 204 has no body; the application's was dropped
                finding body-not-allowed: Dropped: 3 bytes with status 204
                ended COMPLETE
                """, served.journal().lastStory());
    }

    @Test
    void anInterimStatusIsFollowedByAFinalOne() {
        String answers = served.request("GET /informational HTTP/1.1\nHost: here\n\nGET /one HTTP/1.1\nHost: here\n\n");
        assertEquals("""
                HTTP/1.1 103 Early Hints
                Date: now
                Server: Vivarium/0.1.0
                Link: </a>

                HTTP/1.1 500 Server Error
                Date: now
                Server: Vivarium/0.1.0
                Content-Type: text/plain; charset=utf-8
                Content-Length: 37
                Connection: close

                500 a status of 1xx is no answer yet
                """, answers);
        assertTrue(served.journal().lastStory().endsWith("ended BROKEN_OFF\n"));
    }

    @Test
    void nothingFollowsASwitchOfProtocols() {
        String answers = served.request("GET /switching HTTP/1.1\nHost: here\n\nGET /one HTTP/1.1\nHost: here\n\n");
        assertEquals("HTTP/1.1 101 Switching Protocols\nDate: now\nServer: Vivarium/0.1.0\n\n", answers);
    }

    @Test
    void eachChunkArrivesBeforeTheNextIsAskedFor() {
        try (Wire wire = served.connect()) {
            wire.send("GET /stepwise HTTP/1.1\r\nHost: here\r\n\r\n");
            served.journal().await(event -> event instanceof vivarium.journal.Event.ResponseStarted);
            assertTrue(wire.silent(), "no headers before the first chunk that is not empty");
            served.get("/step");
            wire.head();
            assertEquals("step 1", wire.chunk());
            assertTrue(wire.silent());
            served.get("/step");
            assertEquals("step 2", wire.chunk());
            served.get("/step");
            assertEquals("", wire.chunk());
        }
    }

    @ParameterizedTest
    @CsvSource({"closing, closing", "closing_empty, closing_empty", "closing_list, list", "one, ''"})
    void closeIsCalledOnce(String path, String closed) {
        served.get("/closed_names");
        String answers =
                served.request("GET /" + path + " HTTP/1.1\nHost: here\n\nGET /closed_names HTTP/1.1\nHost: here\n\n");
        assertEquals(closed, answers.substring(answers.lastIndexOf("\n\n") + 2));
    }

    @Test
    void theJournalHasTheChunksAsTheyWere() {
        served.get("/gaps");
        assertEquals("""
                GET /gaps
                entered
                response 200 OK
                chunk 'abc'
                chunk 'def'
                finding no-content-type: 6 bytes of unknown kind
                ended COMPLETE
                """, served.journal().lastStory());
    }
}
