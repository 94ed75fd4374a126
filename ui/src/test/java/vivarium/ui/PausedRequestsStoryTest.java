package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.run.Phase;
import vivarium.ui.testing.DebugDriver;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** What the window does with requests that stand still, and with what exceptions have left. */
@ExtendWith(WithWindow.class)
final class PausedRequestsStoryTest {
    @Test
    void severalAtOnceAreChosenFromAndLetGoByStop(TestWindow window) {
        var debug = running(window);
        int line = debug.click("app.py", "# @entry");
        var first = debug.get("/search?q=one");
        debug.awaitAt(line);
        var second = debug.get("/search?q=two");
        window.await(() -> debug.list("debug-threads").size() == 2, "two paused threads");
        window.await(() -> text(debug).contains("q=one") && text(debug).contains("q=two"), "their requests");
        window.await(() -> paused(window) == 2, "both are marked in the table");
        window.picture("debugger-two-paused");

        String other = debug.list("debug-threads").get(1);
        Node reason = debug.cell("debug-threads", 1).lookup(".pause-reason");
        window.robot().clickOn(reason);
        String query = other.contains("q=two") ? "q=two" : "q=one";
        debug.evaluate("environ['QUERY_STRING']");
        debug.awaitValue("environ['QUERY_STRING']", query);

        window.press("stop");
        window.choose("Cancel");
        assertEquals(2, debug.list("debug-threads").size());
        window.press("quit");
        window.choose("Cancel");
        window.press("stop");
        window.choose("Stop");
        window.await(() -> window.window().run().phase().get() == Phase.STOPPED, "stopped");
        assertEquals(
                List.of(200, 200),
                List.of(first.join().statusCode(), second.join().statusCode()));
        debug.awaitNothing();
    }

    @Test
    void stepsFromTheConsoleMoveTheMarkerAndButtonsEchoThere(TestWindow window) {
        var debug = running(window);
        int line = debug.click("app.py", "# @entry");
        window.showPane("console");
        var answer = debug.get("/");
        debug.awaitAt(line);
        debug.type("n");
        debug.awaitAt(line + 1);
        debug.type("n");
        debug.awaitAt(line + 2);
        window.showPane("debugger");
        window.robot().clickOn("#debug-into");
        window.await(() -> debug.list("debug-frames").getFirst().startsWith("answer "), "inside answer()");
        window.showPane("console");
        debug.awaitConsole("(Pdb) s\n");
        debug.type("u");
        debug.awaitAt(line + 2);
        debug.type("d");
        var console = window.node("#console-line", TextField.class);
        window.robot().clickOn(console).write("p reques").type(KeyCode.TAB);
        window.await(() -> console.getText().equals("p request"), "completed in the frame");
        window.fx(console::clear);
        debug.type("!request.path = '/nowhere'");
        window.showPane("debugger");
        debug.expand("request");
        debug.awaitValue(".path", "'/nowhere'");
        debug.awaitValue("request", "GET /nowhere");
        window.robot().clickOn("#debug-continue");
        assertEquals(404, answer.join().statusCode());
    }

    @Test
    void watchesCompletionHistoryAndLongValues(TestWindow window) {
        var debug = running(window);
        int line = debug.click("app.py", "# @entry");
        var answer = debug.get("/");
        debug.awaitAt(line);
        window.robot().clickOn("#debug-evaluate").write("environ['PATH_INFO']").push(KeyCode.CONTROL, KeyCode.ENTER);
        debug.awaitValue("environ['PATH_INFO']", "'/'");
        debug.evaluate("long = 'x' * 150000");
        debug.awaitValue("long", "xxx");
        var field = window.node("#debug-evaluate", TextField.class);
        window.robot().clickOn("#debug-evaluate").push(KeyCode.UP);
        assertEquals("long = 'x' * 150000", TestWindow.call(field::getText));
        window.fx(field::clear);
        window.robot().write("enviro").type(KeyCode.TAB);
        window.await(() -> field.getText().equals("environ"), "completed");

        Node all = TestWindow.call(() -> debug.row("long").lookup(".show-all"));
        window.robot().clickOn(all);
        var whole = window.node("#debug-whole-value", TextArea.class);
        window.await(() -> whole.getLength() == 100_000, "the first part");
        window.choose("Show more");
        window.await(() -> whole.getLength() == 150_000, "all of it");
        window.robot().push(KeyCode.ESCAPE);
        window.robot().push(KeyCode.F8);
        assertEquals(200, answer.join().statusCode());
    }

    @Test
    void whatAnExceptionLeftIsOpenedFromItsExchange(TestWindow window) {
        var debug = running(window);
        assertEquals(500, window.get("/search?q=%3A-%29").statusCode());
        window.showPane("requests");
        window.await(
                () -> window.robot()
                        .lookup("#requests-table .table-row-cell")
                        .tryQuery()
                        .isPresent(),
                "a row");
        window.fx(() -> window.window().showExchange(1));
        window.showPane("exception");
        window.robot().clickOn("#exception-debug");
        window.await(() -> !debug.list("debug-frames").isEmpty(), "the frames");
        window.await(() -> text(debug).contains("Post-mortem"), "said to be one");
        window.choose("search");
        debug.awaitValue("words", "':-)'");
        window.picture("post-mortem");
        window.robot().push(KeyCode.F8);
        window.await(
                () -> debug.list("debug-threads").isEmpty()
                        || !window.robot().lookup("#debug-threads").query().isVisible(),
                "closed");
    }

    @Test
    void aRunningRequestIsPausedAndAborted(TestWindow window) {
        var debug = running(window);
        var answer = debug.get("/countdown?from=60&delay=0.2");
        window.await(() -> !window.window().run().activeRequests().isEmpty(), "it runs");
        window.robot().push(KeyCode.CONTROL, KeyCode.F8);
        window.await(() -> !debug.list("debug-threads").isEmpty(), "it is paused");
        window.robot().push(KeyCode.SHIFT, KeyCode.F8);
        answer.handle((done, cutOff) -> true).join();
        debug.awaitNothing();
        assertEquals(200, window.get("/search?q=moth").statusCode());
    }

    @Test
    void anAbortedRequestIsAnsweredWith500(TestWindow window) {
        var debug = running(window);
        int line = debug.click("app.py", "# @entry");
        var answer = debug.get("/");
        debug.awaitAt(line);
        window.robot().clickOn("#debug-abort");
        assertEquals(500, answer.join().statusCode());
        debug.awaitNothing();
    }

    @Test
    void aLongListIsOpenedPageByPageAndALongEvaluationIsInterrupted(TestWindow window) {
        var debug = running(window);
        int line = debug.click("app.py", "# @entry");
        var answer = debug.get("/");
        debug.awaitAt(line);
        debug.evaluate("list(range(250))");
        debug.awaitValue("list(range(250))", "[0, 1, 2");
        debug.expand("list(range(250))");
        TreeItem<Object> list = debug.item("list(range(250))");
        window.await(() -> list.getChildren().size() == 101, "a hundred of them, and the row for the others");
        debug.more(list);
        window.await(() -> list.getChildren().size() == 201, "the next hundred");
        debug.more(list);
        window.await(() -> list.getChildren().size() == 250, "all of them");
        window.fx(() -> list.setExpanded(false));

        debug.evaluate("__import__('time').sleep(10000)");
        var working = window.node("#debug-working", Node.class);
        window.await(working::isVisible, "a way to end it");
        window.picture("debugger-working");
        window.robot().clickOn("#debug-evaluate").type(KeyCode.ESCAPE);
        window.await(() -> !working.isVisible(), "it has ended");
        debug.evaluate("'still ' + 'there'");
        debug.awaitValue("'still ' + 'there'", "'still there'");
        window.robot().push(KeyCode.F8);
        assertEquals(200, answer.join().statusCode());
    }

    @Test
    void aReloadWaitsForWhatIsPausedAndSaysSo(TestWindow window) throws IOException {
        var debug = running(window);
        int line = debug.click("app.py", "# @entry");
        var answer = debug.get("/about");
        debug.awaitAt(line);
        Files.writeString(debug.file("pages.py"), "\nRELOADED = True\n", StandardOpenOption.APPEND);
        window.await(() -> window.says("#status-state", "The reload waits until what is paused goes on"), "the wait");
        assertFalse(answer.isDone());
        window.picture("reload-waits");
        window.press("continue");
        assertEquals(200, answer.join().statusCode());
        window.await(() -> window.says("#status-state", "Serving"), "the reload");
        debug.awaitMark(line, "breakpoint");
        var again = debug.get("/about");
        debug.awaitAt(line);
        debug.evaluate("pages.RELOADED");
        debug.awaitValue("pages.RELOADED", "True");
        window.press("continue");
        assertEquals(200, again.join().statusCode());
    }

    @Test
    void whoClosesTheWindowLetsThePausedRequestEnd(TestWindow window) {
        var debug = running(window);
        int line = debug.click("app.py", "# @entry");
        var answer = debug.get("/about");
        debug.awaitAt(line);
        window.press("quit");
        window.await(() -> window.has(".label", "A request is paused in the debugger"), "the question");
        window.choose("Close");
        window.awaitClosed();
        assertEquals(200, answer.join().statusCode());
    }

    @Test
    void aLoopIsPausedFromTheTable(TestWindow window) {
        var debug = DebugDriver.running(window, "troubles");
        var first = debug.get("/loop");
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 1, "the request in the table");
        window.fx(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.requestFocus();
        });
        window.robot().type(KeyCode.H);
        window.await(() -> debug.top().startsWith("loop "), "it stands in the loop");
        debug.assign("end", "0");
        debug.awaitValue("end", "0");
        window.press("continue");
        assertEquals(200, first.join().statusCode());
    }

    @Test
    void aLoopIsPausedFromTheThreads(TestWindow window) {
        var debug = DebugDriver.running(window, "troubles");
        var answer = debug.get("/loop");
        window.showPane("threads");
        window.await(() -> window.has(".thread-request", "GET /loop"), "its thread");
        var threads = window.node("#thread-groups", ListView.class);
        window.fx(() -> {
            threads.getSelectionModel().select(0);
            threads.requestFocus();
        });
        window.picture("threads-pause");
        window.robot().clickOn("#threads-pause");
        window.await(() -> debug.top().startsWith("loop "), "it stands in the loop");
        window.press("abort-request");
        assertEquals(500, answer.join().statusCode());
    }

    private static DebugDriver running(TestWindow window) {
        DebugDriver debug = DebugDriver.running(window, "guestbook");
        window.showPane("debugger");
        return debug;
    }

    private static String text(DebugDriver debug) {
        return String.join("\n", debug.list("debug-threads"));
    }

    private static long paused(TestWindow window) {
        return window.robot().lookup("#requests-table .duration").queryAllAs(Labeled.class).stream()
                .filter(cell -> "paused".equals(cell.getText()))
                .count();
    }
}
