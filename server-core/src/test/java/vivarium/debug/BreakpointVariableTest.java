package vivarium.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.journal.Event;
import vivarium.testing.Debugged;

/** What the environment variable {@code PYTHONBREAKPOINT} does to {@code breakpoint()} (PEP 553). */
class BreakpointVariableTest {
    @RegisterExtension
    static final Debugged DEBUGGED = new Debugged();

    @Test
    void zeroPassesItBySayingSoOnceForEachPlace() {
        String answer = DEBUGGED.get(DEBUGGED.ask("/variable?0"));
        assertTrue(answer.endsWith("one two"), answer);
        DEBUGGED.get(DEBUGGED.ask("/variable?0"));
        var said = DEBUGGED.served().journal().events().stream()
                .filter(Event.LogLine.class::isInstance)
                .map(Event.LogLine.class::cast)
                .toList();
        assertEquals(
                List.of("File \"" + DEBUGGED.file() + "\", line " + DEBUGGED.line("by-variable")
                        + ", in by_variable: breakpoint() does not stop, because the environment variable"
                        + " PYTHONBREAKPOINT is 0"),
                said.stream().map(Event.LogLine::text).toList());
        assertEquals(
                DEBUGGED.served().journal().firstExchange(), said.getFirst().exchange());
    }

    @Test
    void emptyIsThisDebugger() {
        stopsTwice(DEBUGGED.ask("/variable?"));
    }

    @Test
    void pdbIsThisDebugger() {
        stopsTwice(DEBUGGED.ask("/variable?pdb.set_trace"));
    }

    private static void stopsTwice(CompletableFuture<String> answer) {
        Pause first = DEBUGGED.pauseAt("after-variable");
        assertEquals(StopReason.Kind.CODE, first.reason().kind());
        DEBUGGED.go(first);
        DEBUGGED.await(
                "the second",
                () -> DEBUGGED.debugger()
                        .current()
                        .filter(pause -> pause.id() != first.id())
                        .isPresent());
        DEBUGGED.go(DEBUGGED.pauseAt("after-variable"));
        assertTrue(DEBUGGED.get(answer).endsWith("one two"), DEBUGGED.get(answer));
    }

    @Test
    void aCallableIsCalled() {
        String answer = DEBUGGED.get(DEBUGGED.ask("/variable?wire.debugged.remember"));
        assertTrue(answer.endsWith("one two called(){} called(){}"), answer);
    }

    @Test
    void aCallableThatStopsLandsInThisConsole() {
        var answer = DEBUGGED.ask("/variable?wire.debugged.own_stop");
        Pause pause = DEBUGGED.pauseAt("own-stop");
        DEBUGGED.awaitPrompt();
        assertTrue(DEBUGGED.console().contains("my own stop"), DEBUGGED.console());
        pause = DEBUGGED.step(pause, new Step.Out());
        assertEquals("by_variable", Debugged.top(pause).function());
        DEBUGGED.go(pause);
        DEBUGGED.await("the second", () -> DEBUGGED.debugger().current().isPresent());
        DEBUGGED.go(DEBUGGED.pauseAt("own-stop"));
        assertTrue(DEBUGGED.get(answer).contains("one two"), DEBUGGED.get(answer));
    }

    @Test
    void whatCannotBeImportedIsWarnedOfAndPassedBy() {
        String answer = DEBUGGED.get(DEBUGGED.ask("/variable?no.such.thing"));
        assertTrue(answer.contains("one two"), answer);
        DEBUGGED.await(
                "the warning",
                () -> DEBUGGED.served().journal().events().stream()
                        .anyMatch(event -> event instanceof Event.LogLine line
                                && line.text().contains("Ignoring unimportable $PYTHONBREAKPOINT: \"no.such.thing\"")));
    }
}
