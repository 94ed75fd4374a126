package vivarium.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.journal.Event;
import vivarium.testing.Debugged;

/** Steps through a live request, from a line to the end of its response. */
class SteppingTest {
    @RegisterExtension
    static final Debugged DEBUGGED = new Debugged();

    @Test
    void aLiveRequestStopsIsLookedAtAndGoesOn() {
        DEBUGGED.stopAt("greet");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.pauseAt("greet");
        assertEquals(
                List.of("plain", "application"),
                pause.frames().stream().map(Frame::function).toList());
        assertEquals("'ada'", DEBUGGED.local(pause, 0, "name").value());
        assertEquals("'/plain'", DEBUGGED.local(pause, 1, "path").value());
        assertFalse(answer.isDone());
        pause = DEBUGGED.step(pause, new Step.Into(), "inside");
        pause = DEBUGGED.step(pause, new Step.Over(), "greeted");
        pause = DEBUGGED.step(pause, new Step.Out(), "greet");
        pause = DEBUGGED.step(pause, new Step.Over(), "start");
        pause = DEBUGGED.step(pause, new Step.Until(DEBUGGED.line("return")), "return");
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).endsWith("Hello ada (3)"), DEBUGGED.get(answer));
    }

    @Test
    void theJournalTellsOfThePauseAndOfTheStep() {
        Breakpoint added = DEBUGGED.stopAt("greet");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.step(DEBUGGED.pause(), new Step.Over());
        DEBUGGED.go(pause);
        DEBUGGED.get(answer);
        var told = DEBUGGED.served().journal().events().stream()
                .filter(event -> event instanceof Event.Paused || event instanceof Event.Resumed)
                .map(event -> switch (event) {
                    case Event.Paused paused -> paused.reason() + " in " + paused.function();
                    case Event.Resumed resumed -> resumed.how() + " of " + (resumed.exchange() - pause.exchange());
                    default -> "";
                })
                .toList();
        assertEquals(
                List.of("breakpoint " + added.id() + " in plain", "over of 0", "step in plain", "continue of 0"), told);
    }

    @Test
    void aBodyIsSteppedInAsItIsSent() {
        DEBUGGED.stopAt("part");
        var answer = DEBUGGED.ask("/streamed");
        Pause pause = DEBUGGED.pauseAt("part");
        assertEquals("parts", Debugged.top(pause).function());
        pause = DEBUGGED.step(pause, new Step.Over(), "yield");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            pause = DEBUGGED.step(pause, new Step.Over());
            lines.add(Debugged.top(pause).function());
        }
        assertEquals(List.of("parts", "parts", "parts"), lines);
        assertEquals("1", DEBUGGED.local(pause, 0, "number").value());
        finish(answer);
        assertTrue(DEBUGGED.get(answer).contains("part 2;"));
    }

    @Test
    void theApplicationsReturnLeadsToTheFirstLineOfItsBody() {
        DEBUGGED.stopAt("leave");
        var answer = DEBUGGED.ask("/streamed");
        Pause pause = DEBUGGED.step(DEBUGGED.pauseAt("leave"), new Step.Over());
        assertEquals("parts", Debugged.top(pause).function());
        finish(answer);
    }

    @Test
    void withTryFinallyComprehensionsAndCoroutinesAreSteppedThrough() {
        DEBUGGED.stopAt("with");
        var answer = DEBUGGED.ask("/constructs");
        Pause pause = DEBUGGED.pauseAt("with");
        List<String> path = new ArrayList<>();
        while (Debugged.top(pause).line() != DEBUGGED.line("constructs-end")) {
            pause = DEBUGGED.step(pause, new Step.Into());
            path.add(Debugged.top(pause).function() + " " + Debugged.top(pause).line());
        }
        for (String wanted : List.of(
                "constructs " + DEBUGGED.line("with-raise"),
                "constructs " + DEBUGGED.line("try"),
                "constructs " + DEBUGGED.line("finally"),
                "constructs " + DEBUGGED.line("comprehension"),
                "square " + DEBUGGED.line("square"),
                "constructs " + DEBUGGED.line("async-call"),
                "later " + DEBUGGED.line("async"),
                "later " + DEBUGGED.line("async-end"))) {
            assertTrue(path.contains(wanted), wanted + " is not in " + path);
        }
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).endsWith("[1, 2, 3, 5, 4, 9]"));
    }

    @Test
    void aChosenCallOfAStatementOfSeveralLinesIsSteppedInto() {
        DEBUGGED.stopAt("folded");
        var answer = DEBUGGED.ask("/folded");
        Pause pause = DEBUGGED.pauseAt("folded");
        assertEquals(List.of("greet", "shout"), DEBUGGED.get(pause.calls()), "not those of the body");
        pause = DEBUGGED.step(pause, new Step.IntoCall("shout"), "shouted");
        assertEquals("'Hello two (3)'", DEBUGGED.local(pause, 0, "text").value());
        finish(answer);
    }

    @Test
    void aChosenCallOfTheLineIsSteppedInto() {
        DEBUGGED.stopAt("greet");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.pauseAt("greet");
        assertEquals(List.of("greet"), DEBUGGED.get(pause.calls()));
        DEBUGGED.step(pause, new Step.IntoCall("greet"), "inside");
        finish(answer);
    }

    @Test
    void aRunningRequestIsPaused() {
        var answer = DEBUGGED.ask("/endless");
        long exchange = DEBUGGED.served().journal().firstExchange();
        DEBUGGED.await("a loop", () -> {
            DEBUGGED.debugger().pause(exchange);
            return DEBUGGED.debugger().current().isPresent();
        });
        Pause pause = DEBUGGED.pause();
        assertEquals(StopReason.Kind.PAUSE, pause.reason().kind());
        assertInstanceOf(Evaluation.Done.class, DEBUGGED.get(pause.evaluate(0, "COUNTER[0] = -10")));
        finish(answer);
        assertTrue(DEBUGGED.get(answer).endsWith("ended"));
    }

    @Test
    void anAbortedRequestIsAnsweredWith500AndTheLineIsNotExecuted() {
        DEBUGGED.stopAt("start");
        var answer = DEBUGGED.ask("/plain?ada");
        DEBUGGED.get(DEBUGGED.pauseAt("start").step(new Step.Abort()));
        assertTrue(DEBUGGED.get(answer).startsWith("HTTP/1.1 500 "), DEBUGGED.get(answer));
        assertTrue(DEBUGGED.get(answer).contains("bdb.BdbQuit"), DEBUGGED.get(answer));
    }

    @Test
    void anAbortInTheMiddleOfABodyBreaksItOff() {
        DEBUGGED.stopAt("yield");
        var answer = DEBUGGED.ask("/streamed");
        Pause pause = DEBUGGED.pauseAt("yield");
        DEBUGGED.go(pause);
        DEBUGGED.await(
                "the second part",
                () -> DEBUGGED.debugger()
                        .current()
                        .filter(next -> next.id() != pause.id())
                        .isPresent());
        DEBUGGED.get(DEBUGGED.pause().step(new Step.Abort()));
        String received = DEBUGGED.get(answer);
        assertTrue(received.contains("part 0;"), received);
        assertFalse(received.contains("part 2;"), received);
        assertTrue(DEBUGGED.served().journal().lastStory().endsWith("ended BROKEN_OFF\n"));
    }

    @Test
    void aThousandStepsInARow() {
        DEBUGGED.stopAt("loop");
        var answer = DEBUGGED.ask("/looping?600");
        Pause pause = DEBUGGED.pauseAt("loop");
        DEBUGGED.breakpoints()
                .list()
                .forEach(status ->
                        DEBUGGED.breakpoints().remove(status.breakpoint().id()));
        for (int i = 0; i < 1000; i++) {
            pause = DEBUGGED.step(pause, new Step.Over());
            assertEquals("looping", Debugged.top(pause).function());
        }
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).endsWith("179700"), DEBUGGED.get(answer));
    }

    @Test
    void jumpsAreRefusedWithAReason() {
        DEBUGGED.stopAt("greet");
        var answer = DEBUGGED.ask("/plain");
        Pause pause = DEBUGGED.pauseAt("greet");
        var refused = pause.step(new Step.Jump(1)).exceptionNow();
        assertInstanceOf(DebugException.class, refused);
        assertTrue(pause.alive());
        finish(answer);
    }

    /** Takes all breakpoints away and lets everything go on. */
    private static void finish(CompletableFuture<String> answer) {
        DEBUGGED.breakpoints()
                .list()
                .forEach(status ->
                        DEBUGGED.breakpoints().remove(status.breakpoint().id()));
        DEBUGGED.await("the end", () -> {
            DEBUGGED.debugger().current().ifPresent(DEBUGGED::go);
            return answer.isDone();
        });
    }
}
