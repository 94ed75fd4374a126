package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.exchange.Captured;
import vivarium.journal.Header;

/** Commands of curl: written and run by a real shell with a real curl, and read. */
class CurlTest {
    private static final int ROUNDS = 40;

    @TempDir
    Path folder;

    private static Captured at(int port, Captured captured) {
        var headers = new ArrayList<>(captured.request().headers());
        headers.replaceAll(header -> header.name().equals("Host") ? new Header("Host", "127.0.0.1:" + port) : header);
        return Samples.request(
                captured.request().method(),
                captured.request().target(),
                headers,
                captured.requestBody().kept());
    }

    /** Line, sorted header fields and body: curl has an order of its own. */
    private static String normal(String request) {
        int head = request.indexOf("\r\n\r\n");
        var lines = request.substring(0, head).split("\r\n", -1);
        var fields = new ArrayList<>(List.of(lines).subList(1, lines.length));
        fields.replaceAll(field -> field.replaceFirst(":\\s*", ": ").stripTrailing());
        fields.sort(String.CASE_INSENSITIVE_ORDER);
        return lines[0] + "\n" + String.join("\n", fields) + "\n\n" + request.substring(head + 4);
    }

    @Test
    void curlSendsWhatWasCaptured() throws Exception {
        assumeTrue(Programs.there(folder, "curl", "--version"), "no curl here");
        var random = new Random(5);
        try (var catcher = new Catcher()) {
            for (int i = 0; i < ROUNDS; i++) {
                var request = at(catcher.port(), Samples.random(random));
                var command = Samples.exported(Format.CURL, request, false);
                Programs.run(
                        folder,
                        "sh",
                        "-c",
                        command.replaceFirst("(?m)^curl ", "curl --silent --max-time 60 --noproxy '*' "));
                var expected = new String(RawHttp.request(request), ISO_8859_1);
                assertEquals(normal(expected), normal(catcher.take()), command);
            }
        }
    }

    @Test
    void chunkedEmptyAndHeadAreSentSo() throws Exception {
        assumeTrue(Programs.there(folder, "curl", "--version"), "no curl here");
        try (var catcher = new Catcher()) {
            var host = new Header("Host", "127.0.0.1:" + catcher.port());
            for (var request : List.of(
                    Samples.request("HEAD", "/", List.of(host), new byte[0]),
                    Samples.request("GET", "/", List.of(host, new Header("X-Empty", "")), new byte[0]),
                    Samples.request(
                            "POST",
                            "/",
                            List.of(
                                    host,
                                    new Header("Transfer-Encoding", "chunked"),
                                    new Header("Content-Type", "a/b")),
                            "one\ntwo".getBytes(ISO_8859_1)))) {
                var command = Samples.exported(Format.CURL, request, false);
                Programs.run(
                        folder,
                        "sh",
                        "-c",
                        command.replaceFirst("curl ", "curl --silent --max-time 60 --noproxy '*' "));
                assertEquals(normal(new String(RawHttp.request(request), ISO_8859_1)), normal(catcher.take()), command);
            }
        }
    }

    @Test
    void aCommandThatWasWrittenIsReadAsTheRequest() {
        var random = new Random(6);
        int read = 0;
        for (int i = 0; i < 500; i++) {
            var request = Samples.random(random);
            var command = Samples.exported(Format.CURL, request, false);
            if (command.startsWith("printf")) {
                continue;
            }
            var again = Transfer.read(command, InstantSource.system()).getFirst();
            assertEquals(
                    normal(new String(RawHttp.request(request), ISO_8859_1)),
                    normal(new String(RawHttp.request(again), ISO_8859_1)),
                    command);
            read++;
        }
        assertTrue(read > 200, "too few commands");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            curl http://h/a?b=1                        ¦ GET /a?b=1 HTTP/1.1|Host: h||
            curl h:80 -I                               ¦ HEAD / HTTP/1.1|Host: h:80||
            curl -d a=1 -d b=2 h/x                     ¦ POST /x HTTP/1.1|Host: h|Content-Type: application/x-www-form-urlencoded|Content-Length: 7||a=1&b=2
            curl -G -d a=1 h/x                         ¦ GET /x?a=1 HTTP/1.1|Host: h||
            curl -XPUT --json '{"a": 1}' h             ¦ PUT / HTTP/1.1|Host: h|Content-Type: application/json|Content-Length: 8||{"a": 1}
            curl --data-urlencode 't=a b&c' h          ¦ POST / HTTP/1.1|Host: h|Content-Type: application/x-www-form-urlencoded|Content-Length: 9||t=a+b%26c
            curl -H "A: \\"x\\"" -b c=d -A me -u a:b h ¦ GET / HTTP/1.1|Host: h|A: "x"|Cookie: c=d|User-Agent: me|Authorization: Basic YTpi||
            curl --compressed -sS -L $'http://h/\\x41' -o out.txt ¦ GET /A HTTP/1.1|Host: h||
            curl --request=DELETE -H 'Empty;' --http1.0 h ¦ DELETE / HTTP/1.0|Host: h|Empty: ||
            """)
    void commandsOfOthersAreRead(String command, String request) {
        var captured = Transfer.read(command, InstantSource.system()).getFirst();
        assertEquals(request, new String(RawHttp.request(captured), ISO_8859_1).replace("\r\n", "|"));
    }

    @Test
    void whatCannotBeReadIsSaid() {
        for (var wrong : List.of(
                "curl -d @file h | curl's -d @file reads a file, which is not imported; write its content into the command.",
                "curl 'h | A quote in this command is not closed; copy the whole of it.",
                "curl -H | This curl command ends after -H, which wants a value.",
                "curl -s | This curl command has no address.",
                "wget h | This is neither a HAR file nor a curl command; those can be imported, and the .iheaders files of a recorder.")) {
            var parts = wrong.split(" \\| ", 2);
            assertEquals(
                    parts[1],
                    assertThrows(ImportException.class, () -> Transfer.read(parts[0], InstantSource.system()))
                            .getMessage());
        }
    }

    @Test
    void powerShellGetsItsOwnQuotes() {
        var request = Samples.request(
                "POST",
                "/a",
                List.of(new Header("Host", "h"), new Header("X", "it's"), new Header("Content-Type", "a/b")),
                "say 'hi' $x".getBytes(ISO_8859_1));
        assertEquals("""
                curl.exe 'http://h/a' `
                  '--globoff' `
                  '--path-as-is' `
                  '--header' 'X: it''s' `
                  '--header' 'Content-Type: a/b' `
                  '--header' 'User-Agent:' `
                  '--header' 'Accept:' `
                  --data-raw 'say ''hi'' $x'
                """, Samples.exported(Format.CURL_POWERSHELL, request, false));
    }
}
