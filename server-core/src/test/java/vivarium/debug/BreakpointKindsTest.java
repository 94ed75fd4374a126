package vivarium.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vivarium.journal.Event;
import vivarium.testing.Debugged;

/** Every kind of breakpoint stops where it says, and only there. */
class BreakpointKindsTest {
    @RegisterExtension
    static final Debugged DEBUGGED = new Debugged();

    @Test
    void aConditionIsAskedInTheFrame() {
        DEBUGGED.breakpoints().add(DEBUGGED.at("loop").when("number == 7"));
        var answer = DEBUGGED.ask("/looping?20");
        Pause pause = DEBUGGED.pauseAt("loop");
        assertEquals("7", DEBUGGED.local(pause, 0, "number").value());
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).endsWith("190"));
    }

    @Test
    void aConditionThatRaisesIsToldAtTheBreakpoint() {
        Breakpoint added = DEBUGGED.breakpoints().add(DEBUGGED.at("loop").when("nonsense > 1"));
        assertTrue(DEBUGGED.get(DEBUGGED.ask("/looping?3")).endsWith("3"));
        var state = DEBUGGED.breakpoints().find(added.id()).orElseThrow().state();
        assertEquals(new BreakpointStatus.State.ConditionFailed("NameError: name 'nonsense' is not defined"), state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spin()", "any(False for _ in iter(int, 1))", "__import__('time').sleep(100000)"})
    void aConditionThatNeverReturnsIsEndedAndTheRequestGoesOn(String endless) {
        Breakpoint added = DEBUGGED.breakpoints().add(DEBUGGED.at("loop").when(endless));
        assertTrue(DEBUGGED.get(DEBUGGED.ask("/looping?200")).endsWith("19900"));
        assertInstanceOf(
                BreakpointStatus.State.TooSlow.class,
                DEBUGGED.breakpoints().find(added.id()).orElseThrow().state());
        DEBUGGED.breakpoints().replace(added.when("number == 7"));
        var answer = DEBUGGED.ask("/looping?20");
        Pause pause = DEBUGGED.pauseAt("loop");
        assertEquals("7", DEBUGGED.local(pause, 0, "number").value());
        DEBUGGED.go(pause);
        DEBUGGED.get(answer);
    }

    @Test
    void aLogMessageThatIsNeverDoneIsEndedAndTheRequestGoesOn() {
        Breakpoint added = DEBUGGED.breakpoints().add(DEBUGGED.at("loop").logging("{spin()}"));
        assertTrue(DEBUGGED.get(DEBUGGED.ask("/looping?200")).endsWith("19900"));
        assertInstanceOf(
                BreakpointStatus.State.TooSlow.class,
                DEBUGGED.breakpoints().find(added.id()).orElseThrow().state());
    }

    @Test
    void aConditionAtTheEntryThatNeverReturnsIsEndedToo() {
        Breakpoint added =
                DEBUGGED.breakpoints().add(Breakpoint.on(new Trigger.Entry()).when("any(False for _ in iter(int, 1))"));
        String answer = DEBUGGED.get(DEBUGGED.ask("/plain?ada"));
        assertTrue(answer.endsWith("Hello ada (3)"), answer); // and with a Content-Length, as without a breakpoint
        assertInstanceOf(
                BreakpointStatus.State.TooSlow.class,
                DEBUGGED.breakpoints().find(added.id()).orElseThrow().state());
    }

    @Test
    void aStepGoesOnOverABreakpointWhoseConditionIsFalse() {
        DEBUGGED.stopAt("greet");
        DEBUGGED.breakpoints().add(DEBUGGED.at("inside").when("False"));
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.step(DEBUGGED.pauseAt("greet"), new Step.Over(), "start");
        DEBUGGED.go(pause);
        DEBUGGED.get(answer);
    }

    @Test
    void hitsAreCountedAndTheFirstOnesLetPass() {
        Breakpoint added = DEBUGGED.breakpoints().add(DEBUGGED.at("loop").ignoring(5));
        var answer = DEBUGGED.ask("/looping?20");
        Pause pause = DEBUGGED.pauseAt("loop");
        assertEquals("5", DEBUGGED.local(pause, 0, "number").value());
        assertEquals(6, DEBUGGED.breakpoints().find(added.id()).orElseThrow().hits());
        DEBUGGED.breakpoints().remove(added.id());
        DEBUGGED.go(pause);
        DEBUGGED.get(answer);
    }

    @Test
    void aLogPointWritesToTheErrorLogOfItsRequestAndDoesNotStop() {
        DEBUGGED.breakpoints().add(DEBUGGED.at("inside").logging("greeting {name!r}, {len(name)} letters"));
        DEBUGGED.get(DEBUGGED.ask("/plain?ada"));
        var line = (Event.LogLine) DEBUGGED.served().journal().await(event -> event instanceof Event.LogLine);
        assertEquals("greeting 'ada', 3 letters", line.text());
        assertEquals(DEBUGGED.served().journal().firstExchange(), line.exchange());
    }

    @Test
    void aOneShotIsGoneAfterItsStop() {
        DEBUGGED.breakpoints().add(DEBUGGED.at("loop").once());
        var answer = DEBUGGED.ask("/looping?20");
        Pause pause = DEBUGGED.pauseAt("loop");
        assertEquals(List.of(), DEBUGGED.breakpoints().list());
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).endsWith("190"));
    }

    @Test
    void aDisabledOneDoesNotStop() {
        DEBUGGED.breakpoints().add(DEBUGGED.at("inside").enabled(false));
        assertTrue(DEBUGGED.get(DEBUGGED.ask("/plain?ada")).endsWith("Hello ada (3)"));
    }

    @Test
    void aLineIsVerifiedOnceItsCodeIsLoaded() {
        Breakpoint added = DEBUGGED.stopAt("inside");
        DEBUGGED.await(
                "its verification",
                () -> DEBUGGED.breakpoints()
                        .find(added.id())
                        .orElseThrow()
                        .state()
                        .equals(new BreakpointStatus.State.Verified(DEBUGGED.line("inside"))));
    }

    @Test
    void oneForOtherRequestsDoesNotStop() {
        DEBUGGED.breakpoints().add(DEBUGGED.at("inside").within(new RequestScope("GET", "/pl*", "Host: here", 0)));
        DEBUGGED.breakpoints().add(DEBUGGED.at("name").within(new RequestScope("POST", "", "", 0)));
        DEBUGGED.breakpoints().add(DEBUGGED.at("name").within(new RequestScope("", "", "", 17)));
        var answer = DEBUGGED.ask("/plain?ada");
        DEBUGGED.go(DEBUGGED.pauseAt("inside"));
        DEBUGGED.get(answer);
    }

    @Test
    void theEntryOfTheNextMatchingRequest() {
        DEBUGGED.breakpoints()
                .add(Breakpoint.on(new Trigger.Entry())
                        .when("'ada' in environ['QUERY_STRING']")
                        .once());
        DEBUGGED.get(DEBUGGED.ask("/plain?bob"));
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.pauseAt("entry");
        assertEquals(List.of(), DEBUGGED.breakpoints().list());
        DEBUGGED.go(pause);
        DEBUGGED.get(answer);
    }

    @Test
    void startResponseForErrorsOnly() {
        DEBUGGED.breakpoints().add(Breakpoint.on(new Trigger.ResponseStart(400)));
        DEBUGGED.get(DEBUGGED.ask("/plain?bob"));
        var answer = DEBUGGED.ask("/teapot");
        Pause pause = DEBUGGED.pauseAt("teapot");
        assertTrue(
                pause.reason().text().contains("418 I am a teapot"),
                pause.reason().text());
        DEBUGGED.step(pause, new Step.Over());
        DEBUGGED.go(DEBUGGED.pause());
        DEBUGGED.get(answer);
    }

    @Test
    void theSecondChunk() {
        DEBUGGED.breakpoints().add(Breakpoint.on(new Trigger.Chunk(2)));
        var answer = DEBUGGED.ask("/streamed");
        Pause pause = DEBUGGED.pauseAt("yield");
        assertEquals("1", DEBUGGED.local(pause, 0, "number").value());
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).contains("part 2;"));
    }

    @ParameterizedTest
    @CsvSource({"by print 1, after-errors", "by print 2, after-stderr", "record 3, after-record"})
    void aLineOfTheLog(String text, String marker) {
        DEBUGGED.breakpoints().add(Breakpoint.on(new Trigger.Logged("never logged")));
        DEBUGGED.breakpoints()
                .add(Breakpoint.on(new Trigger.Logged(text)).once().within(new RequestScope("", "/logged", "", 0)));
        var answer = DEBUGGED.ask("/logged");
        Pause pause = DEBUGGED.pauseAt(marker);
        assertTrue(pause.reason().text().contains(text), pause.reason().text());
        assertEquals(1, DEBUGGED.breakpoints().list().size());
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).endsWith("told told told"));
    }

    @Test
    void anExceptionWhenItIsRaised() {
        DEBUGGED.breakpoints().add(Breakpoint.on(new Trigger.Raised("LookupError", Trigger.Mode.RAISED, true)));
        var answer = DEBUGGED.ask("/handled");
        Pause pause = DEBUGGED.pauseAt("caught");
        assertEquals(StopReason.Kind.BREAKPOINT, pause.reason().kind());
        assertTrue(pause.exception().orElseThrow().type().endsWith("KeyError"));
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).endsWith("nothing"));
    }

    @Test
    void anExceptionThatNoHandlerWaitsFor() {
        DEBUGGED.breakpoints().add(Breakpoint.on(new Trigger.Raised("", Trigger.Mode.UNCAUGHT, true)));
        DEBUGGED.breakpoints().add(Breakpoint.on(new Trigger.Raised("", Trigger.Mode.UNCAUGHT, false)));
        assertTrue(
                DEBUGGED.get(DEBUGGED.ask("/handled")).endsWith("nothing"),
                "neither its own nor what os.environ handles");
        assertTrue(
                DEBUGGED.get(DEBUGGED.ask("/constructs")).startsWith("HTTP/1.1 200 "),
                "contextlib.suppress waits for it");
        var answer = DEBUGGED.ask("/failing");
        Pause pause = DEBUGGED.pauseAt("raise");
        assertEquals("{'one': 1}", DEBUGGED.local(pause, 0, "data").value());
        DEBUGGED.breakpoints()
                .list()
                .forEach(status ->
                        DEBUGGED.breakpoints().remove(status.breakpoint().id()));
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).startsWith("HTTP/1.1 500 "));
    }

    @Test
    void anExceptionThatLeavesTheApplication() {
        DEBUGGED.breakpoints().add(Breakpoint.on(new Trigger.Raised("KeyError", Trigger.Mode.LEAVING, false)));
        var answer = DEBUGGED.ask("/failing");
        Pause pause = DEBUGGED.pauseAt("raise");
        assertEquals("KeyError", pause.exception().orElseThrow().type());
        assertEquals("{'one': 1}", DEBUGGED.local(pause, 0, "data").value());
        assertFalse(answer.isDone());
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).startsWith("HTTP/1.1 500 "));
    }

    @Test
    void oneBelowAllCodeIsUnreachable(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("short.py"), "x = 1\n\n# done\n");
        Breakpoint added = DEBUGGED.breakpoints().add(Breakpoint.at(file, 2));
        assertEquals(
                new BreakpointStatus.State.Unreachable("There is no code in line 2 or below it."),
                DEBUGGED.breakpoints().find(added.id()).orElseThrow().state());
    }

    @Test
    void oneWhoseFileIsNotThereIsUnreachable() {
        Breakpoint added =
                DEBUGGED.breakpoints().add(Breakpoint.at(DEBUGGED.file().resolveSibling("nowhere.py"), 1));
        assertInstanceOf(
                BreakpointStatus.State.Unreachable.class,
                DEBUGGED.breakpoints().find(added.id()).orElseThrow().state());
    }
}
