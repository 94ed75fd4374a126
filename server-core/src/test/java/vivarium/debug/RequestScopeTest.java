package vivarium.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.journal.Header;
import vivarium.journal.RequestHead;

class RequestScopeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "''   | ''            | ''        | 0 | true",
                "post | ''            | ''        | 0 | true",
                "GET  | ''            | ''        | 0 | false",
                "''   | /notes/*/edit | ''        | 0 | true",
                "''   | /notes/*      | ''        | 0 | false",
                "''   | /notes/**     | ''        | 0 | true",
                "''   | /notes        | ''        | 0 | false",
                "''   | ''            | x-debug   | 0 | true",
                "''   | ''            | X-Debug:1 | 0 | true",
                "''   | ''            | X-Debug:2 | 0 | false",
                "''   | ''            | X-Other   | 0 | false",
                "''   | ''            | ''        | 5 | true",
                "''   | ''            | ''        | 6 | false",
            })
    void admits(String method, String path, String header, long replayOf, boolean admitted) {
        var head = new RequestHead(
                "POST", "/notes/7/edit?x=1", "HTTP/1.1", List.of(new Header("X-Debug", "1")), "127.0.0.1:1");
        assertEquals(admitted, new RequestScope(method, path, header, replayOf).admits(head, 5));
    }
}
