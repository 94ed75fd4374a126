package vivarium.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.engine.PythonStack;
import vivarium.testing.Debugged;
import vivarium.testing.Wire;

/** What a paused request does to others, and others to it. */
class PausesTest {
    @RegisterExtension
    static final Debugged DEBUGGED = new Debugged(20);

    @Test
    void twentyRequestsStopInOneBreakpointAndGoOnOneByOne() {
        DEBUGGED.stopAt("inside");
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(DEBUGGED.ask("/plain?n" + i));
        }
        DEBUGGED.await("twenty pauses", () -> DEBUGGED.debugger().pauses().size() == 20);
        Set<String> names = new HashSet<>();
        for (Pause pause : DEBUGGED.debugger().pauses()) {
            names.add(DEBUGGED.local(pause, 0, "name").value());
            DEBUGGED.go(pause);
        }
        assertEquals(20, names.size());
        for (int i = 0; i < 20; i++) {
            String answer = DEBUGGED.get(answers.get(i));
            assertTrue(answer.contains("Hello n" + i + " ("), answer);
        }
    }

    @Test
    void threadsQueueForTheConsoleWhosePromptNamesThem() {
        DEBUGGED.stopAt("inside");
        var first = DEBUGGED.ask("/plain?first");
        Pause pause = DEBUGGED.pause();
        DEBUGGED.awaitPrompt();
        var second = DEBUGGED.ask("/plain?second");
        DEBUGGED.await("both", () -> DEBUGGED.debugger().pauses().size() == 2);
        assertEquals("'second'", DEBUGGED.value(DEBUGGED.debugger().pauses().get(1), "name")); // its prompt is there
        assertFalse(DEBUGGED.console().contains("second"), DEBUGGED.console());
        DEBUGGED.typeLast("c");
        DEBUGGED.get(first);
        DEBUGGED.await("the other's prompt", () -> DEBUGGED.console().contains("GET /plain?second"));
        DEBUGGED.awaitPrompt();
        Pause other = DEBUGGED.pause();
        assertTrue(DEBUGGED.console().endsWith("(Pdb " + other.thread() + " #" + other.exchange() + ") "));
        assertTrue(other.id() != pause.id());
        DEBUGGED.typeLast("c");
        assertTrue(DEBUGGED.get(second).endsWith("Hello second (6)"));
    }

    @Test
    void aChosenThreadHasTheConsole() {
        DEBUGGED.stopAt("inside");
        var first = DEBUGGED.ask("/plain?first");
        Pause one = DEBUGGED.pause();
        var second = DEBUGGED.ask("/plain?second");
        DEBUGGED.await("both", () -> DEBUGGED.debugger().pauses().size() == 2);
        Pause two = DEBUGGED.debugger().pauses().get(1);
        DEBUGGED.debugger().choose(two);
        assertEquals(two, DEBUGGED.pause());
        DEBUGGED.await("its prompt", () -> DEBUGGED.console().contains("/plain?second"));
        assertTrue(DEBUGGED.type("p name").contains("'second'"));
        DEBUGGED.debugger().choose(one);
        assertTrue(DEBUGGED.type("p name").contains("'first'"));
        DEBUGGED.go(one);
        DEBUGGED.go(two);
        DEBUGGED.get(first);
        DEBUGGED.get(second);
    }

    @Test
    void othersAreServedAndThreadDumpsAnsweredMeanwhile() {
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.pause();
        DEBUGGED.awaitPrompt();
        assertTrue(DEBUGGED.get(DEBUGGED.ask("/handled")).endsWith("nothing"));
        DEBUGGED.await(
                "its stack",
                () -> DEBUGGED.served().python().engine().stacks(false, Duration.ofSeconds(5)).stream()
                        .anyMatch(stack -> stack.thread().equals(pause.thread())
                                && stack.frames().stream()
                                        .map(PythonStack.Frame::function)
                                        .toList()
                                        .contains("greet")));
        DEBUGGED.go(pause);
        DEBUGGED.get(answer);
    }

    @Test
    void theClientMayGoWhileItsRequestIsPaused() {
        DEBUGGED.stopAt("inside");
        try (Wire wire = DEBUGGED.served().connect()) {
            wire.send("GET /plain?ada HTTP/1.1\r\nHost: here\r\n\r\n");
            Pause pause = DEBUGGED.pause();
            wire.reset();
            assertEquals("'ada'", DEBUGGED.local(pause, 0, "name").value());
            DEBUGGED.go(pause);
        }
        DEBUGGED.served().journal().lastStory();
    }

    @Test
    void releasedPausesEndAndNothingStopsAnyMore() {
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        DEBUGGED.pause();
        DEBUGGED.debugger().release();
        assertTrue(DEBUGGED.get(answer).endsWith("Hello ada (3)"));
        assertTrue(DEBUGGED.get(DEBUGGED.ask("/plain?bob")).endsWith("Hello bob (3)"));
    }

    @Test
    void whatIsWrittenInTheCodeStopsToo() {
        var answer = DEBUGGED.ask("/breakpoint");
        Pause pause = DEBUGGED.pauseAt("by-hand");
        assertEquals(StopReason.Kind.CODE, pause.reason().kind());
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).endsWith("before!"));
        answer = DEBUGGED.ask("/set_trace");
        DEBUGGED.go(DEBUGGED.pauseAt("by-pdb"));
        assertTrue(DEBUGGED.get(answer).endsWith("before!"));
        answer = DEBUGGED.ask("/post_mortem");
        pause = DEBUGGED.pauseAt("raise");
        assertEquals("{'one': 1}", DEBUGGED.local(pause, 0, "data").value());
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).endsWith("after"));
    }

    @Test
    void whatIsWrittenInTheCodeStopsBesidesBreakpointsToo() {
        DEBUGGED.stopAt("name");
        var answer = DEBUGGED.ask("/breakpoint");
        DEBUGGED.go(DEBUGGED.pauseAt("by-hand"));
        assertTrue(DEBUGGED.get(answer).endsWith("before!"));
    }

    @Test
    void aFrameworksStandardOutputIsNotThePrompts() {
        var answer = DEBUGGED.ask("/redirected");
        DEBUGGED.pauseAt("redirected");
        assertTrue(DEBUGGED.type("p word").contains("\n'here'\n"));
        assertTrue(DEBUGGED.type("print(word, 'twice')").contains("\nhere twice\n"));
        DEBUGGED.typeLast("c");
        String printed = DEBUGGED.get(answer);
        assertTrue(printed.endsWith("\n\nfor the framework\nhere\n"), printed);
    }

    @Test
    void postMortemsOfARequestForDataWhoseResponseIsOnItsWay() {
        String request = "POST /api HTTP/1.1\r\nHost: here\r\nAccept: application/json\r\n"
                + "X-Requested-With: XMLHttpRequest\r\nContent-Length: 1\r\nConnection: close\r\n\r\n0";
        String answer = DEBUGGED.served().send(request);
        assertTrue(answer.startsWith("HTTP/1.1 200 OK") && answer.contains("{\"animals\": ["), answer);
        DEBUGGED.await("its end", () -> !DEBUGGED.debugger().postMortems().isEmpty());
        PostMortem kept = DEBUGGED.debugger().postMortems().getFirst();
        assertEquals("ZeroDivisionError", kept.failure().type());
        assertTrue(DEBUGGED.debugger().open(kept));
        Pause pause = DEBUGGED.pauseAt("api");
        assertTrue(DEBUGGED.type("p count, environ['REQUEST_METHOD']").contains("\n(0, 'POST')\n"));
        DEBUGGED.go(pause);
    }

    @Test
    void theFramesOfAnUncaughtExceptionAreKept() {
        assertTrue(DEBUGGED.get(DEBUGGED.ask("/failing")).startsWith("HTTP/1.1 500 "));
        PostMortem kept = DEBUGGED.debugger().postMortems().getFirst();
        assertEquals("KeyError", kept.failure().type());
        assertTrue(DEBUGGED.debugger().open(kept));
        Pause pause = DEBUGGED.pauseAt("raise");
        assertEquals(StopReason.Kind.POST_MORTEM, pause.reason().kind());
        assertEquals(kept.exchange(), pause.exchange());
        assertEquals("{'one': 1}", DEBUGGED.local(pause, 0, "data").value());
        assertTrue(DEBUGGED.type("p data['one'] + 1").contains("\n2\n"));
        assertTrue(DEBUGGED.type("p $_exception").contains("KeyError('two')"));
        assertTrue(pause.step(new Step.Over()).isCompletedExceptionally());
        DEBUGGED.go(pause);
        for (int i = 0; i < 25; i++) {
            DEBUGGED.get(DEBUGGED.ask("/failing"));
        }
        assertEquals(20, DEBUGGED.debugger().postMortems().size());
        assertFalse(DEBUGGED.debugger().open(kept));
    }

    @Test
    void theApplicationStopsRightAfterItWasLoadedWhereThatIsAskedFor() {
        DEBUGGED.debugger().stopAtStartup(true);
        var loaded = CompletableFuture.runAsync(() -> DEBUGGED.served().python().load("wire.debugged", 20));
        Pause pause = DEBUGGED.pause();
        DEBUGGED.debugger().stopAtStartup(false);
        assertEquals(StopReason.Kind.STARTUP, pause.reason().kind());
        assertTrue(DEBUGGED.type("p application.__name__").contains("'application'"));
        assertFalse(loaded.isDone());
        DEBUGGED.typeLast("c");
        DEBUGGED.await("the end of loading", loaded::isDone);
    }

    @Test
    void exceptionsThatLeaveTheApplicationStopWhereThatIsAskedFor() {
        DEBUGGED.debugger().stopAtUncaught(true);
        var answer = DEBUGGED.ask("/failing");
        Pause pause = DEBUGGED.pauseAt("raise");
        assertEquals(StopReason.Kind.EXCEPTION, pause.reason().kind());
        assertEquals("KeyError: 'two'", pause.reason().text());
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).startsWith("HTTP/1.1 500 "));
    }
}
