package vivarium.ui.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonTokenizerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "def feed(lion):|KEYWORD[def] DEFINITION[feed]",
                "class Zoo(Base):|KEYWORD[class] DEFINITION[Zoo]",
                "async def feed(): pass|KEYWORD[async] KEYWORD[def] DEFINITION[feed] KEYWORD[pass]",
                "x = None  # nothing|KEYWORD[None] COMMENT[# nothing]",
                "x.is_lion and x.class_|KEYWORD[and]",
                "x.None|",
                "@app.route('/')|DECORATOR[@app.route] STRING['/']",
                "a @ b|",
                "'it''s' \"a'b\"|STRING['it'] STRING['s'] STRING[\"a'b\"]",
                "'a\\'b' + c|STRING['a\\'b']",
                "r'\\' + c|STRING[r'\\' + c]",
                "b'lion' Rb\"x\" u'x'|STRING[b'lion'] STRING[Rb\"x\"] STRING[u'x']",
                "f'a {b} c'|STRING[f'a {] STRING[} c']",
                "f'{a if b else 1}'|STRING[f'{] KEYWORD[if] KEYWORD[else] NUMBER[1] STRING[}']",
                "f'{d[\"k\"]!r:>10}{{x}}'|STRING[f'{] STRING[\"k\"] NUMBER[10] STRING[}{{x}}']",
                "f'{x:#x}' if y|STRING[f'{] STRING[}'] KEYWORD[if]",
                "'open|STRING['open]",
                "1 2.5 .5 0xFF 1_000 1e-5 3j 0xe+1|NUMBER[1] NUMBER[2.5] NUMBER[.5] NUMBER[0xFF] NUMBER[1_000] NUMBER[1e-5]"
                        + " NUMBER[3j] NUMBER[0xe] NUMBER[1]",
                "a1 = lambda: 2|KEYWORD[lambda] NUMBER[2]",
                "größe = 'ä'|STRING['ä']",
            })
    void findsTokens(String line, String tokens) {
        assertEquals(tokens == null ? "" : tokens, shown(line));
    }

    @Test
    void aTripleQuotedStringGoesOverLines() {
        assertEquals(
                "STRING[\"\"\"one\n'two' \\\"\"\" # three\n\"\"\"] COMMENT[# four]",
                shown("\"\"\"one\n'two' \\\"\"\" # three\n\"\"\" # four"));
    }

    @Test
    void anOpenStringEndsWithItsLine() {
        assertEquals("STRING['open] KEYWORD[def] DEFINITION[feed]", shown("x = 'open\ndef feed"));
    }

    @Test
    void anythingHasTokensThatDoNotOverlap() {
        String nasty = "f'{f\"{'x'}\"}' { } @ \"\"\" \\";
        for (int end = 0; end <= nasty.length(); end++) {
            int done = 0;
            for (Token token : PythonTokenizer.of(nasty.substring(0, end))) {
                assertEquals(true, token.start() >= done && token.end() > token.start() && token.end() <= end);
                done = token.end();
            }
        }
    }

    private static String shown(String text) {
        return PythonTokenizer.of(text).stream()
                .map(token -> token.kind() + "[" + text.substring(token.start(), token.end()) + "]")
                .collect(Collectors.joining(" "));
    }
}
