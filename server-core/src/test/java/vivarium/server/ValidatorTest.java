package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.testing.Served;

/** {@code wsgiref.validate} around an application has nothing to say about the server. */
class ValidatorTest {
    @RegisterExtension
    static final Served served = Served.module("wire.validated");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        GET     | echo?a=b   | 200 | 7¶nothing¶0¶¶
        POST    | echo       | 200 | 3¶abc¶0¶¶
        HEAD    | echo       | 200 | ~~
        PUT     | lines      | 200 | abc
        GET     | generator  | 200 | 2¶0␊¶2¶1␊¶2¶2␊¶0¶¶
        HEAD    | generator  | 200 | ~~
        POST    | written    | 200 | 3¶abc¶3¶def¶0¶¶
        DELETE  | errors     | 204 | ~~
        OPTIONS | wrapped    | 200 | 3¶abc¶0¶¶
        """)
    void isContent(String method, String target, int status, String body) {
        String answer = served.request(method + " /" + target
                + " HTTP/1.1\nHost: here\nContent-Type: text/plain\nContent-Length: 3\nConnection: close\n\nabc");
        if (method.equals("GET")) {
            answer = served.request("GET /" + target + " HTTP/1.1\nHost: here\nConnection: close\n\n");
        }
        assertTrue(
                answer.startsWith("HTTP/1.1 " + status + " "),
                answer + served.journal().text());
        assertTrue(answer.contains("\n\n" + body.replace('¶', '\n').replace('␊', '\n')), answer);
        assertFalse(
                served.journal().text().contains("exception"),
                () -> served.journal().text());
        assertFalse(
                served.journal().text().contains("stderr"),
                () -> served.journal().text());
    }
}
