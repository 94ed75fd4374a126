package vivarium.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PythonReprTest {
    /** What CPython 3.11 prints. */
    private static final Map<String, String> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("", "''");
        KNOWN.put("a b", "'a b'");
        KNOWN.put("it's", "\"it's\"");
        KNOWN.put("\"", "'\"'");
        KNOWN.put("'\"", "'\\'\"'");
        KNOWN.put("C:\\x", "'C:\\\\x'");
        KNOWN.put("\t\n\r", "'\\t\\n\\r'");
        KNOWN.put("\0\u0007\u001f", "'\\x00\\x07\\x1f'");
        KNOWN.put("\u007f\u0080\u009f\u00a0\u00ad", "'\\x7f\\x80\\x9f\\xa0\\xad'");
        KNOWN.put("Ã©ÿ", "'Ã©ÿ'");
        KNOWN.put("€漢", "'€漢'");
        KNOWN.put("\u200b\u2028\ue000", "'\\u200b\\u2028\\ue000'");
        KNOWN.put("\ud800", "'\\ud800'");
        KNOWN.put("x\udc41y", "'x\\udc41y'");
        KNOWN.put("😀", "'😀'");
        KNOWN.put("\udb40\udc01", "'\\U000e0001'");
        KNOWN.put("\\n", "'\\\\n'");
    }

    @Test
    void isWhatPythonPrints() {
        var made = new LinkedHashMap<String, String>();
        KNOWN.keySet().forEach(text -> made.put(text, PythonRepr.of(text)));

        assertEquals(KNOWN, made);
    }

    @Test
    void canBeReadBack() {
        var read = new LinkedHashMap<String, String>();
        KNOWN.values().forEach(repr -> read.put(PythonRepr.parse(repr), repr));

        assertEquals(KNOWN, read);
    }
}
