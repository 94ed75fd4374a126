package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.testing.Served;
import vivarium.testing.Wire;

/**
 * Requests whose end could be argued about. Each is followed by a second one; where the server and whoever sent it on may
 * disagree on where that begins, nothing of it may be served.
 */
class SmugglingTest {
    private static final String NEXT = "GET /smuggled HTTP/1.1\r\nHost: here\r\n\r\n";
    private static final String THREE = "3\r\nabc\r\n0\r\n\r\n";

    @RegisterExtension
    static final Served served = Served.module("wire.echo");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        # header lines                                          | answer
        Content-Length: +3                                      | 400 Invalid Content-Length Value
        Content-Length: -3                                      | 400 Invalid Content-Length Value
        Content-Length: 0x3                                     | 400 Invalid Content-Length Value
        Content-Length: 3,3                                     | 400 Invalid Content-Length Value
        Content-Length: 3 3                                     | 400 Invalid Content-Length Value
        Content-Length: 3.0                                     | 400 Invalid Content-Length Value
        Content-Length: three                                   | 400 Invalid Content-Length Value
        Content-Length:                                         | 400 Invalid Content-Length Value
        Content-Length: 99999999999999999999                    | 400 Bad Request
        Content-Length: 9223372036854775807                     | 413 the body is larger than the 1073741824 bytes that are accepted
        Content-Length: 3¶Content-Length: 3                  | 400 Multiple Content-Lengths
        Content-Length: 3¶Content-Length: 4                  | 400 Multiple Content-Lengths
        Content-Length : 3                                      | 400 Illegal character SPACE=' '
        Content-Length: 3¶Transfer-Encoding: chunked         | 400 Transfer-Encoding and Content-Length
        Transfer-Encoding: chunked¶Content-Length: 3         | 400 Transfer-Encoding and Content-Length
        Content-Length: 0¶Transfer-Encoding: identity        | 400 Transfer-Encoding and Content-Length
        Transfer-Encoding: chunked¶Transfer-Encoding: chunked | 400 Bad Transfer-Encoding, chunked not last
        Transfer-Encoding: chunked, chunked                     | 400 Bad Transfer-Encoding, multiple chunked tokens
        Transfer-Encoding: chunked, identity                    | 400 Bad Transfer-Encoding, chunked not last
        Transfer-Encoding: xchunked                             | 400 Bad Transfer-Encoding, chunked not last
        Transfer-Encoding: chunk                                | 400 Bad Transfer-Encoding, chunked not last
        Transfer-Encoding: "chunked"                            | 400 Bad Transfer-Encoding, chunked not last
        Transfer-Encoding: chunked;a=b                          | 400 Bad Transfer-Encoding, chunked not last
        Transfer-Encoding: identity                             | 400 Bad Transfer-Encoding, chunked not last
        Transfer-Encoding:                                      | 400 Bad Transfer-Encoding, chunked not last
        Transfer-Encoding : chunked                             | 400 Illegal character SPACE=' '
        Transfer-Encoding: ␋chunked                        | 400 Illegal character CNTL=0xb
        Transfer-Encoding:¶ chunked                          | 400 Line Folding not supported
        X-A: b␍Transfer-Encoding: chunked                      | 400 Bad EOL
        Transfer-Encoding: gzip, chunked                        | 501 the transfer coding gzip, chunked is not understood, only chunked is
        Transfer-Encoding: identity, chunked                    | 501 the transfer coding identity, chunked is not understood, only chunked is
        Transfer-Encoding: chunked,                             | 501 the transfer coding chunked, is not understood, only chunked is
        """)
    void framingIsRefused(String lines, String answer) {
        String answers =
                served.send("POST / HTTP/1.1\r\nHost: here\r\n" + Wire.controls(lines) + "\r\n\r\n" + THREE + NEXT);
        assertEquals(answer + "\n", body(answers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x¶abc¶0¶¶", "0x3¶abc¶0¶¶", "+3¶abc¶0¶¶", "-3¶abc¶0¶¶", "3 ¶abc¶0¶¶", " 3¶abc¶0¶¶", "¶abc¶0¶¶",
                "3␊abc␊0␊␊", "3¶abc␊0¶¶", "3␍X␊abc¶0¶¶", "3;a␊abc¶0¶¶", "3;a=\"¶\"¶abc¶0¶¶", "2¶abc¶0¶¶", "4¶abc¶0¶¶",
                "fffffffffffffffff¶abc¶0¶¶", "80000000¶abc¶0¶¶", "3¶abc¶0¶X-T : 1¶¶", "3¶abc¶0¶", "3¶abc¶", "3¶ab"
            })
    void chunksAreRefused(String chunks) {
        assertEquals(
                """
                HTTP/1.1 400 Bad Request
                Date: now
                Server: Vivarium/0.1.0
                Content-Type: text/plain; charset=utf-8
                Content-Length: 69
                Connection: close

                client connection closed, or a malformed chunk in the request's body
                """,
                served.send("POST / HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Wire.controls(chunks) + NEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3¶abc¶0¶¶",
                "03¶abc¶0¶¶",
                "3¶abc¶000¶¶",
                "1¶a¶2¶bc¶0¶¶",
                "3;a=b;c¶abc¶0;d¶¶",
                "3¶abc¶0¶X-T: 1¶¶",
                "3¶abc¶0¶Content-Length: 5¶Transfer-Encoding: x¶¶"
            })
    void wholeChunksAreRead(String chunks) {
        String answers = served.send(
                "POST / HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n" + Wire.controls(chunks) + NEXT);
        assertEquals(
                "POST '/' ''\nHTTP_TRANSFER_ENCODING: 'chunked'\nbody: b'abc'\n",
                answers.substring(answers.indexOf("\n\n") + 2, answers.indexOf("HTTP/1.1", 10)));
        assertEquals("GET '/smuggled' ''\n", body(answers.substring(answers.indexOf("HTTP/1.1", 10))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        # header lines                         | how the body is limited
        Content-Length: 003                    | CONTENT_LENGTH: '003'
        Transfer-Encoding: CHUNKED             | HTTP_TRANSFER_ENCODING: 'CHUNKED'
        Transfer-Encoding:\tchunked            | HTTP_TRANSFER_ENCODING: 'chunked'
        X-A: b␊Transfer-Encoding: chunked     | HTTP_TRANSFER_ENCODING: 'chunked'
        """)
    void whereAllAgreeBothAreServed(String lines, String limit) {
        String body = lines.contains("Length") ? "abc" : THREE;
        String answers =
                served.send("POST / HTTP/1.1\r\nHost: here\r\n" + Wire.controls(lines) + "\r\n\r\n" + body + NEXT);
        assertEquals(2, answers.split("HTTP/1.1 200 OK", -1).length - 1, answers);
        assertEquals(true, answers.contains(limit) && answers.contains("body: b'abc'\n"), answers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        Transfer_Encoding: chunked
        TE: chunked
        X-Transfer-Encoding: chunked
        Content_Length: 13
        """)
    void whatOnlyLooksLikeFramingLimitsNothing(String lines) {
        String answers = served.send("POST / HTTP/1.1\r\nHost: here\r\n" + Wire.controls(lines) + "\r\n\r\n" + NEXT);
        assertEquals(2, answers.split("HTTP/1.1 200 OK", -1).length - 1, answers);
        assertFalse(answers.contains("body:"), answers);
    }

    @ParameterizedTest
    @CsvSource({"close", "keep-alive"})
    void anOldClientCannotSendChunks(String connection) {
        String answers = served.send("POST / HTTP/1.0\r\nConnection: " + connection
                + "\r\nTransfer-Encoding: chunked\r\n\r\n" + THREE + NEXT);
        assertEquals("400 HTTP/1.0 has no Transfer-Encoding\n", body(answers));
    }

    private static String body(String response) {
        return response.substring(response.indexOf("\n\n") + 2);
    }
}
