package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.testing.Served;

/** Bodies longer than the server accepts. */
class BodyLimitTest {
    private static final String NEXT = "GET /read HTTP/1.1\r\nHost: here\r\n\r\n";

    @RegisterExtension
    static final Served served =
            Served.module("wire.bodies").with(new ServerOptions("127.0.0.1", 0, 2, true, 10, true));

    @Test
    void declared() {
        assertEquals(
                """
                HTTP/1.1 413 Payload Too Large
                Date: now
                Server: Vivarium/0.1.0
                Content-Type: text/plain; charset=utf-8
                Content-Length: 59
                Connection: close

                413 the body is larger than the 10 bytes that are accepted
                """, served.send("POST /read HTTP/1.1\r\nHost: here\r\nContent-Length: 11\r\n\r\n01234567890" + NEXT));
    }

    @Test
    void justNot() {
        assertTrue(served.send("POST /read HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\n0123456789")
                .endsWith("\n\nb'0123456789'"));
        assertTrue(served.send(chunked("/read", "A\r\n0123456789\r\n0\r\n\r\n")).contains("\n\nb'0123456789'"));
    }

    @Test
    void chunked() {
        String answer = served.send(chunked("/read", "8\r\n01234567\r\n8\r\n01234567\r\n0\r\n\r\n"));
        assertTrue(answer.startsWith("HTTP/1.1 413 Payload Too Large\n"), answer);
        assertTrue(answer.endsWith("\n\nthe request's body is larger than the 10 bytes that are accepted\n"), answer);
    }

    @Test
    void chunkedAndCaught() {
        String answer = served.send(chunked("/caught", "8\r\n01234567\r\n8\r\n01234567\r\n0\r\n\r\n"));
        assertTrue(answer.contains("\n\n\"the request's body is larger than the 10 bytes that are accepted\""), answer);
    }

    @Test
    void chunkedByLines() {
        String answer = served.send(chunked("/iterate", "8\r\n0\n234567\r\n8\r\n01234567\r\n0\r\n\r\n"));
        assertTrue(answer.startsWith("HTTP/1.1 413 Payload Too Large\n"), answer);
    }

    private static String chunked(String path, String chunks) {
        return "POST " + path + " HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
    }
}
