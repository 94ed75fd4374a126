package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.DebugDriver;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** Every way to go on from a stop, by the keys and buttons of the window. */
@ExtendWith(WithWindow.class)
final class SteppingStoryTest {
    @Test
    void outAndThroughTheBodyOfAResponse(TestWindow window) {
        var debug = DebugDriver.running(window, "guestbook");
        int highlight = debug.click("book.py", "# @highlight");
        var answer = debug.get("/search?q=moth");
        debug.awaitAt(highlight);
        window.robot().push(KeyCode.F9);
        debug.awaitNoMark(highlight);
        window.robot().push(KeyCode.SHIFT, KeyCode.F11);
        debug.awaitAt("book.py", "= highlight(entry");
        window.robot().push(KeyCode.F8);
        assertEquals(200, answer.join().statusCode());

        int tick = debug.click("streams.py", "# @tick");
        var streamed = debug.get("/countdown?from=3&delay=0");
        debug.awaitAt(tick);
        debug.awaitValue("number", "3");
        window.robot().push(KeyCode.F9);
        debug.awaitNoMark(tick);
        int sleep = tick + 1;
        window.fx(() -> window.window().showSource(debug.file("streams.py"), sleep));
        window.robot().push(KeyCode.CONTROL, KeyCode.F10);
        debug.awaitAt(sleep);
        window.robot().push(KeyCode.F10);
        debug.awaitAt(tick - 1);
        window.robot().push(KeyCode.F10);
        debug.awaitAt(tick);
        debug.awaitValue("number", "2");
        window.robot().push(KeyCode.F8);
        assertTrue(streamed.join().body().contains("<p class=\"number\">1</p>"));
    }

    @Test
    void intoOneOfTheCallsOfALine(TestWindow window) {
        var debug = DebugDriver.running(window, "guestbook");
        int statement = debug.click("book.py", "response = pages.page(");
        var answer = debug.get("/");
        debug.awaitAt(statement);
        window.robot().push(KeyCode.F9);
        debug.awaitNoMark(statement);
        window.robot().clickOn("#debug-into-call");
        window.choose("entry_list()");
        window.await(() -> debug.top().startsWith("entry_list "), "the chosen function");
        debug.awaitAt("book.py", "return pages.each(");
        window.picture("debugger-into-call");
        window.robot().push(KeyCode.SHIFT, KeyCode.F11);
        debug.awaitAt("book.py", "entries=entry_list(request, store.entries(number)),");
        window.robot().push(KeyCode.F8);
        assertEquals(200, answer.join().statusCode());
    }

    @Test
    void framesOfLibrariesAreFoldedUntilSomebodyLooks(TestWindow window) {
        var debug = DebugDriver.running(window, "flask-notes");
        int split = debug.click("notes/pages.py", "# @split");
        var answer = debug.post("/new", "title=Shopping&tags=home");
        debug.awaitAt(split);
        window.await(() -> debug.list("debug-frames").size() == 3, "two frames of the project's, and the rest folded");
        List<String> folded = debug.list("debug-frames");
        assertTrue(folded.get(0).startsWith("split "), folded::toString);
        assertTrue(folded.get(1).startsWith("new "), folded::toString);
        assertTrue(folded.get(2).endsWith(" library frames"), folded::toString);
        window.robot()
                .clickOn(window.robot().lookup("#debug-frames .folded-frames").<javafx.scene.Node>query());
        window.await(
                () -> debug.list("debug-frames").stream().anyMatch(row -> row.startsWith("dispatch_request ")),
                "the libraries' frames");
        window.picture("debugger-unfolded");
        window.robot().push(KeyCode.F9);
        debug.awaitNoMark(split);
        window.robot().push(KeyCode.F8);
        assertEquals(302, answer.join().statusCode());
    }
}
