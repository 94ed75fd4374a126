package vivarium.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.testing.Debugged;

/** pdb's commands about breakpoints, given before anything has stopped. */
class UnpausedConsoleTest {
    @RegisterExtension
    static final Debugged DEBUGGED = new Debugged();

    @Test
    void aBreakpointWithAConditionStopsTheNextRequest() {
        long number = DEBUGGED.breakpoints().next();
        assertEquals(
                "Breakpoint " + number + " at " + DEBUGGED.file() + ":" + DEBUGGED.line("inside") + "\n",
                say("b wire/debugged.py:" + DEBUGGED.line("inside") + ", name == 'ada'"));
        assertEquals(
                List.of(DEBUGGED.at("inside").numbered(number).when("name == 'ada'")),
                DEBUGGED.breakpoints().list().stream()
                        .map(BreakpointStatus::breakpoint)
                        .toList());
        assertTrue(DEBUGGED.get(DEBUGGED.ask("/plain?bob")).endsWith("Hello bob (3)"));
        var answer = DEBUGGED.ask("/plain?ada");
        DEBUGGED.go(DEBUGGED.pauseAt("inside"));
        DEBUGGED.get(answer);
    }

    @Test
    void everyCommandAnswersAsPdbDoes() {
        String place = DEBUGGED.file() + ":" + DEBUGGED.line("inside");
        long number = DEBUGGED.breakpoints().next();
        assertEquals("", say("b"));
        assertEquals("Breakpoint " + number + " at " + place + "\n", say("tbreak " + place));
        assertTrue(only().oneShot());
        assertTrue(say("b").contains("%-4dbreakpoint   del  yes   at %s".formatted(number, place)), say("b"));
        assertEquals("Disabled breakpoint " + number + " at " + place + "\n", say("disable " + number));
        assertFalse(only().enabled());
        assertEquals("Enabled breakpoint " + number + " at " + place + "\n", say("enable " + number));
        assertTrue(only().enabled());
        assertEquals(
                "New condition set for breakpoint " + number + ".\n", say("condition " + number + " len(name) > 2"));
        assertEquals("len(name) > 2", only().condition());
        assertEquals("Breakpoint " + number + " is now unconditional.\n", say("condition " + number));
        assertEquals("Will ignore next 2 crossings of breakpoint " + number + ".\n", say("ignore " + number + " 2"));
        assertEquals(2, only().ignore());
        assertEquals("Deleted breakpoint " + number + " at " + place + "\n", say("clear " + place));
        say("b " + place);
        assertEquals("Deleted breakpoint " + (number + 1) + " at " + place + "\n", say("cl " + (number + 1)));
        assertEquals(List.of(), DEBUGGED.breakpoints().list());
    }

    @Test
    void aFunctionIsStoppedInAtItsFirstStatement() {
        String said = say("b wire.debugged.greet");
        assertTrue(said.endsWith(" at " + DEBUGGED.file() + ":" + DEBUGGED.line("inside") + "\n"), said);
        var answer = DEBUGGED.ask("/plain?ada");
        DEBUGGED.go(DEBUGGED.pauseAt("inside"));
        DEBUGGED.get(answer);
    }

    @Test
    void whatCannotBeDoneIsSaidAsPdbSaysIt() {
        assertEquals("*** 'nowhere.py' not found from sys.path\n", say("b nowhere.py:3"));
        assertEquals("*** Bad lineno: x\n", say("b wire/debugged.py:x"));
        assertEquals("End of file\n", say("b wire/debugged.py:99999"));
        assertEquals("*** Blank or comment\n", say("b wire/debugged.py:2"));
        assertEquals("*** No thread is paused, so that a line needs its file: b FILE:LINE\n", say("b 12"));
        assertEquals("*** Which? cl NUMBER or cl FILE:LINE\n", say("cl"));
        assertEquals(
                "*** Breakpoint 99 already deleted\n",
                say("disable 99").replaceAll("number .* out of range", "99 already deleted"));
        assertTrue(say("b wire/debugged.py:3, 1 +").startsWith("*** Invalid condition 1 +: SyntaxError"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b = 1",
                "b += 1",
                "b.x",
                "b(1)",
                "b == 2",
                "b [1]",
                "clear()",
                "break_",
                "n",
                "p b",
                "disabled 3",
                ""
            })
    void whatIsNoCommandIsForWhoeverReads(String line) {
        assertEquals(Optional.empty(), DEBUGGED.debugger().command(line));
    }

    @Test
    void aPausedThreadsPromptTakesThemItself() {
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.pauseAt("inside");
        assertEquals(Optional.empty(), DEBUGGED.debugger().command("b"));
        DEBUGGED.go(pause);
        DEBUGGED.get(answer);
    }

    private static Breakpoint only() {
        return DEBUGGED.breakpoints().list().getFirst().breakpoint();
    }

    private static String say(String line) {
        return DEBUGGED.get(DEBUGGED.debugger().command(line).orElseThrow());
    }
}
