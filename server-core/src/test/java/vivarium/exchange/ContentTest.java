package vivarium.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vivarium.journal.Bytes;
import vivarium.journal.Header;

class ContentTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            application/json,                  [1],                JSON
            application/problem+json,          {},                 JSON
            text/html; charset=utf-8,          <p>,                HTML
            application/x-www-form-urlencoded, a=b,                FORM
            multipart/form-data,               --x,                MULTIPART
            image/png,                         x,                  IMAGE
            image/svg+xml,                     <svg/>,             TEXT
            text/css,                          b{},                TEXT
            application/javascript,            f(),                TEXT
            ,                                  <!DOCTYPE html><p>, HTML
            ,                                  {"a":1},            JSON
            ,                                  hello,              TEXT
            text/plain,                        ``,                 EMPTY""")
    void kinds(String type, String body, ContentKind kind) {
        var headers = type == null ? List.<Header>of() : List.of(new Header("Content-Type", type));
        assertEquals(kind, content(body.getBytes(UTF_8), headers).kind());
    }

    @Test
    void bytesThatAreNoTextAreBinary() {
        assertEquals(
                ContentKind.BINARY, content(new byte[] {0, 1, 2}, List.of()).kind());
        assertEquals(
                ContentKind.BINARY,
                content(new byte[] {0, 1, 2}, type("application/zip")).kind());
    }

    @Test
    void codingsComeOff() throws IOException {
        var text = "Hello Hello Hello Hello Hello Hello".getBytes(UTF_8);
        assertArrayEquals(text, coded("gzip", gzip(text)).bytes());
        assertArrayEquals(text, coded("deflate", deflate(text, false)).bytes());
        assertArrayEquals(text, coded("deflate", deflate(text, true)).bytes());
        assertArrayEquals(
                text, coded("deflate, gzip", gzip(deflate(text, false))).bytes());
        var brotli = Base64.getDecoder().decode("iwWASGVsbG8gV29ybGQhAw==");
        assertEquals("Hello World!", coded("br", brotli).text());
        assertEquals(List.of("gzip, shown decoded"), coded("gzip", gzip(text)).notes());
    }

    @Test
    void whatCannotBeDecodedSaysSo() throws IOException {
        var plain = "not compressed".getBytes(UTF_8);
        assertEquals("not compressed", coded("gzip", plain).text());
        assertEquals(
                List.of("could not be decoded: it is not what its Content-Encoding (gzip) says"),
                coded("gzip", plain).notes());
        assertEquals(
                List.of("not decoded: the coding zstd is not known here"),
                coded("zstd", plain).notes());
        var whole = gzip("abcdefghij".repeat(1_000).getBytes(UTF_8));
        var cut = new Bytes(Arrays.copyOf(whole, whole.length - 12), whole.length);
        var content = Content.of(cut, List.of(new Header("Content-Encoding", "gzip")));
        assertEquals("abcdefghij", content.text().substring(0, 10));
        assertEquals(List.of("gzip, shown decoded as far as it was kept"), content.notes());
    }

    @Test
    void charsets() {
        assertEquals(
                "é",
                content("é".getBytes(ISO_8859_1), type("text/plain; charset=latin-1"))
                        .text());
        assertEquals("é", content("é".getBytes(ISO_8859_1), type("text/plain")).text());
        assertEquals("é", content("é".getBytes(UTF_8), type("text/plain")).text());
        var html = "<meta charset=iso-8859-15>€";
        assertEquals(
                html,
                content(html.getBytes(java.nio.charset.Charset.forName("iso-8859-15")), type("text/html"))
                        .text());
        var wrong = content("é".getBytes(ISO_8859_1), type("text/plain; charset=\"UTF-8\""));
        assertEquals("\ufffd", wrong.text());
        assertEquals(List.of("not all of it is UTF-8; what is not is shown as \ufffd"), wrong.notes());
    }

    @Test
    void aCharacterCutInTwoIsNoMistake() {
        var euro = "abcd€".getBytes(UTF_8);
        var content = Content.of(new Bytes(Arrays.copyOf(euro, 6), 100), type("text/plain"));
        assertEquals(List.of(), content.notes());
        assertEquals("UTF-8", content.charset());
    }

    @Test
    void jsonIsLaidOutAndNothingElseChanges() {
        var json = content("{\"b\":1.10,\"a\":[ ],\"a\":[1e2,\"x\\u0041\\\"{\"],\"c\":{}}".getBytes(UTF_8), List.of());
        assertEquals("""
                {
                  "b": 1.10,
                  "a": [],
                  "a": [
                    1e2,
                    "x\\u0041\\"{"
                  ],
                  "c": {}
                }""", json.pretty());
        assertEquals("{\"a\":", content("{\"a\":".getBytes(UTF_8), List.of()).pretty());
    }

    @Test
    void formFields() {
        assertEquals(
                List.of(
                        new FormField("a b", "é"),
                        new FormField("a", "1"),
                        new FormField("a", "2"),
                        new FormField("c", "%zz")),
                content("a+b=%C3%A9&a=1&a=2&c=%zz".getBytes(UTF_8), type("application/x-www-form-urlencoded"))
                        .form());
    }

    @Test
    void partsOfAMultipartBody() {
        var body = """
                --xx
                Content-Disposition: form-data; name="title"

                A title
                --xx
                Content-Disposition: form-data; name="file"; filename="a \\"b\\".txt"
                Content-Type: text/plain

                line 1
                line 2
                --xx--
                """.replace("\n", "\r\n");
        var parts = content(body.getBytes(UTF_8), type("multipart/form-data; boundary=xx"))
                .parts();
        assertEquals(List.of("title", "file"), parts.stream().map(Part::name).toList());
        assertEquals("a \"b\".txt", parts.get(1).filename());
        assertEquals("line 1\r\nline 2", parts.get(1).content().text());
        assertEquals(List.of(true, true), parts.stream().map(Part::complete).toList());

        var cut = body.substring(0, body.indexOf("line 2"));
        var kept = content(cut.getBytes(UTF_8), type("multipart/form-data; boundary=xx"))
                .parts();
        assertEquals(List.of(true, false), kept.stream().map(Part::complete).toList());
    }

    @Test
    void dumps() {
        var dump =
                content("Hello World!\n\0\u007f012".getBytes(UTF_8), List.of()).hex();
        assertEquals(2, dump.rows());
        assertEquals("00000000  48 65 6c 6c 6f 20 57 6f  72 6c 64 21 0a 00 7f 30  Hello World!...0", dump.row(0));
        assertEquals("00000010  31 32                                             12", dump.row(1));
    }

    @Test
    void amounts() {
        assertEquals("870 µs", Amounts.duration(870_999));
        assertEquals("12.3 ms", Amounts.duration(12_340_000));
        assertEquals("2.41 s", Amounts.duration(2_410_000_000L));
        assertEquals("1 min 5 s", Amounts.duration(65_000_000_000L));
        assertEquals("999 B", Amounts.size(999));
        assertEquals("1.21 kB", Amounts.size(1_210));
        assertEquals("1,048,576 bytes", Amounts.exactly(1 << 20));
    }

    private static Content content(byte[] body, List<Header> headers) {
        return Content.of(Bytes.of(body), headers);
    }

    private static List<Header> type(String value) {
        return List.of(new Header("content-type", value));
    }

    private static Content coded(String coding, byte[] body) {
        return content(body, List.of(new Header("Content-Encoding", coding)));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes, boolean bare) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(out, new Deflater(9, bare))) {
            deflate.write(bytes);
        }
        return out.toByteArray();
    }
}
