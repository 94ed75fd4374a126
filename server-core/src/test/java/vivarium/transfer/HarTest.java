package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vivarium.exchange.Captured;
import vivarium.journal.Header;

class HarTest {
    private static List<Captured> read(String text) {
        return Transfer.read(text, InstantSource.system());
    }

    private static List<Captured> resource(String name) throws IOException {
        try (var in = HarTest.class.getResourceAsStream(name)) {
            return read(new String(in.readAllBytes(), UTF_8));
        }
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
    void itHasWhatTheSchemaWants() {
        var request = Samples.request(
                "POST",
                "/x?a=1",
                List.of(
                        new Header("Host", "h"),
                        new Header("Cookie", "c=d; e=f"),
                        new Header("Content-Type", "application/x-www-form-urlencoded")),
                "t=a+b".getBytes(UTF_8));
        var har = JsonMapper.shared()
                .readTree(Samples.exported(
                        Format.HAR,
                        Samples.exchange(request, "302 Found", List.of(new Header("Location", "/y")), new byte[0]),
                        false));

        assertEquals("1.2", har.at("/log/version").asString());
        has(har.at("/log"), "creator", "entries");
        var entry = har.at("/log/entries/0");
        has(entry, "startedDateTime", "time", "request", "response", "cache", "timings");
        has(
                entry.path("request"),
                "method",
                "url",
                "httpVersion",
                "cookies",
                "headers",
                "queryString",
                "headersSize",
                "bodySize");
        has(
                entry.path("response"),
                "status",
                "statusText",
                "httpVersion",
                "cookies",
                "headers",
                "content",
                "redirectURL",
                "headersSize",
                "bodySize");
        has(entry.at("/response/content"), "size", "mimeType");
        has(entry.path("timings"), "send", "wait", "receive");
        assertEquals("http://h/x?a=1", entry.at("/request/url").asString());
        assertEquals(
                "[{\"name\":\"c\",\"value\":\"d\"},{\"name\":\"e\",\"value\":\"f\"}]",
                entry.at("/request/cookies").toString());
        assertEquals(
                "[{\"name\":\"t\",\"value\":\"a b\"}]",
                entry.at("/request/postData/params").toString());
        assertEquals("/y", entry.at("/response/redirectURL").asString());
        assertEquals("'POST'", entry.at("/_vivarium/environ/REQUEST_METHOD").asString());
    }

    private static void has(JsonNode object, String... names) {
        for (var name : names) {
            assertTrue(object.has(name), () -> name + " is missing in " + object);
        }
    }

    @Test
    void whatChromiumWroteIsRead() throws Exception {
        var exchanges = resource("chromium.har");

        assertEquals("""
                POST /notes/new?from=a%20b HTTP/1.1
                Accept: text/html
                Content-Length: 18
                Content-Type: application/x-www-form-urlencoded
                Host: 127.0.0.1:8000

                title=Caf%C3%A9&a=""", raw(exchanges.getFirst()));
        assertEquals("302 FOUND", exchanges.getFirst().response().orElseThrow().status());
        assertEquals("GET /logo.png HTTP/1.1\nHost: 127.0.0.1:8443\naccept: image/*\n\n", raw(exchanges.get(1)));
        var image = exchanges.get(1).response().orElseThrow();
        assertEquals(List.of(new Header("content-type", "image/png")), image.headers());
        assertEquals(4, image.body().length());
    }

    @Test
    void whatFirefoxWroteIsRead() throws Exception {
        var exchange = resource("firefox.har").getFirst();

        assertEquals("{\"title\": \"Grüße\"}", exchange.requestContent().text());
        assertEquals("2026-11-20T09:11:12.345Z", exchange.startedAt().toString());
        assertEquals("{\"id\": 7}", exchange.responseContent().orElseThrow().text());
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
