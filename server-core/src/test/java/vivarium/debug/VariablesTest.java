package vivarium.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vivarium.testing.Debugged;

/** What a paused request's names hold, and how that is changed. */
class VariablesTest {
    @RegisterExtension
    static final Debugged DEBUGGED = new Debugged();

    @Test
    void valuesOfAnySizeAreShownInParts() {
        String answer = lookingAt("large", "/large", pause -> {
            Variable text = DEBUGGED.local(pause, 0, "text");
            assertTrue(text.cut());
            assertTrue(text.value().length() < 1000);
            assertEquals("x".repeat(100), DEBUGGED.get(pause.text(text.reference(), 49_999_900, 1000)));
            Variable numbers = DEBUGGED.local(pause, 0, "numbers");
            assertEquals(100_000, numbers.children());
            List<Variable> page = DEBUGGED.get(pause.children(numbers.reference(), 99_998, 50));
            assertEquals(
                    List.of("[99998]", "[99999]"),
                    page.stream().map(Variable::name).toList());
            assertEquals("99999", DEBUGGED.value(pause, page.getLast().path()));
            Variable mapping = DEBUGGED.local(pause, 0, "mapping");
            Variable entry =
                    DEBUGGED.get(pause.children(mapping.reference(), 500, 1)).getFirst();
            assertEquals("['key500']", entry.name());
            assertEquals("500", DEBUGGED.value(pause, entry.path()));
        });
        assertTrue(answer.endsWith("50000000 100000 1000"));
    }

    @Test
    void whatIsAssignedIsWhatTheCodeGoesOnWith() {
        String answer = lookingAt("inside", "/plain?ada", pause -> {
            Scope locals = DEBUGGED.get(pause.scopes(0)).getFirst();
            var assigned = DEBUGGED.get(pause.assign(locals.reference(), "name", "'x' * 4"));
            assertEquals(
                    "'xxxx'",
                    assertInstanceOf(Evaluation.Value.class, assigned)
                            .variable()
                            .value());
            assertEquals("'xxxx'", DEBUGGED.local(pause, 0, "name").value());
            var refused = DEBUGGED.get(pause.assign(locals.reference(), "name", "1 / 0"));
            assertEquals(
                    "ZeroDivisionError: division by zero",
                    assertInstanceOf(Evaluation.Failed.class, refused).problem());
        });
        assertTrue(answer.endsWith("Hello xxxx (4)"));
    }

    @Test
    void anEnvironSaysWhatIsAskedForAndOpensIntoGroupsWhoseValuesAreAssignedToo() {
        String answer = lookingAt("entry", "/plain?ada", pause -> {
            Variable environ = DEBUGGED.local(pause, 0, "environ");
            assertEquals("GET /plain?ada HTTP/1.1", environ.value());
            assertTrue(environ.cut(), "all of it is to be had");
            assertTrue(DEBUGGED.get(pause.text(environ.reference(), 0, 10)).startsWith("{"));
            List<Variable> groups = DEBUGGED.get(pause.children(environ.reference(), 0, 100));
            assertEquals(
                    List.of("Request", "HTTP headers", "wsgi.*", "mod_wsgi.*", "Server"),
                    groups.stream().map(Variable::name).toList());
            assertEquals(
                    environ.children(),
                    groups.stream().mapToInt(Variable::children).sum());
            Variable host = part(pause, groups.get(1), "Host");
            assertEquals("'here'", host.value());
            assertEquals("environ['HTTP_HOST']", host.path());
            assertEquals("'here'", DEBUGGED.value(pause, host.path()));
            DEBUGGED.get(pause.assign(groups.get(1).reference(), "Host", "'there'"));
            assertEquals("'there'", DEBUGGED.value(pause, host.path()));
            DEBUGGED.get(pause.assign(groups.getFirst().reference(), "QUERY_STRING", "'grace'"));
        });
        assertTrue(answer.endsWith("Hello grace (5)"));
    }

    private static Variable part(Pause pause, Variable of, String name) {
        return DEBUGGED.get(pause.children(of.reference(), 0, 100)).stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void expressionsAndStatementsAreEvaluatedInAnyFrame() {
        String answer = lookingAt("inside", "/plain?ada", pause -> {
            assertEquals("'ADA'", DEBUGGED.value(pause, "name.upper()"));
            assertEquals("NameError: name 'path' is not defined", DEBUGGED.value(pause, "path"));
            var outer = DEBUGGED.get(pause.evaluate(2, "path"));
            assertEquals(
                    "'/plain'",
                    assertInstanceOf(Evaluation.Value.class, outer).variable().value());
            assertEquals("done ", DEBUGGED.value(pause, "name = 'eve'"));
            assertEquals(List.of("name"), DEBUGGED.get(pause.complete(0, "len(nam", 7)));
            assertTrue(DEBUGGED.get(pause.complete(0, "name.upp", 8)).contains("name.upper"));
        });
        assertTrue(answer.endsWith("Hello eve (3)"));
    }

    @Test
    void anEvaluationThatTakesLongIsInterrupted() {
        lookingAt("inside", "/plain?ada", pause -> {
            for (String endless : List.of("any(False for _ in iter(int, 1))", "__import__('time').sleep(100000)")) {
                var asked = pause.evaluate(0, endless);
                DEBUGGED.await("its end", () -> {
                    pause.interrupt();
                    return asked.isDone();
                });
                assertEquals(
                        "KeyboardInterrupt",
                        DEBUGGED.get(asked.handle((value, failure) -> value instanceof Evaluation.Failed(String problem)
                                ? problem
                                : String.valueOf(failure.getMessage()))));
                assertEquals("'ada'", DEBUGGED.value(pause, "name"));
            }
        });
    }

    @Test
    void theScopesOfAClosure() {
        lookingAt("inside", "/plain?ada", pause -> {
            List<Scope> scopes = DEBUGGED.get(pause.scopes(0));
            assertEquals(
                    List.of(Scope.Kind.LOCALS, Scope.Kind.GLOBALS),
                    scopes.stream().map(Scope::kind).toList());
            assertTrue(DEBUGGED.get(pause.children(scopes.getLast().reference(), 0, 100)).stream()
                    .anyMatch(variable -> variable.name().equals("COUNTER")
                            && variable.value().equals("[0]")));
        });
    }

    /** Has a request stop at the marker and go on once it was looked at; returns what its client got. */
    private static String lookingAt(String marker, String target, Consumer<Pause> look) {
        DEBUGGED.stopAt(marker);
        var answer = DEBUGGED.ask(target);
        Pause pause = DEBUGGED.pauseAt(marker);
        look.accept(pause);
        DEBUGGED.go(pause);
        String got = DEBUGGED.get(answer);
        assertTrue(pause.evaluate(0, "1").isCompletedExceptionally(), "what has gone on is not asked any more");
        return got;
    }
}
