package vivarium.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterLanguageTest {
    private static final FilterLanguage LANGUAGE =
            new FilterLanguage(InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")), ZoneOffset.UTC);

    private static Filter parse(String text) {
        try {
            return LANGUAGE.parse(text);
        } catch (FilterSyntaxException wrong) {
            throw new AssertionError(wrong.pointing(text), wrong);
        }
    }

    /** The same filter, written shorter. */
    private static String shown(String text) {
        return parse(text)
                .toString()
                .replaceAll("(terms|term|match|fact|side|name|quantity|least|most|flag|part|whole|glob|pattern)=", "")
                .replace("Optional", "")
                .replace("9223372036854775807", "∞");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            method:post                 ¦ Text[METHOD, Exactly[post]]
            method!=GET                 ¦ Not[Text[METHOD, Exactly[GET]]]
            path:/notes                 ¦ Text[PATH, Contains[/notes]]
            path:/notes/*               ¦ Text[PATH, Glob[/notes/*]]
            path~^/notes/(\\d+|new)$    ¦ Text[PATH, Regex[^/notes/(\\d+|new)$]]
            status:404                  ¦ Range[STATUS, 404, 404]
            status:5xx                  ¦ Range[STATUS, 500, 599]
            status:400-499              ¦ Range[STATUS, 400, 499]
            status:404,5xx              ¦ Or[[Range[STATUS, 404, 404], Range[STATUS, 500, 599]]]
            status>=4xx                 ¦ Range[STATUS, 400, ∞]
            status>4xx                  ¦ Range[STATUS, 500, ∞]
            size>10k                    ¦ Range[RESPONSE_SIZE, 10001, ∞]
            size:1k..1.5KiB             ¦ Range[RESPONSE_SIZE, 1000, 1536]
            request.size:0              ¦ Range[REQUEST_SIZE, 0, 0]
            duration>=1.5s              ¦ Range[DURATION, 1500000000, ∞]
            duration>250                ¦ Range[DURATION, 250000001, ∞]
            time>=-5m                   ¦ Range[TIME, 1795262100000, ∞]
            time:10:30                  ¦ Range[TIME, 1795257000000, 1795257059999]
            time:2026-11-20             ¦ Range[TIME, 1795132800000, 1795219199999]
            time:10:30..10:31:05        ¦ Range[TIME, 1795257000000, 1795257065999]
            header:gzip                 ¦ HeaderField[EITHER, .empty, Contains[gzip]]
            header.x-api-key:abc        ¦ HeaderField[EITHER, [x-api-key], Contains[abc]]
            response.header.etag="\\"1\\"" ¦ HeaderField[RESPONSE, [etag], Exactly["1"]]
            type:json                   ¦ HeaderField[RESPONSE, [content-type], Contains[json]]
            body:"two words"            ¦ Body[EITHER, Contains[two words]]
            request.body:*              ¦ Body[REQUEST, Glob[*]]
            log:'it''s'                 ¦ And[[Log[Contains[it]], Text[TARGET, Contains[s]]]]
            exception:KeyError          ¦ Text[EXCEPTION, Contains[KeyError]]
            thread:worker-1             ¦ Text[THREAD, Exactly[worker-1]]
            is:marked                   ¦ Is[MARKED]
            has:finding                 ¦ Is[HAS_FINDING]
            notes                       ¦ Text[TARGET, Contains[notes]]
            "and"                       ¦ Text[TARGET, Contains[and]]
            /notes/*                    ¦ Text[PATH, Glob[/notes/*]]
            http://x:8000/              ¦ Text[TARGET, Contains[http://x:8000/]]
            """)
    void aTermMeans(String text, String meaning) {
        assertEquals(meaning, shown(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            ~m post             ¦ Text[METHOD, Contains[post]]
            ~u /a.*b            ¦ Text[TARGET, Regex[/a.*b]]
            ~u path:/x          ¦ Text[TARGET, Contains[path:/x]]
            ~c 404              ¦ Range[STATUS, 404, 404]
            ~bq x               ¦ Body[REQUEST, Contains[x]]
            ~bs "a b"           ¦ Body[RESPONSE, Contains[a b]]
            ~b x                ¦ Body[EITHER, Contains[x]]
            ~hq cookie          ¦ HeaderField[REQUEST, .empty, Contains[cookie]]
            ~hs a+              ¦ HeaderField[RESPONSE, .empty, Regex[a+]]
            ~t json             ¦ HeaderField[EITHER, [content-type], Contains[json]]
            ~replayq            ¦ Is[REPLAYED]
            ~replayed           ¦ Is[REPLAYED]
            ~marked             ¦ Is[MARKED]
            ~q                  ¦ Not[Is[HAS_RESPONSE]]
            !(~c 200 | ~c 3xx) & ~m get ¦ And[[Not[Or[[Range[STATUS, 200, 200], Range[STATUS, 300, 399]]]], Text[METHOD, Contains[get]]]]
            """)
    void mitmproxysSpellingIsUnderstood(String text, String meaning) {
        assertEquals(meaning, shown(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            a b or c            ¦ a and b or c
            a and b or c        ¦ (a b) | c
            not a b             ¦ (!a) & b
            NOT (a OR b)        ¦ !(a||b)
            """)
    void andBindsStrongerThanOr(String text, String same) {
        // A regular expression's | needs no space; two words in parentheses do.
        var spaced = same.replace("||", " || ");
        assertEquals(shown(spaced), shown(text));
    }

    @Test
    void blankMeansAll() {
        assertEquals(Filter.all(), parse("  "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            statsu:404              ¦ statsu  ¦ There is nothing called statsu; did you mean status?
            colour:red              ¦ colour  ¦ There is nothing called colour; put quotes around it all to find it as text.
            path:/x status:abc      ¦ abc     ¦ abc is not a status: write 404, 4xx or 400-499.
            duration>soon           ¦ soon    ¦ soon is not a duration: write 250ms, 1.5s or 2m.
            size>1q                 ¦ 1q      ¦ 1q is not a size: write 512, 10k or 1.5M.
            time:99:00              ¦ 99:00   ¦ 99:00 is not a time: write 10:30, 2026-11-21, 2026-11-21T10:30 or -5m.
            path~[a                 ¦ [a      ¦ This is no regular expression: Unclosed character class.
            method>GET              ¦ method>GET ¦ method goes with : = ~ !=, not with >.
            is:red                  ¦ red     ¦ is: knows marked, pinned, replayed.
            (status:404             ¦ (       ¦ This parenthesis is not closed; add a ) at its end.
            a) b                    ¦ )       ¦ This parenthesis closes none; leave it out.
            a or                    ¦ ''      ¦ Something is missing at the end: a term such as status:404.
            a and | b               ¦ |       ¦ Something is missing before this: a term such as status:404.
            path:                   ¦ ''      ¦ path: wants a value after it.
            body:"abc               ¦ "abc    ¦ The closing " is missing.
            ~m                      ¦ ~m      ¦ ~m wants something after it.
            ~c all                  ¦ all     ¦ all is not a status: write 404 or 4xx.
            """)
    void anErrorPointsAtTheWord(String text, String word, String message) {
        var wrong = assertThrows(FilterSyntaxException.class, () -> LANGUAGE.parse(text));

        assertEquals(message, wrong.getMessage());
        assertEquals(word, text.substring(wrong.from(), wrong.to()));
    }

    @Test
    void theTerminalShowsThePlace() {
        var wrong = assertThrows(FilterSyntaxException.class, () -> LANGUAGE.parse("a status:x"));

        assertEquals("""
                x is not a status: write 404, 4xx or 400-499.
                  a status:x
                           ^""", wrong.pointing("a status:x"));
    }

    @Test
    void everyProposalCanBeParsedOnceItIsComplete() {
        var names = LANGUAGE.complete("", 0);
        assertTrue(names.size() > 15, names::toString);
        for (var name : names) {
            for (var value : LANGUAGE.complete(name.text(), name.text().length())) {
                parse(value.applied(name.text()));
            }
        }
    }

    @Test
    void completesTheWordAtTheCaret() {
        assertEquals(
                List.of("status:404 method:GET"),
                LANGUAGE.complete("status:404 me", 13).stream()
                        .map(proposal -> proposal.applied("status:404 me") + "GET")
                        .toList());
        assertEquals(
                List.of("!(has:finding)"),
                LANGUAGE.complete("!(has:fi)", 8).stream()
                        .map(proposal -> proposal.applied("!(has:fi)"))
                        .toList());
        assertEquals(List.of(), LANGUAGE.complete("nothing:", 8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            id7+\\b             ¦ id7
            total: \\d+ items   ¦ total:\\u0020
            abc?def             ¦ def
            abc*?defg           ¦ defg
            ab{2,3}cde          ¦ cde
            a\\.b\\.c            ¦ a.b.c
            (milk|tea) today    ¦ \\u0020today
            [abc]+xyz[^]]q      ¦
            [a[bc]&&[^d]]xyz    ¦ xyz
            milk|tea            ¦
            (?i)milk            ¦
            (?:milk)tea         ¦ tea
            (?<n>milk)tea       ¦ tea
            \\Qa|b\\E           ¦
            \\x41bc             ¦
            ^GET /$             ¦ GET /
            x(y(z))uvw          ¦ uvw
            naïve𝒳?s            ¦ naïve
            """)
    void aTextThatARegularExpressionNeeds(String expression, String text) {
        var pattern = Pattern.compile(expression);
        assertEquals(
                text == null ? "" : text.replace("\\u0020", " "), new TextMatch.Regex(pattern).required(), expression);
    }

    @Test
    void globsMatchTheWholeAndNeverTakeLong() {
        assertTrue(new TextMatch.Glob("/a/*/c?").matches("/A/b/b/c1"));
        assertFalse(new TextMatch.Glob("/a/*/c?").matches("/a/b/c"));
        assertFalse(new TextMatch.Glob("*a*a*a*a*a*a*a*a*b").matches("a".repeat(50_000)));
    }
}
