package vivarium.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vivarium.testing.PythonFixture;
import vivarium.testing.RunningProject;
import vivarium.testing.WithPython;

/** Steps through what template engines compile: they lead to the project's Python again, not to lines that nobody wrote. */
@ExtendWith(WithPython.class)
class TemplateSteppingTest {
    private static final Path SAMPLES = Path.of(System.getProperty("vivarium.root"), "sample-projects");

    @TempDir
    private Path data;

    @Test
    void jinja(PythonFixture python) throws Exception {
        Path database = data.resolve("notes.db");
        try (var notes = RunningProject.sample("flask-notes", python, Map.of("NOTES_DATABASE", database.toString()))) {
            var view = SAMPLES.resolve("flask-notes/notes/pages.py");
            assertEquals("index close", functions(notes, python, "/", view, new Step.Over()));
            String into = functions(notes, python, "/", view, new Step.Into());
            assertTrue(into.endsWith(" index tag_counts connection tag_counts index close"), into);
            python.engine().debugger().onlyMine(false);
            String everywhere = functions(notes, python, "/", view, new Step.Over());
            assertTrue(everywhere.startsWith("index dispatch_request full_dispatch_request "), everywhere);
            assertTrue(everywhere.contains(" wsgi_app "), everywhere);
        } finally {
            python.engine().debugger().onlyMine(true);
        }
    }

    @Test
    void django(PythonFixture python) throws Exception {
        Path database = data.resolve("polls.sqlite3");
        try (var polls = RunningProject.sample("django-polls", python, Map.of("POLLS_DATABASE", database.toString()))) {
            var view = SAMPLES.resolve("django-polls/polls/views.py");
            assertEquals("index", functions(polls, python, "/polls/", view, new Step.Over()));
            assertEquals("index was_published_recently", functions(polls, python, "/polls/", view, new Step.Into()));
        }
    }

    /** The functions that steps lead through, from the view at {@code # @index} to the end of the request. */
    private static String functions(RunningProject project, PythonFixture python, String target, Path view, Step step) {
        Debugger debugger = python.engine().debugger();
        var start = debugger.breakpoints().add(Breakpoint.at(view, line(view)));
        var answer = CompletableFuture.supplyAsync(() -> get(project, target));
        List<String> functions = new ArrayList<>();
        long last = -1;
        for (var pause = next(debugger, last, answer); pause.isPresent(); pause = next(debugger, last, answer)) {
            Frame top = pause.get().frames().getFirst();
            assertTrue(top.file().endsWith(".py"), top::toString);
            if (functions.isEmpty() || !functions.getLast().equals(top.function())) {
                functions.add(top.function());
            }
            last = pause.get().id();
            pause.get().step(step).join();
        }
        debugger.breakpoints().remove(start.id());
        assertEquals(200, answer.join().statusCode());
        return String.join(" ", functions);
    }

    /** Empty when the request is over. */
    private static Optional<Pause> next(Debugger debugger, long last, CompletableFuture<?> answer) {
        Optional<Pause> pause = Optional.empty();
        while (pause.isEmpty() && !answer.isDone()) {
            pause = debugger.current().filter(now -> now.id() != last);
            Thread.onSpinWait();
        }
        return pause;
    }

    private static int line(Path file) {
        List<String> lines = lines(file);
        return 1
                + IntStream.range(0, lines.size())
                        .filter(line -> lines.get(line).endsWith("# @index"))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static HttpResponse<String> get(RunningProject project, String target) {
        try {
            return project.get(target);
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }
}
