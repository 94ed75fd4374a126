package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.journal.Event;
import vivarium.testing.Served;

/** The rules of {@code start_response}: who breaks one is told which, and with what. */
class StartResponseTest {
    private static final String RULE = "vivarium_agent.rules.RuleBroken";

    @RegisterExtension
    static final Served served = Served.module("wire.rules");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        status_bytes      | the status must be a str such as "200 OK", not b'200 OK' of type bytes (PEP 3333)
        status_number     | the status must be a str such as "200 OK", not 200 of type int (PEP 3333)
        status_short      | the status must be three digits, a space and a reason, not '20 OK' of type str (PEP 3333)
        status_word       | the status must be three digits, a space and a reason, not 'OK' of type str (PEP 3333)
        status_line       | the status must be three digits, a space and a reason, not '200 OK\\r\\nX: y' of type str (PEP 3333)
        status_wide       | the status must be three digits, a space and a reason, not '200 €' of type str (PEP 3333)
        headers_tuple     | the headers must be a list of (name, value) tuples, not () of type tuple (PEP 3333)
        headers_dict      | the headers must be a list of (name, value) tuples, not {'X-A': 'b'} of type dict (PEP 3333)
        headers_none      | the headers must be a list of (name, value) tuples, not None of type NoneType (PEP 3333)
        header_list       | a header must be a (name, value) tuple, not ['X-A', 'b'] of type list (PEP 3333)
        header_three      | a header must be a (name, value) tuple, not ('X-A', 'b', 'c') of type tuple (PEP 3333)
        header_bytes      | header name and value must be str, not (b'X-A', 'b') of type tuple (PEP 3333)
        value_bytes       | header name and value must be str, not ('X-A', b'b') of type tuple (PEP 3333)
        value_number      | header name and value must be str, not ('Content-Length', 3) of type tuple (PEP 3333)
        name_space        | 'X A' of type str is not a valid header name (RFC 9110, section 5.1)
        name_colon        | 'X-A:' of type str is not a valid header name (RFC 9110, section 5.1)
        name_empty        | '' of type str is not a valid header name (RFC 9110, section 5.1)
        name_wide         | 'X-ü' of type str is not a valid header name (RFC 9110, section 5.1)
        value_line        | the value of header X-A holds a control character: 'b\\r\\nX-B: c' of type str (PEP 3333; RFC 9110, section 5.5)
        value_feed        | the value of header X-A holds a control character: 'b\\n' of type str (PEP 3333; RFC 9110, section 5.5)
        value_nul         | the value of header X-A holds a control character: 'b\\x00' of type str (PEP 3333; RFC 9110, section 5.5)
        value_wide        | the value of header X-A must hold Latin-1 characters only, not '€' of type str (PEP 3333)
        length_word       | Content-Length must be a number, not 'three' of type str (RFC 9110, section 8.6)
        length_minus      | Content-Length must be a number, not '-3' of type str (RFC 9110, section 8.6)
        length_twice      | Content-Length was given twice, the second time as '1' of type str (RFC 9110, section 8.6)
        status_header     | a header named Status is not allowed: the status is an argument of its own (PEP 3333)
        hop_connection    | Connection is a hop-by-hop header, which only the server may send (PEP 3333; RFC 2616, 13.5.1)
        hop_keep_alive    | keep-alive is a hop-by-hop header, which only the server may send (PEP 3333; RFC 2616, 13.5.1)
        hop_te            | TE is a hop-by-hop header, which only the server may send (PEP 3333; RFC 2616, 13.5.1)
        hop_trailer       | Trailer is a hop-by-hop header, which only the server may send (PEP 3333; RFC 2616, 13.5.1)
        hop_transfer      | Transfer-Encoding is a hop-by-hop header, which only the server may send (PEP 3333; RFC 2616, 13.5.1)
        hop_upgrade       | Upgrade is a hop-by-hop header, which only the server may send (PEP 3333; RFC 2616, 13.5.1)
        hop_authenticate  | Proxy-Authenticate is a hop-by-hop header, which only the server may send (PEP 3333; RFC 2616, 13.5.1)
        hop_authorization | Proxy-Authorization is a hop-by-hop header, which only the server may send (PEP 3333; RFC 2616, 13.5.1)
        chunk_str         | the response must consist of bytes, not 'text' of type str (PEP 3333)
        chunk_number      | the response must consist of bytes, not 1 of type int (PEP 3333)
        chunk_none        | the response must consist of bytes, not None of type NoneType (PEP 3333)
        chunk_bytearray   | the response must consist of bytes, not bytearray(b'x') of type bytearray (PEP 3333)
        chunks_str        | the response must consist of bytes, not 't' of type str (PEP 3333)
        chunks_bytes      | the response must consist of bytes, not 116 of type int (PEP 3333)
        chunks_none       | the application must return an iterable of bytes, not None of type NoneType (PEP 3333)
        chunks_number     | the application must return an iterable of bytes, not 3 of type int (PEP 3333)
        write_text        | the response must consist of bytes, not 'text' of type str (PEP 3333)
        exc_info_number   | exc_info must be what sys.exc_info() returned, not 3 of type int (PEP 3333)
        twice             | start_response was called a second time without exc_info (PEP 3333)
        never             | start_response must be called before the first byte of the response (PEP 3333)
        never_empty       | the application never called start_response (PEP 3333)
        """)
    void names(String path, String rule) {
        String answer = served.request("GET /" + path + " HTTP/1.1\nHost: here\nConnection: close\n\n");
        assertTrue(answer.startsWith("HTTP/1.1 500 Internal Server Error\n"), answer);
        assertTrue(utf8(answer).contains("\n" + RULE + ": " + rule + "\n"), answer);
        var raised = (Event.ExceptionRaised) served.journal().await(event -> event instanceof Event.ExceptionRaised);
        assertEquals(rule, raised.failure().message());
    }

    @Test
    void theTracebackLeadsToWhoBrokeTheRule() {
        served.get("/hop_te");
        var raised = (Event.ExceptionRaised) served.journal().await(event -> event instanceof Event.ExceptionRaised);
        var last = raised.failure().frames().getLast();
        assertTrue(last.file().endsWith("/wire/rules.py"), last.file());
        assertEquals("start_response(*arguments)", last.source());
    }

    @Test
    void longValuesAreShortened() {
        String answer = served.get("/value_long");
        assertTrue(utf8(answer).contains("bbb… of type str"), answer);
    }

    @Test
    void theWrongNumberOfArgumentsIsATypeError() {
        assertTrue(served.get("/no_arguments").contains("TypeError"));
    }

    @Test
    void whatIsAllowed() {
        assertEquals("x", served.get("/subclasses"));
        assertEquals("x", served.get("/exc_info_triple"));
    }

    @Test
    void aRuleBrokenAfterTheFirstChunkBreaksTheConnectionOff() {
        String answers = served.request("GET /chunk_later HTTP/1.1\nHost: here\n\nGET /kept HTTP/1.1\nHost: here\n\n");
        assertTrue(answers.endsWith("\n\n3\nabc\n"), answers);
        assertEquals("""
                GET /chunk_later
                entered
                response 200 OK
                finding late-start-response: It was called only when the response was iterated over
                chunk 'abc'
                exception vivarium_agent.rules.RuleBroken: the response must consist of bytes, not 'text' of type str (PEP 3333)
                ERROR server: Exception while serving GET /chunk_later
                finding protocol-broken: the response must consist of bytes, not 'text' of type str (PEP 3333)
                ended BROKEN_OFF
                """, served.journal().lastStory());
    }

    @ParameterizedTest
    @CsvSource({"replaced, X-A: second;", "replaced_after_empty, ''"})
    void excInfoReplacesAHeadThatWasNotSent(String path, String header) {
        String answer = served.request("GET /" + path + " HTTP/1.1\nHost: here\n\n");
        assertTrue(
                answer.startsWith("HTTP/1.1 500 Oops\nDate: now\nServer: Vivarium/0.1.0\n" + header.replace(';', '\n')),
                answer);
        assertTrue(answer.contains("sorry") && !answer.contains("99"), answer);
    }

    @Test
    void excInfoIsRaisedAgainWhereTheHeadWasSent() {
        String answer = served.request("GET /too_late HTTP/1.1\nHost: here\n\n");
        assertTrue(answer.endsWith("\n\n3\nabc\n"), answer);
        assertEquals("""
                GET /too_late
                entered
                response 200 OK
                finding late-start-response: It was called only when the response was iterated over
                chunk 'abc'
                exception ValueError: of the application
                ERROR server: Exception while serving GET /too_late
                ended BROKEN_OFF
                """, served.journal().lastStory());
    }

    @Test
    void startResponseAndWriteEndWithTheirRequest() {
        served.get("/kept");
        served.journal().lastStory(); // the client has its answer before the request is over
        String expired = "The request has expired and its response can no longer be changed.";
        assertEquals(expired + "\n" + expired, served.get("/use_kept"));
    }

    private static String utf8(String answer) {
        return new String(
                answer.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1), java.nio.charset.StandardCharsets.UTF_8);
    }
}
