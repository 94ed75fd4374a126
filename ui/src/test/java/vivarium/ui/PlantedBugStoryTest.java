package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.DebugDriver;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** The bug that each sample project tells of in its BUG.md is found with the pane alone, and with the console alone. */
@ExtendWith(WithWindow.class)
final class PlantedBugStoryTest {
    @Test
    void guestbookWithThePane(TestWindow window) {
        var debug = DebugDriver.opened(window, "guestbook");
        window.run();
        int line = debug.click("book.py", "# @highlight");
        var answer = debug.get("/search?q=%3A-%29");
        debug.awaitAt(line);
        debug.awaitValue("words", "':-)'");
        debug.evaluate("re.compile(words)");
        debug.awaitValue("re.compile(words)", "unbalanced parenthesis");
        debug.assign("words", "re.escape(words)");
        debug.awaitValue("words", "':\\\\-\\\\)'");
        window.picture("planted-bug");
        window.robot().push(KeyCode.F8);
        var mended = answer.join();
        assertEquals(200, mended.statusCode(), mended::body);
        assertTrue(mended.body().contains("1 of 7 entries hold “:-)”"), mended.body());
    }

    @Test
    void guestbookWithTheConsole(TestWindow window) {
        var debug = DebugDriver.opened(window, "guestbook");
        debug.breakpointAbove("book.py", "# @highlight");
        window.run();
        window.showPane("console");
        var answer = debug.get("/search?q=%3A-%29");
        debug.awaitConsole("(Pdb) ");
        debug.type("p 'it is', words");
        debug.awaitConsole("('it is', ':-)')");
        debug.type("p re.compile(words)");
        debug.awaitConsole("unbalanced parenthesis");
        debug.type("!words = re.escape(words)");
        debug.type("p 'now', words");
        debug.awaitConsole("('now', ':\\\\-\\\\)')");
        debug.type("c");
        assertEquals(200, answer.join().statusCode());
    }

    @Test
    void flaskNotesWithThePane(TestWindow window) {
        var debug = DebugDriver.opened(window, "flask-notes");
        window.run();
        int split = debug.click("notes/pages.py", "# @split");
        var answer = debug.post("/new", "title=Shopping&tags=home,+Home");
        debug.awaitAt(split);
        debug.awaitValue("tags", "'home, Home'");
        debug.click("notes/pages.py", "# @split"); // the comprehension in this line would stop as well
        debug.awaitNoMark(split);
        int insert = debug.click("notes/store.py", "# @tags");
        debug.awaitMark(insert, "breakpoint");
        window.robot().push(KeyCode.F8);
        debug.awaitAt(insert);
        debug.awaitValue("tags", "['home', 'home']");
        debug.assign("tags", "sorted(set(tags))");
        debug.awaitValue("tags", "['home']");
        window.robot().push(KeyCode.F9);
        debug.awaitNoMark(insert);
        window.robot().push(KeyCode.F8);
        assertEquals(302, answer.join().statusCode());
    }

    @Test
    void flaskNotesWithTheConsole(TestWindow window) {
        var debug = DebugDriver.opened(window, "flask-notes");
        debug.breakpointAbove("notes/store.py", "# @tags");
        window.run();
        window.showPane("console");
        var answer = debug.post("/new", "title=Shopping&tags=home,+Home");
        debug.awaitConsole("(Pdb) ");
        debug.type("p 'they are', tags");
        debug.awaitConsole("('they are', ['home', 'home'])");
        debug.type("u");
        debug.type("p 'typed', request.form['tags']");
        debug.awaitConsole("('typed', 'home, Home')");
        debug.type("d");
        debug.type("!tags = sorted(set(tags))");
        debug.type("c");
        assertEquals(302, answer.join().statusCode());
    }

    @Test
    void djangoPollsWithThePane(TestWindow window) {
        var debug = DebugDriver.opened(window, "django-polls");
        window.run();
        newPoll(window);
        int line = debug.show("polls/models.py", "# @percent");
        debug.fromMenu(line, "Add breakpoint with a condition or a log message…");
        window.robot().clickOn("#breakpoint-condition").write("self.question.total() == 0");
        window.choose("Save");
        var answer = debug.get("/polls/3/results/");
        debug.awaitAt(line);
        debug.evaluate("self.question.total()");
        debug.awaitValue("self.question.total()", "0");
        debug.expand("self");
        debug.awaitValue(".votes", "0");
        window.robot().push(KeyCode.F8);
        assertDividedByZero(answer);
    }

    @Test
    void djangoPollsWithTheConsole(TestWindow window) {
        var debug = DebugDriver.opened(window, "django-polls");
        debug.breakpointAbove("polls/models.py", "# @percent");
        window.run();
        newPoll(window);
        window.showPane("console");
        var answer = debug.get("/polls/3/results/");
        debug.awaitConsole("(Pdb) ");
        debug.type("p 'votes', self.votes, self.question.total()");
        debug.awaitConsole("('votes', 0, 0)");
        debug.type("c");
        assertDividedByZero(answer);
    }

    private static void assertDividedByZero(CompletableFuture<HttpResponse<String>> answer) {
        assertEquals(500, answer.join().statusCode());
        assertTrue(
                answer.join().body().contains("ZeroDivisionError"),
                () -> answer.join().body());
    }

    /** Sends the form for a new poll as a browser does. */
    private static void newPoll(TestWindow window) {
        var form = window.get("/polls/new/");
        String cookie = form.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        String token = form.body().replaceFirst("(?s).*name=\"csrfmiddlewaretoken\" value=\"([^\"]+)\".*", "$1");
        var posted = window.send(HttpRequest.newBuilder(window.address().resolve("/polls/new/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "csrfmiddlewaretoken=" + token + "&text=Tea%3F&choices=yes%0Ano")));
        assertEquals(302, posted.statusCode(), posted::body);
    }
}
