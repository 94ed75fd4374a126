package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.debug.Trigger;
import vivarium.ui.testing.DebugDriver;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** Breakpoints that are on no line, made in the pane's form; and those on lines that can do nothing, and say why. */
@ExtendWith(WithWindow.class)
final class MomentBreakpointsStoryTest {
    @Test
    void theEntryTheResponseAndItsChunks(TestWindow window) {
        var debug = DebugDriver.running(window, "guestbook");
        window.showPane("debugger");
        debug.add(0);
        window.robot().clickOn("#breakpoint-path").write("/about");
        window.choose("Save");
        debug.awaitBreakpoints(1);
        assertEquals(200, window.get("/search?q=moth").statusCode());
        var about = debug.get("/about");
        debug.awaitAt("app.py", "# @entry");
        debug.awaitValue("environ", "GET /about HTTP/1.1");
        window.robot().push(KeyCode.F8);
        assertEquals(200, about.join().statusCode());
        debug.removeBreakpoint();

        debug.add(1);
        debug.spin("#breakpoint-number", "400");
        window.choose("Save");
        debug.awaitBreakpoints(1);
        assertEquals(200, window.get("/about").statusCode());
        var missing = debug.get("/nowhere");
        debug.awaitAt("app.py", "start_response(response.status");
        window.await(() -> String.join("\n", debug.list("debug-threads")).contains("404 Not Found"), "why");
        window.robot().push(KeyCode.F8);
        assertEquals(404, missing.join().statusCode());
        debug.removeBreakpoint();

        debug.add(2);
        debug.spin("#breakpoint-number", "3");
        window.choose("Save");
        debug.awaitBreakpoints(1);
        var streamed = debug.get("/countdown?from=9&delay=0");
        debug.awaitAt("streams.py", "# @tick");
        debug.awaitValue("number", "8");
        window.robot().push(KeyCode.F8);
        assertEquals(200, streamed.join().statusCode());
    }

    @Test
    void exceptionsRaisedNotCaughtAndLeaving(TestWindow window) {
        var debug = DebugDriver.running(window, "guestbook");
        window.showPane("debugger");
        exception(window, debug, "Refused", Trigger.Mode.RAISED, true);
        var refused = debug.get("/nowhere");
        debug.awaitAt("app.py", "raise web.Refused(\"404");
        window.robot().push(KeyCode.F8);
        assertEquals(404, refused.join().statusCode());
        debug.removeBreakpoint();

        exception(window, debug, "Refused", Trigger.Mode.UNCAUGHT, true);
        assertEquals(404, window.get("/nowhere").statusCode());
        debug.removeBreakpoint();
        exception(window, debug, "", Trigger.Mode.UNCAUGHT, false);
        var broken = debug.get("/search?q=%3A-%29");
        window.await(
                () -> String.join("\n", debug.list("debug-frames")).contains("highlight "), "the failure's frames");
        debug.removeBreakpoint();
        window.robot().push(KeyCode.F8);
        assertEquals(500, broken.join().statusCode());

        exception(window, debug, "KeyError", Trigger.Mode.LEAVING, true);
        assertEquals(500, window.get("/search?q=%3A-%29").statusCode());
        debug.removeBreakpoint();
        exception(window, debug, "error", Trigger.Mode.LEAVING, true);
        var leaving = debug.get("/search?q=%3A-%29");
        window.await(
                () -> String.join("\n", debug.list("debug-frames")).contains("highlight "), "the failure's frames");
        window.choose("highlight");
        debug.awaitValue("words", "':-)'");
        window.robot().push(KeyCode.F8);
        assertEquals(500, leaving.join().statusCode());
    }

    private static void exception(
            TestWindow window, DebugDriver debug, String type, Trigger.Mode mode, boolean onlyMine) {
        debug.add(3);
        window.robot().clickOn("#breakpoint-type").write(type);
        ChoiceBox<Trigger.Mode> modes = modes(window);
        var mine = window.node("#breakpoint-mine", CheckBox.class);
        window.fx(() -> {
            modes.setValue(mode);
            mine.setSelected(onlyMine);
        });
        window.choose("Save");
        debug.awaitBreakpoints(1);
    }

    @SuppressWarnings("unchecked") // TestFX finds nodes by their classes
    private static ChoiceBox<Trigger.Mode> modes(TestWindow window) {
        return window.node("#breakpoint-mode", ChoiceBox.class);
    }

    @Test
    void whatCannotBeReachedSaysWhy(TestWindow window) throws IOException {
        var folder = window.open("guestbook");
        Files.writeString(folder.resolve("book.py"), "\n\n# the end\n", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("unused.py"), "x = 1  # @unused\n");
        window.run();
        var debug = new DebugDriver(window, folder);
        int below = debug.click("book.py", "# the end");
        debug.awaitMark(below, "unreachable");
        window.showPane("debugger");
        window.await(() -> window.has(".breakpoint-problem", "There is no code in line " + below), "the reason");

        int unused = debug.click("unused.py", "# @unused");
        debug.awaitMark(unused, "unverified");
        assertTrue(debug.meaning(unused).contains("Python has not loaded its code"), () -> debug.meaning(unused));

        int comment = debug.click("book.py", "# Only paths of this site");
        debug.awaitMark(comment + 1, "breakpoint");
        debug.awaitNoMark(comment);

        int highlight = debug.show("book.py", "# @highlight");
        debug.fromMenu(highlight, "Add breakpoint with a condition or a log message…");
        window.robot().clickOn("#breakpoint-condition").write("nonsense > 1");
        window.choose("Save");
        debug.awaitMark(highlight, "breakpoint");
        assertEquals(200, window.get("/search?q=moth").statusCode());
        debug.awaitMark(highlight, "unreachable");
        window.await(
                () -> window.says(
                        ".breakpoint-problem", "Its condition failed: NameError: name 'nonsense' is not defined"),
                "the condition's error");
        window.picture("unreachable-breakpoints");
    }
}
