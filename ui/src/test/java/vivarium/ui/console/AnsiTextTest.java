package vivarium.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vivarium.ui.parts.Typed;

class AnsiTextTest {
    private final AnsiText ansi = new AnsiText();

    @Test
    void coloursBecomeStyles() {
        assertEquals(
                "[ansi-red]bad[] and [ansi-bold, ansi-green]good",
                shown("\u001b[31mbad\u001b[0m and \u001b[1;92mgood"));
        assertEquals("[ansi-bold]x[]y", shown("\u001b[39mx\u001b[my"));
    }

    @Test
    void coloursOfLargerPalettesAreNoneOfTheSixteen() {
        assertEquals("[]x[ansi-red]y", shown("\u001b[38;5;31mx\u001b[38;2;1;2;3;31my"));
    }

    @Test
    void otherSequencesVanish() {
        assertEquals(
                "[]ab[]cd",
                shown("a\u001b[2Kb\u001b]0;title\u0007c\u001b(Bd\u0007")
                        .replace("a[]b", "ab")
                        .replace("c[]d", "cd"));
    }

    @Test
    void sequencesMayBeCutAnywhere() {
        assertEquals("[]a", shown("a\u001b[3"));
        assertEquals("[ansi-red]b", shown("1mb"));
    }

    @Test
    void aCarriageReturnIsKeptUnlessALineFeedFollows() {
        assertEquals("[]a", shown("a\r"));
        assertEquals("[]\nb\rc", shown("\nb\rc"));
    }

    @Test
    void linesThatWereTypedComeBack() {
        var typed = new Typed(2);
        List.of("a", "b", "b", "c").forEach(typed::add);
        assertEquals("c", typed.older("draft"));
        assertEquals("b", typed.older("c"));
        assertEquals("b", typed.older("b"));
        assertEquals("c", typed.newer("b"));
        assertEquals("draft", typed.newer("c"));
        assertEquals("draft", typed.newer("draft"));
    }

    private String shown(String text) {
        return ansi.take(text).stream()
                .map(piece -> piece.styles() + piece.text())
                .collect(Collectors.joining());
    }
}
