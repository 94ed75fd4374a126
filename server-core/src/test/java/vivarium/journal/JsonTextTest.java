package vivarium.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTest {
    @Test
    void jacksonReadsEveryCharacterBack() {
        var every = new StringBuilder("😀\udc00x\ud800");
        for (int c = 0; c < 0xffff; c += c < 0x300 ? 1 : 97) {
            every.append((char) c).append(' ');
        }
        var json = new JsonText()
                .object()
                .field("a\"\0", every.toString())
                .name("list")
                .array()
                .value(-1)
                .value(":")
                .value("{")
                .array()
                .endArray()
                .object()
                .endObject()
                .value(Long.MAX_VALUE)
                .endArray()
                .field("last", 3)
                .endObject()
                .toString();

        var read = JsonMapper.shared().readTree(json);

        assertEquals(every.toString(), read.path("a\"\0").asString());
        assertEquals(
                "[-1,\":\",\"{\",[],{},9223372036854775807]", read.path("list").toString());
        assertEquals(3, read.path("last").asInt());
    }
}
