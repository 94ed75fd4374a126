package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.journal.Event;
import vivarium.journal.Header;
import vivarium.testing.Served;
import vivarium.testing.Wire;

/** From header lines to the environ and to the journal. */
class RequestHeaderTest {
    @RegisterExtension
    static final Served served = Served.module("wire.echo");

    /** {@code ;} stands for a line's end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
        # header lines                        | variables
        X-A: 1                                | HTTP_X_A: '1'
        x-a:1                                 | HTTP_X_A: '1'
        X-A:\t a \t b \t                      | HTTP_X_A: 'a \\t b'
        X-A:                                  | HTTP_X_A: ''
        X-A: 1;X-B: 2;x-a: 3                  | HTTP_X_A: '1, 3';HTTP_X_B: '2'
        Cookie: a=1;Cookie: b=2               | HTTP_COOKIE: 'a=1~; b=2'
        X-A: \u00fc\u00c3\u00bc               | HTTP_X_A: '\\xfc\\xc3\\xbc'
        Content-Type: a/b;Content-Length: 0   | CONTENT_LENGTH: '0';CONTENT_TYPE: 'a/b'
        Content-MD5: x                        | HTTP_CONTENT_MD5: 'x'
        Authorization: Basic x                | HTTP_AUTHORIZATION: 'Basic x'
        TE: trailers                          | HTTP_TE: 'trailers'
        X-A!#$%&'*+.^`: 1                     | HTTP_X_A!#$%&'*+.^`: '1'
        X_A: 1                                | -
        X-Forwarded_For: 1                    | -
        Content_Length: 5                     | -
        Proxy: http://evil                    | -
        PROXY: http://evil                    | -
        """)
    void reachesTheApplication(String lines, String variables) {
        String expected = variables == null
                ? ""
                : variables.replace("~;", "\0").replace(";", "\n").replace("\0", ";") + "\n";
        assertEquals("GET '/' ''\n" + expected, body(get(lines.replace(";", "\n"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        # header line                | answer
        X-A : 1                      | 400 Illegal character SPACE=' '
        X A: 1                       | 400 Illegal character SPACE=' '
        X-A                          | 400 Illegal character EOL=0xa
        : 1                          | 400 Line Folding not supported
        X-A: a␊ b                 | 400 Line Folding not supported
        X-A: a␊\tb                | 400 Line Folding not supported
        X-A: a␍b                    | 400 Bad EOL
        X-A: a␀b                    | 400 Illegal character CNTL=0x0
        X-A: a\u0001b                | 400 Illegal character CNTL=0x1
        "X-A": 1                     | 400 Illegal character VCHAR='"'
        X-\u00fc: 1                  | 400 Illegal character OTEXT=0xfc
        Host: two                    | 400 Duplicate Host Header
        Host: here                   | 400 Duplicate Host Header
        Expect: a biscuit            | 417 Expectation Failed
        Expect: 100-continue, more   | 417 Expectation Failed
        """)
    void isRefused(String line, String answer) {
        assertEquals(answer + "\n", body(get(Wire.controls(line))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        # host                 | SERVER_NAME and HTTP_HOST, or the answer
        Host: here:8000        | 'here' 'here:8000'
        Host: HERE             | 'HERE' 'HERE'
        Host: here:80          | 'here' 'here:80'
        Host: [::1]:80         | '[::1]' '[::1]:80'
        X-A: no host           | 400 No Host
        Host:                  | 400 Blank Host
        Host: a b              | 400 Bad HostPort
        Host: a/b              | 400 Bad HostPort
        Host: a@b              | 400 Bad HostPort
        Host: a:99999          | 400 Bad HostPort
        Host: a,b              | 400 Duplicate Host Header
        """)
    void host(String line, String told) {
        assertEquals(told + "\n", body(served.request("GET /host HTTP/1.1\n" + line + "\n\n")));
    }

    @Test
    void anOlderClientNeedsNoHost() {
        assertEquals("'127.0.0.1' None\n", body(served.request("GET /host HTTP/1.0\n\n")));
    }

    @Test
    void bareLineFeedsEndLines() {
        assertEquals("GET '/' ''\nHTTP_X_A: '1'\n", body(served.send("GET / HTTP/1.1\nHost: here\nX-A: 1\n\n")));
    }

    @Test
    void bareCarriageReturnsDoNot() {
        assertEquals("400 Bad EOL\n", body(served.send("GET / HTTP/1.1\rHost: here\r\r")));
    }

    @Test
    void tooMany() {
        assertEquals(
                "431 Request Header Fields Too Large\n",
                body(get("X-A: b\n".repeat(3000).stripTrailing())));
    }

    @Test
    void keepTheirCaseAndOrderInTheJournal() {
        get("x-LOWER: 1\nACCEPT: */*\nUser-Agent: me\nX-A: 2\nX-a: 3");
        var started = (Event.RequestStarted) served.journal().await(event -> event instanceof Event.RequestStarted);
        assertEquals(
                List.of(
                        new Header("Host", "here"),
                        new Header("x-LOWER", "1"),
                        new Header("ACCEPT", "*/*"),
                        new Header("User-Agent", "me"),
                        new Header("X-A", "2"),
                        new Header("X-a", "3")),
                started.request().headers());
    }

    @Test
    void refusedNamesAreLogged() {
        get("X_A: 1");
        assertEquals("""
                GET /
                INFO server: request header X_A was kept from the application: its variable could pose as another
                entered
                input read() ''
                response 200 OK
                chunk 'GET '/' ''\\n'
                ended COMPLETE
                """, served.journal().lastStory());
    }

    private static String get(String lines) {
        return served.request("GET / HTTP/1.1\nHost: here\n" + lines + "\n\n");
    }

    private static String body(String response) {
        return response.substring(response.indexOf("\n\n") + 2);
    }
}
