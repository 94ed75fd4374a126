package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.testing.Served;
import vivarium.testing.Wire;

/** {@code wsgi.input}: all of the body, none of what follows it. */
class RequestBodyTest {
    private static final String NEXT = "GET /read HTTP/1.1\r\nHost: here\r\n\r\n";

    @RegisterExtension
    static final Served served = Served.module("wire.bodies");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        # path    | body            | what the application got                          | what the journal says
        /read     | abc             | b'abc'                                            | input read() 'abc'
        /sizes    | abcdef          | b'ab' b'' b'cdef' b'' b''                         | input read(2) 'ab',input read(0) '',input read() 'cdef',input read(5) '',input read() ''
        /lines    | ab␊cdef␊gh␊i␊j  | b'ab\\n' b'cd' b'' b'ef\\n' b'g' [b'h\\n', b'i\\n', b'j'] b'' | -
        /some     | a␊b␊c␊          | [b'a\\n', b'b\\n'] [b'c\\n']                      | input readlines(3) 'a\\nb\\n',input readlines() 'c\\n'
        /iterate  | a␊␊b            | b'a\\n' b'\\n' b'b'                               | input next() × 4 'a\\n\\nb'
        /huge     | abc             | b'abc'                                            | input read(1000000000000) 'abc'
        /ignore   | abc             | 'unread'                                          | -
        /first    | abc             | b'a'                                              | input read(1) 'a'
        """)
    void isRead(String path, String pictured, String got, String told) {
        String body = Wire.controls(pictured);
        String chunks = "1\r\n" + body.charAt(0) + "\r\n" + Integer.toHexString(body.length() - 1) + "\r\n"
                + body.substring(1) + "\r\n0\r\n\r\n";
        for (String request : new String[] {
            "POST " + path + " HTTP/1.1\r\nHost: here\r\nContent-Length: " + body.length() + "\r\n\r\n" + body,
            "POST " + path + " HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks
        }) {
            served.journal().clear();
            String answers = served.send(request + NEXT);
            assertEquals(got, answers.substring(answers.indexOf("\n\n") + 2, answers.indexOf("HTTP/1.1", 10)));
            assertTrue(answers.endsWith("\n\nb''"), answers);
            if (!told.equals("-")) {
                String inputs = served.journal()
                        .story(served.journal().firstExchange())
                        .lines()
                        .filter(line -> line.startsWith("input"))
                        .reduce("", (all, line) -> all + "," + line);
                assertEquals(told, inputs.substring(1));
            }
        }
    }

    @Test
    void isEmptyWithoutLength() {
        assertEquals("b''", served.get("/read"));
    }

    @Test
    void mayBeLong() {
        String body = "0123456789".repeat(300_000);
        assertTrue(served.send("POST /length HTTP/1.1\r\nHost: here\r\nContent-Length: 3000000\r\n\r\n" + body)
                .endsWith("\n\n3000000"));
        String chunk = "f4240\r\n" + body.substring(0, 1_000_000) + "\r\n";
        assertTrue(served.send("POST /length HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk
                        + chunk + "0\r\n\r\n")
                .endsWith("\n\n2000000"));
    }

    @Test
    void maySlowlyArrive() {
        String request = "POST /read HTTP/1.1\r\nHost: here\r\nContent-Length: 20\r\n\r\n01234567890123456789";
        try (Wire wire = served.connect()) {
            request.chars().forEach(c -> wire.send(String.valueOf((char) c)));
            assertTrue(wire.response().endsWith("b'01234567890123456789'"));
        }
    }

    @Test
    void mayBeReadWhileTheResponseIsOnItsWay() {
        try (Wire wire = served.connect()) {
            wire.send("POST /after HTTP/1.1\r\nHost: here\r\nContent-Length: 3\r\n\r\n");
            wire.head();
            assertEquals("begun ", wire.chunk());
            wire.send("abc");
            assertEquals("abc", wire.chunk());
        }
    }

    @Test
    void continueIsSaidWhenTheApplicationFirstReads() {
        try (Wire wire = served.connect()) {
            wire.send("POST /held HTTP/1.1\r\nHost: here\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
            served.journal().await(event -> event instanceof vivarium.journal.Event.ApplicationEntered);
            assertTrue(wire.silent());
            served.get("/release");
            assertEquals("HTTP/1.1 100 Continue\r\n\r\n", wire.head());
            wire.send("abc");
            assertTrue(wire.response().endsWith("\r\n\r\nb'abc'"));
            wire.send(NEXT);
            assertTrue(wire.response().endsWith("\r\n\r\nb''"));
        }
    }

    @Test
    void continueIsNotSaidWhereTheBodyIsNotRead() {
        assertEquals(
                """
                HTTP/1.1 200 OK
                Date: now
                Server: Vivarium/0.1.0
                Content-Type: text/plain
                Content-Length: 8
                Connection: close

                'unread'""", served.request("POST /ignore HTTP/1.1\nHost: here\nContent-Length: 3\nExpect: 100-continue\n\n"));
    }

    @Test
    void continueIsNotSaidWhereTheBodyIsThereAlready() {
        String answer =
                served.request("POST /read HTTP/1.1\nHost: here\nContent-Length: 3\nExpect: 100-continue\n\nabc");
        assertTrue(answer.startsWith("HTTP/1.1 200 OK\n") && answer.endsWith("\n\nb'abc'"), answer);
    }

    @Test
    void continueMeansNothingToAnOldClient() {
        String answer = served.request("POST /read HTTP/1.0\nContent-Length: 3\nExpect: 100-continue\n\nabc");
        assertTrue(answer.startsWith("HTTP/1.1 200 OK\n") && answer.endsWith("\n\nb'abc'"), answer);
    }

    @Test
    void theConnectionEndsWhereALongBodyWasNotRead() {
        try (Wire wire = served.connect()) {
            wire.send("POST /ignore HTTP/1.1\r\nHost: here\r\nContent-Length: 1000000\r\n\r\nabc");
            assertTrue(wire.rest().endsWith("'unread'"));
        }
    }

    @Test
    void aClientThatStopsIsAnOSError() {
        String answer = served.request("POST /caught HTTP/1.1\nHost: here\nContent-Length: 9\n\nabc");
        assertTrue(answer.endsWith("'client connection closed'"), answer);
    }

    @Test
    void aClientThatStopsGetsA400WhereNobodyCatchesThat() {
        String answer = served.request("POST /read HTTP/1.1\nHost: here\nContent-Length: 9\n\nabc");
        assertTrue(answer.startsWith("HTTP/1.1 400 Bad Request\n"), answer);
        assertEquals("""
                POST /read
                entered
                INFO server: client connection closed
                exception OSError: client connection closed
                ERROR server: Exception while serving POST /read
                response 400 Bad Request
                chunk 'client connection closed\\n'
                ended COMPLETE
                """, served.journal().lastStory());
    }

    @Test
    void whatTheApplicationThenRaisesIsItsOwn() {
        String answer = served.request("POST /other HTTP/1.1\nHost: here\nContent-Length: 9\n\nabc");
        assertTrue(answer.startsWith("HTTP/1.1 500 Internal Server Error\n"), answer);
        assertFalse(answer.startsWith("HTTP/1.1 400"));
    }
}
