package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vivarium.exchange.Captured;
import vivarium.journal.Bytes;
import vivarium.journal.Header;

/** Files that Chromium and Firefox wrote of a visit to the guestbook: see README.md beside them. */
class BrowserHarTest {
    /** What both saw: the request, the bytes of its body, the status, the bytes of the response's body; what is missing, as 0 of 7. */
    private static final String VISIT = """
            GET / 0 200 OK 3627
            GET /static/style.css 0 200 OK 3971
            GET /static/lizard.svg 0 200 OK 444
            GET /static/lizard.svg 0 200 OK 444
            POST /sign 155 303 See Other 0
            GET / 0 200 OK 3704
            GET /static/style.css 0 200 OK 3971
            GET /static/lizard.svg 0 200 OK 444
            GET /static/lizard.svg 0 200 OK 444
            GET /search?q=Nous+%C3%A9tions 0 200 OK 1723
            GET /countdown?from=3&delay=0 0 200 OK 1542
            GET /nowhere/at%20all 0 404 Not Found 1238
            GET /about 0 200 OK 2027
            HEAD /about 0 200 OK 0
            POST /api/entries 38 201 Created 135
            POST /api/entries 61 201 Created 145
            PUT /api/entries 10 405 Method Not Allowed 47
            DELETE /api/entries/8 0 204 No Content 0
            POST /sign 401 303 See Other 0
            GET / 0 200 OK 3566
            POST /files 286 303 See Other 0
            GET /files 0 200 OK 1778
            GET /files/1/gr%C3%BCn.png 0 200 OK 74
            GET /stream?delay=0.5 0 200 OK 56
            GET /refused 0
            """;

    private static final byte[] BINARY = {0, 1, 2, 10, 13, 127, (byte) 128, (byte) 200, (byte) 254, (byte) 255};

    private static String text(String name) throws Exception {
        try (var in = BrowserHarTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    static List<Captured> read(String name) throws Exception {
        return Transfer.read(text(name), InstantSource.system());
    }

    private static String table(List<Captured> exchanges) {
        return exchanges.stream()
                .map(it -> it.request().method() + " " + it.request().target() + " " + size(it.requestBody())
                        + it.response()
                                .map(answer -> " " + answer.status() + " " + size(answer.body()))
                                .orElse("") + "\n")
                .collect(Collectors.joining());
    }

    private static String size(Bytes body) {
        return body.truncated() ? body.kept().length + " of " + body.length() : Long.toString(body.length());
    }

    @Test
    void firefoxGivesEverything() throws Exception {
        assertEquals(VISIT, table(read("firefox.har")));
    }

    @Test
    void whatChromiumForgetsWithThePageBeforeAndDoesNotSendTwiceIsMissing() throws Exception {
        var visit = VISIT.replaceFirst(" 3627\n", " 0 of 3627\n")
                .replaceFirst(" 3971\n", " 0 of 3971\n")
                .replaceFirst("(lizard.svg 0 200 OK 444\n.*\n.*\n.*\n)GET /static/lizard.svg 0 200 OK 444\n", "$1")
                .replace("/sign 401", "/sign 341")
                .replace("/files 286", "/files 0 of 256")
                .replace("delay=0.5 0 200 OK 56", "delay=0.5 0 200 OK 0 of 56");

        var exchanges = read("chromium.har");

        assertEquals(visit, table(exchanges));
        assertEquals(
                List.of("net::ERR_ABORTED", "net::ERR_CONNECTION_REFUSED"),
                exchanges.stream()
                        .map(it -> it.note().comment())
                        .filter(comment -> !comment.isEmpty())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"chromium.har", "firefox.har"})
    void headersAreThoseOfTheFileInItsOrder(String name) throws Exception {
        var exchanges = read(name);
        var entries = JsonMapper.shared().readTree(text(name)).at("/log/entries");

        assertEquals(entries.size(), exchanges.size());
        for (int i = 0; i < entries.size(); i++) {
            var exchange = exchanges.get(i);
            var sent = new ArrayList<>(exchange.request().headers());
            var given = headers(entries.get(i).at("/request/headers"));
            if (!exchange.request().target().equals("/refused")) {
                assertEquals("127.0.0.1:8000", exchange.host());
                assertEquals("HTTP/1.1", exchange.request().protocol());
            } else if (given.stream().noneMatch(header -> header.name().equals("Host"))) {
                assertEquals(new Header("Host", "127.0.0.1:8999"), sent.removeFirst());
            }
            assertEquals(given, sent);
            if (exchange.response().isPresent()) {
                var got = exchange.response().orElseThrow();
                var all = headers(entries.get(i).at("/response/headers"));
                if (exchange.request().target().equals("/about") && got.body().length() > 0) {
                    // The content is given decoded.
                    all.removeIf(header -> header.name().equals("Content-Encoding")
                            || header.name().equals("Content-Length"));
                }
                assertEquals(all, got.headers());
            }
            var started = entries.get(i).path("startedDateTime").asString();
            assertTrue(
                    started.startsWith(exchange.startedAt().toString().replace("Z", "")),
                    exchange.startedAt() + started);
        }
    }

    private static List<Header> headers(JsonNode array) {
        return array.valueStream()
                .map(it ->
                        new Header(it.path("name").asString(), it.path("value").asString()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chromium.har", "firefox.har"})
    void requestBodiesAreThoseThatWereSent(String name) throws Exception {
        var bodies = read(name).stream()
                .filter(it -> it.requestBody().kept().length > 0)
                .toList();

        assertEquals(
                "name=Zo%C3%AB+%26+S%C3%B8ren&mood=%F0%9F%A6%8B&message=Gr%C3%BC%C3%9Fe+aus+K%C3%B6ln%2C%0D%0A100+%25+"
                        + "%E2%80%9Csch%C3%B6n%E2%80%9D+%2B+teuer+%3D+5+%E2%82%AC",
                utf8(bodies.get(0)));
        assertEquals("{\"name\":\"Jürgen\",\"message\":\"Grüße\"}", utf8(bodies.get(1)));
        assertEquals("{\"name\":\"わたし\",\"message\":\"Ein ☕, bitte\",\"mood\":\"🌱\"}", utf8(bodies.get(2)));
        assertArrayEquals(BINARY, bodies.get(3).requestBody().kept());
        assertEquals(
                List.of("name=Łukasz", "message=with parts", "mood=🦎"),
                bodies.get(4).requestContent().parts().stream()
                        .map(part -> part.name() + "=" + part.content().text())
                        .toList());
        if (name.startsWith("firefox")) {
            var file = bodies.get(5).requestContent().parts().getFirst();
            assertEquals("grün.png", file.filename());
            assertArrayEquals(picture(read(name)), file.content().bytes());
        }
    }

    private static String utf8(Captured captured) {
        return new String(captured.requestBody().kept(), UTF_8);
    }

    private static byte[] picture(List<Captured> exchanges) {
        var picture = exchanges.stream()
                .filter(it -> it.request().target().endsWith(".png"))
                .findFirst()
                .orElseThrow();
        return picture.response().orElseThrow().body().kept();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chromium.har", "firefox.har"})
    void responseBodiesAreThoseThatCame(String name) throws Exception {
        var exchanges = read(name);

        assertTrue(new String(picture(exchanges), ISO_8859_1).startsWith("\u0089PNG\r\n"));
        assertTrue(body(exchanges, "/countdown?from=3&delay=0").contains("<p class=\"number\">🦎</p>"));
        assertTrue(body(exchanges, "/search?q=Nous+%C3%A9tions").contains("<mark>Nous étions</mark>"));
        assertTrue(body(exchanges, "/about").contains("<h1>About this project</h1>"));
        assertTrue(body(exchanges, "/files").contains("grün.png"));
    }

    private static String body(List<Captured> exchanges, String target) {
        return exchanges.stream()
                .filter(it -> it.request().target().equals(target)
                        && it.request().method().equals("GET"))
                .findFirst()
                .flatMap(Captured::responseContent)
                .orElseThrow()
                .text();
    }

    /** What these files do not have. */
    private static Captured entry(String request, String response) {
        return Transfer.read(
                        "{\"log\": {\"entries\": [{\"request\": {\"url\": \"blob:http://h/1\"}}, {\"request\": {"
                                + request + "}, \"response\": {" + response + "}}]}}",
                        InstantSource.system())
                .getFirst();
    }

    @Test
    void requestsOverHttp2GetAHostAndLoseWhatStoodInThePlaceOfTheRequestLine() {
        var read = entry(
                "\"method\": \"GET\", \"url\": \"https://h:8443/logo.png#top\", \"httpVersion\": \"http/2.0\", \"headers\": ["
                        + "{\"name\": \":authority\", \"value\": \"h:8443\"}, {\"name\": \":method\", \"value\": \"GET\"},"
                        + "{\"name\": \"x-name\", \"value\": \"Жук\"}]",
                "\"status\": 304");

        assertEquals(
                "GET /logo.png HTTP/1.1\r\nHost: h:8443\r\nx-name: Жук\r\n\r\n",
                new String(RawHttp.request(read), UTF_8));
        assertEquals("304", read.response().orElseThrow().status());
        assertFalse(read.response().orElseThrow().body().truncated());
    }

    @Test
    void formsWithoutTextAreBuiltFromTheirFieldsAsLongAsTheyWere() {
        var fields =
                "\"url\": \"http://h/\", \"method\": \"POST\", \"postData\": {\"mimeType\": \"application/x-www-form-urlencoded\","
                        + " \"params\": [{\"name\": \"t\", \"value\": \"%C3%A9\"}, {\"name\": \"a b\", \"value\": \"\"}]}";
        var length = ", \"headers\": [{\"name\": \"Content-Length\", \"value\": \"%d\"}]";

        assertEquals("t=%25C3%25A9&a+b=", utf8(entry(fields, "")));
        assertEquals("t=%C3%A9&a b=", utf8(entry(fields + length.formatted(13), "")));
        var other = entry(fields + length.formatted(7), "").requestBody();
        assertEquals("0 of 7", size(other));
        assertEquals(
                "0 of 7",
                size(entry(
                                fields.replace("www-form-urlencoded", "x")
                                                .replace("application/x-x", "multipart/form-data")
                                        + length.formatted(7),
                                "")
                        .requestBody()));
    }

    @Test
    void bytesThatTheTextDoesNotHaveAnyMoreAreMissing() {
        var lossy =
                "\"url\": \"http://h/\", \"method\": \"POST\", \"postData\": {\"mimeType\": \"x/y\", \"text\": \"a\ufffd\"},"
                        + " \"headers\": [{\"name\": \"Content-Length\", \"value\": \"%d\"}]";

        assertEquals("0 of 2", size(entry(lossy.formatted(2), "").requestBody()));
        assertEquals("0 of 9", size(entry(lossy.formatted(9), "").requestBody()));
        assertEquals("4", size(entry(lossy.formatted(4), "").requestBody()));
        assertEquals(
                "1 of 9",
                size(entry(lossy.formatted(9).replace("\ufffd", ""), "").requestBody()));
        assertEquals(
                "0 of 5",
                size(entry("\"url\": \"http://h/\", \"bodySize\": 5", "").requestBody()));
        assertEquals(
                "caf\u00e9",
                new String(
                        entry(
                                        "\"url\": \"http://h/\"",
                                        "\"status\": 200, \"headers\": [{\"name\": \"Content-Type\", \"value\": \"text/plain; charset=latin1\"}],"
                                                + " \"content\": {\"size\": 4, \"text\": \"café\"}")
                                .response()
                                .orElseThrow()
                                .body()
                                .kept(),
                        ISO_8859_1));
    }
}
