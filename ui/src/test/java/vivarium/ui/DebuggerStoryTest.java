package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.DebugDriver;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** A live request is stopped, looked at and stepped through in the window. */
@ExtendWith(WithWindow.class)
final class DebuggerStoryTest {
    @Test
    void stepsMoveTheMarkerAndShowWhatHasChanged(TestWindow window) {
        Path folder = window.open("guestbook");
        window.run();
        var debug = new DebugDriver(window, folder);
        int entry = debug.click("app.py", "# @entry");
        debug.awaitMark(entry, "breakpoint");
        var answer = debug.get("/");
        debug.awaitAt(entry);
        debug.awaitValue("environ", "GET / HTTP/1.1");
        assertTrue(debug.list("debug-threads").getFirst().contains("breakpoint "), "the reason");
        window.await(() -> debug.list("debug-threads").getFirst().contains("GET /"), "the request");
        window.picture("debugger-paused");

        window.robot().push(KeyCode.F10);
        debug.awaitAt(debug.line("app.py", "# @entry") + 1);
        debug.awaitValue("request", "GET /");
        window.await(
                () -> debug.row("request").lookupAll(".variable-value").stream()
                        .anyMatch(cell -> cell.getPseudoClassStates().stream()
                                .anyMatch(state -> state.getPseudoClassName().equals("changed"))),
                "a changed value stands out");

        pointAt(window, entry, "environ");
        window.await(
                () -> window.robot().lookup(".value-under-mouse").queryAll().stream()
                        .anyMatch(tip ->
                                tip instanceof Labeled label && label.getText().equals("environ = GET / HTTP/1.1")),
                "the value under the mouse");

        debug.evaluate("request.path");
        debug.awaitValue("request.path", "'/'");
        debug.expand("environ");
        debug.awaitValue("REQUEST_METHOD", "'GET'");
        window.picture("debugger-expanded");

        int answered = debug.show("app.py", "# @answered");
        window.robot().push(KeyCode.CONTROL, KeyCode.F10);
        debug.awaitAt(answered);
        window.robot().push(KeyCode.F11);
        window.await(
                () -> !debug.list("debug-frames").isEmpty()
                        && !debug.list("debug-frames").getFirst().contains(":" + answered),
                "another place");
        window.robot().push(KeyCode.F8);
        assertEquals(200, answer.join().statusCode());
        debug.awaitNothing();
        window.await(
                () -> debug.gutter(answered).isEmpty()
                        || debug.gutter(answered).orElseThrow().lookup(".executing-mark") == null,
                "no marker");
    }

    private static void pointAt(TestWindow window, int line, String word) {
        var area = window.node("#source-area", CodeArea.class);
        Bounds place = TestWindow.call(() -> {
            int start =
                    area.getAbsolutePosition(line - 1, area.getText(line - 1).indexOf(word));
            return area.getCharacterBoundsOnScreen(start, start + 2).orElseThrow();
        });
        window.robot().moveTo(place.getCenterX(), place.getCenterY());
    }
}
