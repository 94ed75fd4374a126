package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.debug.Breakpoint;
import vivarium.debug.BreakpointStatus;
import vivarium.debug.RequestScope;
import vivarium.debug.Trigger;
import vivarium.ui.testing.DebugDriver;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** Breakpoints are set in the source, changed in a form, and remembered. */
@ExtendWith(WithWindow.class)
final class BreakpointStoryTest {
    @Test
    void byClickAndByKeyInTheSource(TestWindow window) {
        Path folder = window.open("guestbook");
        var debug = new DebugDriver(window, folder);
        int line = debug.click("book.py", "# @highlight");
        debug.awaitMark(line, "breakpoint");
        assertEquals(List.of(Breakpoint.at(folder.resolve("book.py"), line).numbered(1)), breakpoints(window));

        window.robot().push(KeyCode.F9);
        debug.awaitNoMark(line);
        window.robot().push(KeyCode.F9);
        debug.awaitMark(line, "breakpoint");

        debug.fromMenu(line, "Disable breakpoint");
        debug.awaitMark(line, "disabled-mark");
        debug.fromMenu(line, "Remove breakpoint");
        debug.awaitNoMark(line);
        assertEquals(List.of(), breakpoints(window));
    }

    @Test
    void conditionHitsMessageAndRequestsInAForm(TestWindow window) {
        Path folder = window.open("guestbook");
        var debug = new DebugDriver(window, folder);
        int line = debug.show("book.py", "# @highlight");
        debug.fromMenu(line, "Add breakpoint with a condition or a log message…");
        window.robot().clickOn("#breakpoint-condition").write("len(words) > 2");
        window.robot().clickOn("#breakpoint-message").write("looks for {words}");
        window.robot().clickOn("#breakpoint-method").write("GET");
        window.robot().clickOn("#breakpoint-path").write("/search");
        window.robot().clickOn("#breakpoint-header").write("Accept");
        debug.spin("#breakpoint-ignore", "2");
        window.robot().clickOn("#breakpoint-once");
        window.picture("breakpoint-form");
        window.choose("Save");
        debug.awaitMark(line, "log-point");
        assertEquals(
                List.of(Breakpoint.at(folder.resolve("book.py"), line)
                        .numbered(breakpoints(window).getFirst().id())
                        .when("len(words) > 2")
                        .ignoring(2)
                        .logging("looks for {words}")
                        .once()
                        .within(new RequestScope("GET", "/search", "Accept", 0))),
                breakpoints(window));
        window.showPane("debugger");
        window.await(() -> debug.list("debug-breakpoints").size() == 1, "the list");
        assertEquals(
                List.of(
                        "book.py:" + line
                                + " if len(words) > 2 · logs “looks for {words}” · after 2 hits · once · GET /search · with Accept"),
                debug.list("debug-breakpoints"));
    }

    @Test
    void requestsAndExceptionsFromTheList(TestWindow window) {
        Path folder = window.open("guestbook");
        var debug = new DebugDriver(window, folder);
        window.showPane("debugger");
        debug.add(1);
        debug.spin("#breakpoint-number", "400");
        window.choose("Save");
        debug.add(3);
        window.robot().clickOn("#breakpoint-type").write("KeyError");
        window.choose("Save");
        ListView<BreakpointStatus> list = breakpointList(window);
        window.await(() -> list.getItems().size() == 2, "two breakpoints");
        assertEquals(
                List.of(new Trigger.ResponseStart(400), new Trigger.Raised("KeyError", Trigger.Mode.UNCAUGHT, true)),
                breakpoints(window).stream().map(Breakpoint::trigger).toList());
        window.settle();
        assertEquals(
                List.of("start_response with status ≥ 400", "KeyError not caught by my code, in my code"),
                debug.list("debug-breakpoints"));

        window.fx(() -> list.getSelectionModel().select(0));
        window.fx(list::requestFocus);
        window.robot().type(KeyCode.SPACE);
        window.await(() -> !breakpoints(window).getFirst().enabled(), "disabled");
        window.await(() -> !list.getItems().getFirst().breakpoint().enabled(), "the list says so");
        assertEquals(0, (int) TestWindow.call(() -> list.getSelectionModel().getSelectedIndex()));
        window.robot().type(KeyCode.DELETE);
        window.await(() -> breakpoints(window).size() == 1, "one left");
    }

    @Test
    void rememberedWithTheProject(TestWindow window) {
        Path folder = window.open("guestbook");
        int line = new DebugDriver(window, folder).click("book.py", "# @highlight");
        window.await(() -> breakpoints(window).size() == 1, "a breakpoint");
        try (TestWindow again = window.reopened()) {
            again.open("flask-notes");
            assertEquals(List.of(), breakpoints(again));
        }
        try (TestWindow again = window.reopened()) {
            again.open(folder);
            var debug = new DebugDriver(again, folder);
            debug.show("book.py", "# @highlight");
            debug.awaitMark(line, "breakpoint");
            assertTrue(breakpoints(again).getFirst().enabled());
        }
    }

    @SuppressWarnings("unchecked") // TestFX finds nodes by their classes
    private static ListView<BreakpointStatus> breakpointList(TestWindow window) {
        return window.node("#debug-breakpoints", ListView.class);
    }

    private static List<Breakpoint> breakpoints(TestWindow window) {
        return window.window().surroundings().engine().debugger().breakpoints().list().stream()
                .map(BreakpointStatus::breakpoint)
                .toList();
    }
}
