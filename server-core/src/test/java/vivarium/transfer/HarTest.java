package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vivarium.exchange.Captured;
import vivarium.journal.Header;

class HarTest {
    private static List<Captured> read(String text) {
        return Transfer.read(text, InstantSource.system());
    }

    private static String raw(Captured captured) {
        return new String(RawHttp.request(captured), ISO_8859_1).replace("\r\n", "\n");
    }

    @Test
    void whatIsWrittenIsReadAgainToTheByte() throws Exception {
        var random = new Random(9);
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write("zipped".getBytes(UTF_8));
        }
        for (int i = 0; i < 300; i++) {
            var request = Samples.random(random);
            byte[] body = new byte[random.nextInt(40)];
            random.nextBytes(body);
            boolean coded = i % 3 == 0;
            var captured = Samples.exchange(
                    request,
                    "299 Odd  One",
                    coded
                            ? List.of(new Header("Content-Encoding", "gzip"), new Header("Content-Type", "text/plain"))
                            : List.of(new Header("Set-Cookie", "a=b; Path=/"), new Header("Content-Type", "x/y")),
                    coded ? zipped.toByteArray() : body);

            var again = read(Samples.exported(Format.HAR, captured, false)).getFirst();

            assertEquals(raw(captured), raw(again));
            assertEquals(captured.startedAt(), again.startedAt());
            assertEquals(captured.duration(), again.duration());
            var was = captured.response().orElseThrow();
            var is = again.response().orElseThrow();
            assertEquals(was.status(), is.status());
            assertEquals(was.headers(), is.headers());
            assertArrayEquals(was.body().kept(), is.body().kept());
        }
    }

    @Test
    void itIsAsTheSchemaWants() throws Exception {
        var random = new Random(5);
        var all = new ArrayList<Captured>();
        all.add(form());
        all.add(Samples.request("GET", "/unanswered", List.of(new Header("Host", "h")), new byte[0]));
        for (int i = 0; i < 100; i++) {
            byte[] body = new byte[random.nextInt(40)];
            random.nextBytes(body);
            all.add(Samples.exchange(
                    Samples.random(random), "200 OK", List.of(new Header("Set-Cookie", "a=b; Path=/")), body));
        }
        for (var name : List.of("chromium.har", "firefox.har")) {
            all.addAll(BrowserHarTest.read(name));
        }

        var har = new String(
                Transfer.export(Format.HAR, all, false, "").files().getFirst().content(), UTF_8);

        assertEquals(List.of(), objections(har));
        assertEquals(
                all.stream().map(HarTest::raw).toList(),
                read(har).stream().map(HarTest::raw).toList());
        // It would have objected.
        assertEquals(
                List.of("/log/entries/0/response/status", "/log/entries/0/time", "/log/version"),
                objections(har.replaceFirst("\"time\" : 12.0", "\"time\" : \"12\"")
                        .replaceFirst("\"status\" : 302", "\"status\" : \"302\"")
                        .replace("\"1.2\"", "\"1.1\"")));
    }

    private static List<String> objections(String har) throws IOException {
        try (var schema = HarTest.class.getResourceAsStream("har-1.2.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(har, InputFormat.JSON)
                    .stream()
                    .map(error -> error.getInstanceLocation().toString())
                    .sorted()
                    .toList();
        }
    }

    private static Captured form() {
        var request = Samples.request(
                "POST",
                "/x?a=1",
                List.of(
                        new Header("Host", "h"),
                        new Header("Cookie", "c=d; e=f"),
                        new Header("Content-Type", "application/x-www-form-urlencoded")),
                "t=a+b".getBytes(UTF_8));
        return Samples.exchange(request, "302 Found", List.of(new Header("Location", "/y")), new byte[0]);
    }

    @Test
    void browsersFindCookiesQueryAndFormTakenApart() {
        var entry = JsonMapper.shared()
                .readTree(Samples.exported(Format.HAR, form(), false))
                .at("/log/entries/0");

        assertEquals("http://h/x?a=1", entry.at("/request/url").asString());
        assertEquals(
                "[{\"name\":\"c\",\"value\":\"d\"},{\"name\":\"e\",\"value\":\"f\"}]",
                entry.at("/request/cookies").toString());
        assertEquals(
                "[{\"name\":\"a\",\"value\":\"1\"}]",
                entry.at("/request/queryString").toString());
        assertEquals(
                "[{\"name\":\"t\",\"value\":\"a b\"}]",
                entry.at("/request/postData/params").toString());
        assertEquals("/y", entry.at("/response/redirectURL").asString());
        assertEquals("'POST'", entry.at("/_vivarium/environ/REQUEST_METHOD").asString());
    }

    @Test
    void whatIsNoHarIsSaid() {
        assertTrue(assertThrows(ImportException.class, () -> read("{\"log\": {"))
                .toString()
                .contains("not valid JSON"));
        assertEquals(
                "This JSON is no HAR: it has no log.entries; export it as HAR with content.",
                assertThrows(ImportException.class, () -> read("{}")).getMessage());
    }
}
