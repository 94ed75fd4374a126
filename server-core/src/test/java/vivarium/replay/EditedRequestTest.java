package vivarium.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.exchange.Captured;
import vivarium.exchange.Content;
import vivarium.exchange.JsonProblem;
import vivarium.exchange.Part;
import vivarium.journal.Bytes;
import vivarium.journal.Header;
import vivarium.journal.RequestHead;

/** What an editor of requests is made of. */
class EditedRequestTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void everyByteSurvivesHexadecimalDigits() {
        var bytes = new byte[1_000];
        new Random(1).nextBytes(bytes);
        var read = assertInstanceOf(HexText.Read.Done.class, HexText.read(HexText.of(bytes)));
        assertArrayEquals(bytes, read.bytes());
        assertEquals("00 7f ff", HexText.of(new byte[] {0, 0x7f, (byte) 0xff}));
    }

    @ParameterizedTest
    @CsvSource({"'00 0g', 4", "'00 0', 3", "'x', 0"})
    void wrongDigitsAreToldWithTheirPlace(String text, int offset) {
        var wrong = assertInstanceOf(HexText.Read.Wrong.class, HexText.read(text));
        assertEquals(offset, wrong.problem().offset());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"a\": 1,\n \"b\": }`, 2, 7",
                "`[1, 2`, 1, 6",
                "`{} x`, 1, 4",
                "``, 1, 1",
                "`{\"a\": tru}`, 1, 7"
            })
    void wrongJsonIsToldWithItsPlace(String text, int line, int column) {
        var problem = JsonProblem.of(text).orElseThrow();
        assertEquals(line + ":" + column, problem.line() + ":" + problem.column(), problem::words);
        assertTrue(problem.offset() <= text.length(), problem::toString);
        assertFalse(problem.words().contains("Source"), problem::words);
    }

    @Test
    void rightJsonIsNoProblem() {
        for (var text : List.of("{\"a\": [1, 2.5e3, null, \"\\u00e9\"]}", "7", " \"x\" ")) {
            assertEquals(Optional.empty(), JsonProblem.of(text));
        }
    }

    @Test
    void partsThatAreWrittenAreReadAsTheSame() {
        var image = new byte[3_000];
        new Random(2).nextBytes(image);
        var boundary = Multipart.newBoundary();
        var body = Multipart.body(
                List.of(
                        Multipart.part("title", "", "", "Über \"uns\"\r\n".getBytes(UTF_8)),
                        Multipart.part("picture", "köln.png", "image/png", image)),
                boundary);
        List<Part> parts = parts(body, boundary);

        assertEquals(2, parts.size());
        assertEquals("title", parts.getFirst().name());
        assertEquals("", parts.getFirst().filename());
        assertEquals("Über \"uns\"\r\n", parts.getFirst().content().text());
        assertEquals("köln.png", parts.getLast().filename());
        assertEquals("image/png", Multipart.type(parts.getLast()));
        assertArrayEquals(image, parts.getLast().body().kept());
        assertArrayEquals(body, Multipart.body(parts, boundary), "what is not changed stays as it was");
    }

    @Test
    void aPartThatIsRenamedKeepsItsOtherFields() {
        var part = new Part(
                List.of(
                        new Header("Content-Disposition", "form-data; name=\"a\""),
                        new Header("Content-Transfer-Encoding", "binary")),
                "a",
                "",
                Bytes.of(new byte[] {1}),
                true);
        var renamed = Multipart.renamed(part, "b", "b.bin", "application/x");
        assertEquals(
                List.of(
                        new Header("Content-Disposition", "form-data; name=\"b\"; filename=\"b.bin\""),
                        new Header("Content-Type", "application/x"),
                        new Header("Content-Transfer-Encoding", "binary")),
                renamed.headers());
        assertEquals(part, Multipart.renamed(part, "a", "", ""));
    }

    private static List<Part> parts(byte[] body, String boundary) {
        return Content.of(
                        Bytes.of(body),
                        List.of(new Header("Content-Type", "multipart/form-data; boundary=" + boundary)))
                .parts();
    }

    @Test
    void whatMayNotBeInARequestIsSaid() {
        assertTrue(RequestRules.method("PO ST").isPresent());
        assertTrue(RequestRules.target("/a b").isPresent());
        assertTrue(RequestRules.target("no-slash").isPresent());
        assertTrue(RequestRules.header("a b", "c").isPresent());
        assertTrue(RequestRules.header("", "c").isPresent());
        assertTrue(RequestRules.header("X", "日").isPresent());
        assertTrue(RequestRules.header("X", "a\nb").isPresent());
        assertEquals(
                Optional.empty(),
                RequestRules.method("PATCH")
                        .or(() -> RequestRules.target("/x?y=%20"))
                        .or(() -> RequestRules.header("X-A", "é\t")));
    }

    @Test
    void requestsAreKeptUnderNames() throws IOException {
        var binary = new byte[] {0, (byte) 0xff, 7};
        var requests = new SavedRequests(folder);
        assertEquals(List.of(), requests.read());
        requests.write(List.of(
                new SavedRequest("plain", request("{\"a\": \"é\"}".getBytes(UTF_8))),
                new SavedRequest("binary", request(binary))));

        var read = new SavedRequests(folder).read();
        assertEquals(
                List.of("plain", "binary"),
                read.stream().map(SavedRequest::name).toList());
        var plain = read.getFirst().request();
        assertEquals(request(new byte[0]).request(), plain.request());
        assertEquals("{\"a\": \"é\"}", new String(plain.requestBody().kept(), UTF_8));
        var found = new SavedRequests(folder).find("binary").orElseThrow();
        assertArrayEquals(binary, found.request().requestBody().kept());
        assertTrue(Files.readString(folder.resolve(".vivarium/requests.json")).contains("\"format\" : 1"));
        assertEquals("*\n", Files.readString(folder.resolve(".vivarium/.gitignore")));
    }

    private static Captured request(byte[] body) {
        var head = new RequestHead(
                "PUT", "/a?b=%20", "HTTP/1.1", List.of(new Header("hOst", "here"), new Header("X", "é")), "");
        return Captured.request(7, Instant.EPOCH, head, body);
    }
}
