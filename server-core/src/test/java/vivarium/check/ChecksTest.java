package vivarium.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.journal.Finding;
import vivarium.journal.Header;
import vivarium.journal.PythonFailure;
import vivarium.journal.RequestHead;

class ChecksTest {
    private static final Header TEXT = new Header("Content-Type", "text/plain");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET  | 200 | Content-Type: text/plain                        | 1   | 3     | -",
                "GET  | 200 | -                                               | 1   | 3     | no-content-type: 3 bytes of unknown kind",
                "GET  | 200 | -                                               | 0   | 0     | -",
                "GET  | 200 | Content-Type: a/b; Content-Length: 4            | 1   | 3     | wrong-content-length: It says 4; given: 3 bytes",
                "GET  | 200 | Content-Type: a/b; content-length: 2            | 1   | 3     | wrong-content-length: It says 2; given: 3 bytes",
                "HEAD | 200 | Content-Type: a/b; Content-Length: 4            | 0   | 0     | -",
                "GET  | 200 | Content-Type: a/b                               | 100 | 6399  | tiny-chunks: 100 chunks with 6399 bytes in all",
                "GET  | 200 | Content-Type: a/b                               | 100 | 6400  | -",
                "GET  | 200 | Content-Type: a/b                               | 99  | 99    | -",
                "GET  | 204 | -                                               | 1   | 1     | body-not-allowed: Dropped: 1 byte with status 204",
                "GET  | 304 | Content-Type: a/b                               | 0   | 0     | needless-content-type: Status 304 has no body",
                "GET  | 302 | -                                               | 0   | 0     | no-location: GET / was answered without it",
                "GET  | 302 | location: /there                                | 0   | 0     | -",
                "GET  | 401 | -                                               | 0   | 0     | no-challenge: GET / was answered without it",
                "GET  | 405 | -                                               | 0   | 0     | no-allow: GET / was answered without it",
                "GET  | 206 | Content-Type: a/b                               | 1   | 3     | no-content-range: GET / was answered without it",
                "GET  | 206 | Content-Type: multipart/byteranges; boundary=x  | 1   | 3     | -",
                "GET  | 200 | Content-Type: a/b; content-type: c/d            | 1   | 3     | repeated-field: content-type, the second time as “c/d”",
                "GET  | 200 | Set-Cookie: a=b; Set-Cookie: c=d                | 0   | 0     | -",
                "GET  | 200 | Last-Modified: 2026-11-21                       | 0   | 0     | bad-date: Last-Modified: 2026-11-21",
                "GET  | 200 | Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT    | 0   | 0     | -",
                "GET  | 200 | ETag: abc                                       | 0   | 0     | bad-etag: ETag: abc",
                "GET  | 200 | ETag: W/\"abc\"                                 | 0   | 0     | -",
            })
    void anAnswer(String method, int status, String headers, long chunks, long offered, String expected) {
        assertEquals(
                Optional.ofNullable(expected).stream().toList(),
                words(Checks.of(answer(method, List.of(), status, parse(headers), chunks, offered, 0))));
    }

    @Test
    void whatWasLeftInTheInput() {
        var length = List.of(new Header("content-length", "10"));
        assertEquals(
                List.of("unread-input: Read: 4 of 10 bytes"),
                words(Checks.of(answer("POST", length, 200, List.of(TEXT), 1, 2, 4))));
        assertEquals(List.of(), words(Checks.of(answer("POST", length, 200, List.of(TEXT), 1, 2, 10))));
        assertEquals(List.of(), words(Checks.of(answer("POST", length, 413, List.of(TEXT), 1, 2, 0))));
    }

    @Test
    void aBrokenRuleHasItsLine() {
        var frame = new PythonFailure.Frame("/p/app.py", 12, "application", "start_response(200, [])");
        var failure =
                new PythonFailure("vivarium_agent.rules.RuleBroken", "the status must be a str", "", List.of(frame));
        var answer = new Answer(head("GET", List.of()), 0, List.of(), 0, 0, 0, false, Optional.of(failure));
        assertEquals(
                List.of(new Finding("protocol-broken", "the status must be a str", "/p/app.py", 12)),
                Checks.of(answer));
    }

    @Test
    void anAnswerThatWasCutShortIsNotJudged() {
        var answer = new Answer(head("GET", List.of()), 302, List.of(), 0, 0, 0, false, Optional.empty());
        assertEquals(List.of(), Checks.of(answer));
    }

    @Test
    void everyRuleSaysWhatToDo() {
        for (Rule rule : Rule.values()) {
            assertEquals(Optional.of(rule), Rule.of(rule.id()));
            assertTrue(rule.advice().endsWith(".") && !rule.source().isEmpty(), rule.id());
        }
        assertEquals(Optional.empty(), Rule.of("of-another-version"));
    }

    private static List<String> words(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() + ": " + finding.message())
                .toList();
    }

    private static List<Header> parse(String headers) {
        List<Header> list = new ArrayList<>();
        Stream.ofNullable(headers)
                .flatMap(text -> Arrays.stream(text.split("; (?=[A-Za-z-]+: )")))
                .map(pair -> pair.split(": ", 2))
                .forEach(pair -> list.add(new Header(pair[0], pair[1])));
        return list;
    }

    private static RequestHead head(String method, List<Header> headers) {
        return new RequestHead(method, "/", "HTTP/1.1", headers, "127.0.0.1:5");
    }

    private static Answer answer(
            String method,
            List<Header> request,
            int status,
            List<Header> headers,
            long chunks,
            long offered,
            long read) {
        return new Answer(head(method, request), status, headers, chunks, offered, read, true, Optional.empty());
    }
}
