package vivarium.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.testing.Debugged;

/** Talks to the prompt of a paused request as a user at a terminal does. */
class PdbConsoleTest {
    @RegisterExtension
    static final Debugged DEBUGGED = new Debugged();

    @Test
    void listsPrintsAndContinues() {
        DEBUGGED.stopAt("entry");
        var answer = DEBUGGED.ask("/plain?ada");
        DEBUGGED.awaitPrompt();
        String greeting = DEBUGGED.console();
        assertTrue(greeting.contains("GET /plain?ada"), greeting);
        assertTrue(greeting.contains("debugged.py(" + DEBUGGED.line("entry") + ")application()"), greeting);
        assertTrue(greeting.contains("-> path = environ['PATH_INFO']"), greeting);
        String list = DEBUGGED.type("list");
        assertTrue(list.contains(" " + DEBUGGED.line("entry") + " B->\t    path = environ['PATH_INFO']"), list);
        assertTrue(list.contains("def application(environ, start_response):"), list);
        for (String command : List.of("print start_response", "print(start_response)")) {
            String printed = DEBUGGED.type(command);
            assertTrue(printed.contains("<bound method Response.start_response"), printed);
        }
        DEBUGGED.typeLast("cont");
        assertTrue(DEBUGGED.get(answer).endsWith("Hello ada (3)"));
    }

    @Test
    void everyCommandThatLooksAtAFrame() {
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        DEBUGGED.pauseAt("inside");
        assertTrue(DEBUGGED.type("w").contains("> " + DEBUGGED.file() + "(" + DEBUGGED.line("inside") + ")greet()"));
        assertEquals("'ada'", line(DEBUGGED.type("p name")));
        assertEquals("'ada'", line(DEBUGGED.type("pp name")));
        assertEquals("name = 'ada'", line(DEBUGGED.type("a")));
        assertEquals("<class 'str'>", line(DEBUGGED.type("whatis name")));
        assertTrue(DEBUGGED.type("ll").contains("->\t    length = len(name)"));
        assertTrue(DEBUGGED.type("source square").contains("return n * n"));
        assertEquals("3", line(DEBUGGED.type("len(name)")));
        assertEquals("display name: 'ada'", line(DEBUGGED.type("display name")));
        DEBUGGED.type("alias twice p %1 * 2");
        assertEquals("'adaada'", line(DEBUGGED.type("twice name")));
        assertTrue(DEBUGGED.type("h").contains("undisplay"));
        assertTrue(DEBUGGED.type("nonsense").contains("*** NameError: name 'nonsense' is not defined"));
        assertTrue(DEBUGGED.type("j 1").contains("*** Jump failed"));
        assertEquals("<frame", line(DEBUGGED.type("p $_frame")).substring(0, 6));
        DEBUGGED.typeLast("c");
        DEBUGGED.get(answer);
    }

    @Test
    void stepsAreSeenByThePaneAndThePanesStepsByTheConsole() {
        DEBUGGED.stopAt("name");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause first = DEBUGGED.pauseAt("name");
        assertTrue(DEBUGGED.type("n").contains("-> greeting = greet(name)"));
        DEBUGGED.await("another pause", () -> DEBUGGED.pause().id() != first.id());
        Pause second = DEBUGGED.pauseAt("greet");
        DEBUGGED.awaitPrompt();
        int before = DEBUGGED.console().length();
        Pause third = DEBUGGED.step(second, new Step.Into(), "inside");
        DEBUGGED.awaitPrompt();
        String shown = DEBUGGED.console().substring(before);
        assertTrue(shown.startsWith("s\n> " + DEBUGGED.file() + "(" + DEBUGGED.line("inside") + ")greet()"), shown);
        DEBUGGED.type("u");
        DEBUGGED.await("the caller's frame", () -> third.selected() == 1);
        third.select(0);
        DEBUGGED.await("the inner frame", () -> DEBUGGED.console().endsWith("# @inside\n(Pdb) "));
        assertEquals("'ada'", line(DEBUGGED.type("p name")));
        assertTrue(DEBUGGED.type("r").contains("plain()"));
        DEBUGGED.typeLast("c");
        DEBUGGED.get(answer);
    }

    @Test
    void anAssignmentChangesTheRealVariable() {
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.pauseAt("inside");
        DEBUGGED.type("!name = 'Grace Hopper'");
        assertEquals("'Grace Hopper'", DEBUGGED.local(pause, 0, "name").value());
        DEBUGGED.type("u");
        DEBUGGED.type("!name = 'caller'");
        assertEquals("'caller'", line(DEBUGGED.type("p name")));
        DEBUGGED.typeLast("c");
        assertTrue(DEBUGGED.get(answer).endsWith("Hello Grace Hopper (12)"));
    }

    @Test
    void theFirstWordMayBecomeACommandAndEachANameOfTheSelectedFrame() {
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.pauseAt("inside");
        DEBUGGED.type("alias namesake p name");
        assertEquals(List.of("whatis"), DEBUGGED.get(pause.completeCommand("wha", 3)));
        assertEquals(List.of("whatis"), DEBUGGED.get(pause.completeCommand("h wha", 5)));
        assertEquals(List.of("name", "namesake"), DEBUGGED.get(pause.completeCommand("name", 4)));
        assertEquals(List.of("name"), DEBUGGED.get(pause.completeCommand("p nam + 1", 5)));
        assertEquals(List.of("name.upper"), DEBUGGED.get(pause.completeCommand("name.upp", 8)));
        assertEquals(List.of(), DEBUGGED.get(pause.completeCommand("p pat", 5)));
        assertTrue(DEBUGGED.get(pause.completeCommand("", 0)).containsAll(List.of("b", "name", "until")));
        DEBUGGED.type("u");
        DEBUGGED.type("u");
        assertEquals(List.of("path"), DEBUGGED.get(pause.completeCommand("p pat", 5)));
        DEBUGGED.type("unalias namesake");
        DEBUGGED.typeLast("c");
        DEBUGGED.get(answer);
    }

    @Test
    void breakpointsOfTheConsoleAreThoseOfThePane() {
        DEBUGGED.stopAt("name");
        var answer = DEBUGGED.ask("/plain?ada");
        DEBUGGED.pauseAt("name");
        long first = DEBUGGED.breakpoints().list().getFirst().breakpoint().id();
        long second = first + 1;
        String set = DEBUGGED.type("b " + DEBUGGED.line("inside") + ", name == 'ada'");
        assertTrue(
                set.contains("Breakpoint " + second + " at " + DEBUGGED.file() + ":" + DEBUGGED.line("inside")), set);
        Breakpoint made = DEBUGGED.breakpoints().find(second).orElseThrow().breakpoint();
        assertEquals(DEBUGGED.at("inside").trigger(), made.trigger());
        assertEquals("name == 'ada'", made.condition());
        DEBUGGED.type("condition " + second + " name != 'ada'");
        assertEquals(
                "name != 'ada'",
                DEBUGGED.breakpoints().find(second).orElseThrow().breakpoint().condition());
        DEBUGGED.type("ignore " + second + " 3");
        assertEquals(
                3,
                DEBUGGED.breakpoints().find(second).orElseThrow().breakpoint().ignore());
        DEBUGGED.type("disable " + first);
        assertFalse(
                DEBUGGED.breakpoints().find(first).orElseThrow().breakpoint().enabled());
        DEBUGGED.type("enable " + first);
        assertTrue(DEBUGGED.breakpoints().find(first).orElseThrow().breakpoint().enabled());
        DEBUGGED.type("cl " + second);
        assertTrue(DEBUGGED.breakpoints().find(second).isEmpty());
        DEBUGGED.type("tbreak " + DEBUGGED.line("start"));
        Breakpoint temporary = DEBUGGED.breakpoints().list().getLast().breakpoint();
        assertTrue(temporary.oneShot());
        assertTrue(DEBUGGED.type("b").contains("del  yes   at " + DEBUGGED.file()));
        assertTrue(DEBUGGED.type("c").contains("# @start"));
        assertTrue(DEBUGGED.breakpoints().find(temporary.id()).isEmpty());
        DEBUGGED.typeLast("c");
        DEBUGGED.get(answer);
    }

    @Test
    void aBreakpointOnAFunctionStopsInIt() {
        DEBUGGED.stopAt("name");
        var answer = DEBUGGED.ask("/plain?ada");
        DEBUGGED.pauseAt("name");
        String set = DEBUGGED.type("b greet, len(name) > 2");
        assertTrue(set.contains(DEBUGGED.file() + ":" + DEBUGGED.line("inside")), set);
        assertTrue(DEBUGGED.type("c").contains("# @inside"));
        DEBUGGED.typeLast("c");
        DEBUGGED.get(answer);
    }

    @Test
    void commandsOfABreakpointAreExecutedWhenItIsReached() {
        DEBUGGED.stopAt("name");
        var answer = DEBUGGED.ask("/plain?ada");
        DEBUGGED.pauseAt("name");
        long id = DEBUGGED.breakpoints().list().getFirst().breakpoint().id() + 1;
        DEBUGGED.type("b " + DEBUGGED.line("inside"));
        DEBUGGED.type("commands " + id);
        DEBUGGED.type("p 'seen ' + name");
        DEBUGGED.typeLast("c");
        DEBUGGED.awaitPrompt();
        DEBUGGED.typeLast("c");
        assertTrue(DEBUGGED.get(answer).endsWith("Hello ada (3)"));
        assertTrue(DEBUGGED.console().contains("'seen ada'"), DEBUGGED.console());
    }

    @Test
    void anInterpreterHasTheFramesNames() {
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        DEBUGGED.awaitPrompt();
        DEBUGGED.served().python().console().type("interact");
        DEBUGGED.await("its prompt", () -> DEBUGGED.console().endsWith(">>> "));
        DEBUGGED.served().python().console().type("name * 3");
        DEBUGGED.await("its answer", () -> DEBUGGED.console().endsWith("'adaadaada'\n>>> "));
        DEBUGGED.served().python().console().endOfFile();
        DEBUGGED.await("pdb's prompt", () -> DEBUGGED.console().endsWith("(Pdb) "));
        DEBUGGED.typeLast("c");
        DEBUGGED.get(answer);
    }

    @Test
    void quitEndsTheRequestWith500() {
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        DEBUGGED.typeLast("q");
        assertTrue(DEBUGGED.get(answer).startsWith("HTTP/1.1 500 "));
    }

    @Test
    void quitInTheMiddleOfABodyBreaksItOff() {
        DEBUGGED.stopAt("yield");
        var answer = DEBUGGED.ask("/streamed");
        DEBUGGED.type("p number");
        DEBUGGED.type("c");
        assertEquals("1", line(DEBUGGED.type("p number")));
        DEBUGGED.typeLast("q");
        String received = DEBUGGED.get(answer);
        assertTrue(received.startsWith("HTTP/1.1 200 ") && received.contains("part 0;"), received);
        assertFalse(received.contains("part 1;"), received);
        assertTrue(DEBUGGED.served().journal().lastStory().endsWith("ended BROKEN_OFF\n"));
    }

    @Test
    void anInterruptAtThePromptLeavesItThere() {
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        DEBUGGED.awaitPrompt();
        DEBUGGED.await(
                "a reader",
                () -> !DEBUGGED.served().python().console().readers().isEmpty());
        DEBUGGED.served().python().console().interrupt();
        DEBUGGED.await("what pdb says", () -> DEBUGGED.console().contains("--KeyboardInterrupt--"));
        assertEquals("'ada'", line(DEBUGGED.type("p name")));
        DEBUGGED.typeLast("c");
        assertTrue(DEBUGGED.get(answer).endsWith("Hello ada (3)"));
    }

    /** The first line of an answer that is not the echo. */
    private static String line(String answer) {
        return answer.lines().skip(1).findFirst().orElse("");
    }
}
