package vivarium.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.testing.Debugged;

/** What a paused request's names hold, and how that is changed. */
class VariablesTest {
    @RegisterExtension
    static final Debugged DEBUGGED = new Debugged();

    @Test
    void valuesOfAnySizeAreShownInParts() {
        DEBUGGED.stopAt("large");
        var answer = DEBUGGED.ask("/large");
        Pause pause = DEBUGGED.pauseAt("large");
        Variable text = DEBUGGED.local(pause, 0, "text");
        assertTrue(text.cut());
        assertTrue(text.value().length() < 1000);
        assertEquals("x".repeat(100), DEBUGGED.get(pause.text(text.reference(), 49_999_900, 1000)));
        Variable numbers = DEBUGGED.local(pause, 0, "numbers");
        assertEquals(100_000, numbers.children());
        List<Variable> page = DEBUGGED.get(pause.children(numbers.reference(), 99_998, 50));
        assertEquals(
                List.of("[99998]", "[99999]"), page.stream().map(Variable::name).toList());
        assertEquals("99999", DEBUGGED.value(pause, page.getLast().path()));
        Variable mapping = DEBUGGED.local(pause, 0, "mapping");
        Variable entry =
                DEBUGGED.get(pause.children(mapping.reference(), 500, 1)).getFirst();
        assertEquals("['key500']", entry.name());
        assertEquals("500", DEBUGGED.value(pause, entry.path()));
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).endsWith("50000000 100000 1000"));
    }

    @Test
    void whatIsAssignedIsWhatTheCodeGoesOnWith() {
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.pauseAt("inside");
        Scope locals = DEBUGGED.get(pause.scopes(0)).getFirst();
        var assigned = DEBUGGED.get(pause.assign(locals.reference(), "name", "'x' * 4"));
        assertEquals(
                "'xxxx'",
                assertInstanceOf(Evaluation.Value.class, assigned).variable().value());
        assertEquals("'xxxx'", DEBUGGED.local(pause, 0, "name").value());
        var refused = DEBUGGED.get(pause.assign(locals.reference(), "name", "1 / 0"));
        assertEquals(
                "ZeroDivisionError: division by zero",
                assertInstanceOf(Evaluation.Failed.class, refused).problem());
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).endsWith("Hello xxxx (4)"));
    }

    @Test
    void partsOfValuesAreAssignedToo() {
        DEBUGGED.stopAt("entry");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.pauseAt("entry");
        Variable environ = DEBUGGED.local(pause, 0, "environ");
        DEBUGGED.get(pause.assign(environ.reference(), "['QUERY_STRING']", "'grace'"));
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).endsWith("Hello grace (5)"));
    }

    @Test
    void expressionsAndStatementsAreEvaluatedInAnyFrame() {
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.pauseAt("inside");
        assertEquals("'ADA'", DEBUGGED.value(pause, "name.upper()"));
        assertEquals("NameError: name 'path' is not defined", DEBUGGED.value(pause, "path"));
        var outer = DEBUGGED.get(pause.evaluate(2, "path"));
        assertEquals(
                "'/plain'",
                assertInstanceOf(Evaluation.Value.class, outer).variable().value());
        assertEquals("done ", DEBUGGED.value(pause, "name = 'eve'"));
        assertEquals(List.of("name"), DEBUGGED.get(pause.complete(0, "len(nam", 7)));
        assertTrue(DEBUGGED.get(pause.complete(0, "name.upp", 8)).contains("name.upper"));
        DEBUGGED.go(pause);
        assertTrue(DEBUGGED.get(answer).endsWith("Hello eve (3)"));
        assertTrue(pause.evaluate(0, "name").isCompletedExceptionally());
    }

    @Test
    void theScopesOfAClosure() {
        DEBUGGED.stopAt("inside");
        var answer = DEBUGGED.ask("/plain?ada");
        Pause pause = DEBUGGED.pauseAt("inside");
        List<Scope> scopes = DEBUGGED.get(pause.scopes(0));
        assertEquals(
                List.of(Scope.Kind.LOCALS, Scope.Kind.GLOBALS),
                scopes.stream().map(Scope::kind).toList());
        assertTrue(DEBUGGED.get(pause.children(scopes.getLast().reference(), 0, 100)).stream()
                .anyMatch(variable ->
                        variable.name().equals("COUNTER") && variable.value().equals("[0]")));
        DEBUGGED.go(pause);
        DEBUGGED.get(answer);
    }
}
