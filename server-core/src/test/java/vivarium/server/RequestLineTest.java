package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.testing.Served;
import vivarium.testing.Wire;

/** From the first line of a request to the environ. */
class RequestLineTest {
    @RegisterExtension
    static final Served served = Served.module("wire.echo");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        # request line                        | method, PATH_INFO, QUERY_STRING, and what else there is to tell
        GET / HTTP/1.1                        | GET '/' ''
        GET /a?b=c HTTP/1.1                   | GET '/a' 'b=c'
        GET /a?b?c=%2F&/../ HTTP/1.1          | GET '/a' 'b?c=%2F&/../'
        GET /? HTTP/1.1                       | GET '/' '';REQUEST_URI: '/?'
        GET /a%2Fb%20c HTTP/1.1               | GET '/a/b c' '';REQUEST_URI: '/a%2Fb%20c'
        GET //a///b HTTP/1.1                  | GET '//a///b' ''
        GET /a/../b/./c HTTP/1.1              | GET '/a/../b/./c' ''
        GET /a:b,c=d@e HTTP/1.1               | GET '/a:b,c=d@e' ''
        GET /%C3%BC?%C3%BC HTTP/1.1           | GET '/\\xc3\\xbc' '%C3%BC';REQUEST_URI: '/%C3%BC?%C3%BC'
        GET /%FC HTTP/1.1                     | GET '/\\xfc' '';REQUEST_URI: '/%FC'
        GET /\u00c3\u00bc?\u00c3\u00bc HTTP/1.1 | GET '/\\xc3\\xbc' '\\xc3\\xbc'
        GET http://here HTTP/1.1              | GET '/' ''
        GET http://here/x?y HTTP/1.1          | GET '/x' 'y'
        GET http://other:81/x HTTP/1.1        | GET '/x' '';HTTP_HOST: 'other:81'
        OPTIONS * HTTP/1.1                    | OPTIONS '' '';REQUEST_URI: '*'
        get / HTTP/1.1                        | get '/' ''
        BREW-IT!#$ /pot HTTP/1.1              | BREW-IT!#$ '/pot' ''
        GET / HTTP/1.0                        | GET '/' '';SERVER_PROTOCOL: 'HTTP/1.0'
        """)
    void reachesTheApplication(String line, String told) {
        assertEquals(told.replace(";", "\n") + "\n", body(served.request(line + "\nHost: here\n\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        # request line               | answer
        GET /%00 HTTP/1.1            | 400 Bad Request
        GET /%zz HTTP/1.1            | 400 Bad Request
        GET /a%2 HTTP/1.1            | 400 Bad Request
        GET /% HTTP/1.1              | 400 Bad Request
        GET /a%u0041 HTTP/1.1        | 400 the path holds NUL or an incomplete escape
        GET /%2e%2e/x HTTP/1.1       | 400 Bad Request
        GET /../x HTTP/1.1           | 400 Bad Request
        GET /\u00ff HTTP/1.1         | 400 the request target holds bytes that are neither ASCII nor UTF-8
        GET /?\u00fc HTTP/1.1        | 400 the request target holds bytes that are neither ASCII nor UTF-8
        GET /a#b HTTP/1.1            | 400 a request target has no fragment
        GET * HTTP/1.1               | 400 Bad URI path
        GET a HTTP/1.1               | 400 Bad Request
        GET /a b HTTP/1.1            | 400 Illegal character SPACE=' '
        G@T / HTTP/1.1               | 400 Illegal character VCHAR='@'
        GET                          | 400 No URI
        GET /                        | 505 HTTP/0.9 not supported
        GET / HTTP/0.9               | 505 Unsupported Version
        GET / HTTP/1.2               | 505 Unknown Version
        GET / HTTP/1.10              | 505 Unknown Version
        GET / HTTP/2.0               | 426 Upgrade Required
        PRI * HTTP/2.0               | 426 Upgrade Required
        GET / FTP/1.1                | 505 Unknown Version
        CONNECT here:80 HTTP/1.1     | 501 CONNECT is not for an origin server
        HTTP/1.1 200 OK              | 400 Illegal character VCHAR='/'
        """)
    void isRefused(String line, String answer) {
        String refused = served.request(line + "\nHost: here\n\n");
        assertEquals(answer + "\n", body(refused));
        assertEquals("HTTP/1.1 " + answer.substring(0, 3), refused.substring(0, 12));
        assertEquals(
                "INFO server: a request from 127.0.0.1 was refused: " + answer + "\n",
                served.journal().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1",
                "GET /a#b HTTP/1.1",
                "GET / HTTP/1.2",
                "G@T / HTTP/1.1",
                "CONNECT a:1 HTTP/1.1"
            })
    void aRefusalEndsTheConnection(String line) {
        try (Wire wire = served.connect()) {
            String refused =
                    Wire.shown(wire.send(line + "\r\nHost: here\r\n\r\n").rest());
            assertTrue(refused.contains("\nConnection: close\n"), refused);
        }
    }

    @Test
    void emptyLinesBeforeItAreSkipped() {
        assertEquals("GET '/' ''\n", body(served.request("\n\nGET / HTTP/1.1\nHost: here\n\n")));
    }

    @Test
    void tooLong() {
        assertEquals(
                "414 URI Too Long\n", body(served.request("GET /" + "a".repeat(20_000) + " HTTP/1.1\nHost: here\n\n")));
    }

    @Test
    void tlsToAPlainPortIsRefused() {
        assertEquals(
                "400 Illegal character CNTL=0x16\n", body(served.send("\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n")));
    }

    private static String body(String response) {
        return response.substring(response.indexOf("\n\n") + 2);
    }
}
