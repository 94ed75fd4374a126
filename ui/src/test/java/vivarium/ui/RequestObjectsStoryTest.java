package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.DebugDriver;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** Environs and the request objects of frameworks say what is asked for, and do not lose the body to somebody who looks. */
@ExtendWith(WithWindow.class)
final class RequestObjectsStoryTest {
    @Test
    void guestbook(TestWindow window) {
        var debug = DebugDriver.running(window, "guestbook");
        int line = debug.click("app.py", "# @entry");
        var answer = debug.get("/search?q=moth");
        debug.awaitAt(line);
        debug.awaitValue("environ", "GET /search?q=moth HTTP/1.1");
        debug.expand("environ");
        debug.awaitValue("QUERY_STRING", "'q=moth'");
        debug.expand("Request");
        debug.expand("HTTP headers");
        debug.awaitValue("User-Agent", "Java");
        copyExpression(window, debug, "User-Agent");
        window.await(
                () -> "environ['HTTP_USER_AGENT']"
                        .equals(Objects.requireNonNullElse(
                                Clipboard.getSystemClipboard().getString(), "")),
                "its expression on the clipboard");
        window.picture("debugger-environ");
        debug.expand("HTTP headers");
        debug.expand("Request");
        debug.assign("QUERY_STRING", "'q=newt'");
        debug.awaitValue("environ", "GET /search?q=newt HTTP/1.1");
        debug.expand("environ");
        window.robot().push(KeyCode.F10);
        debug.awaitValue("request", "GET /search?q=newt");
        window.robot().push(KeyCode.F8);
        assertEquals(200, answer.join().statusCode());
    }

    @Test
    void flaskNotes(TestWindow window) {
        var debug = DebugDriver.running(window, "flask-notes");
        int line = debug.click("notes/pages.py", "if request.method == \"GET\"");
        var answer = debug.post("/new", "title=Shopping&tags=home");
        debug.awaitAt(line);
        window.robot().clickOn("#debug-evaluate").write("request").push(KeyCode.CONTROL, KeyCode.ENTER);
        debug.awaitValue("request", "POST /new");
        debug.expand("request");
        debug.awaitValue(".form", "not read yet");
        debug.awaitValue(".method", "'POST'");
        debug.awaitValue(".headers", "EnvironHeaders");
        window.picture("debugger-flask-request");
        window.robot().push(KeyCode.F10);
        debug.awaitAt("notes/pages.py", "# @new");
        window.robot().push(KeyCode.F10);
        debug.awaitValue(".form", "'Shopping'");
        window.robot().push(KeyCode.F8);
        assertEquals(302, answer.join().statusCode());
    }

    @Test
    void djangoPolls(TestWindow window) {
        var debug = DebugDriver.running(window, "django-polls");
        int line = debug.click("polls/views.py", "# @index");
        var answer = debug.get("/polls/?sort=new");
        debug.awaitAt(line);
        debug.awaitValue("request", "GET /polls/?sort=new");
        debug.expand("request");
        debug.awaitValue(".GET", "'new'");
        debug.awaitValue(".POST", "not read yet");
        TreeItem<Object> all = debug.item("all attributes");
        debug.expand("all attributes");
        window.await(() -> all.getChildren().size() > 5, "what else it has");
        window.picture("debugger-django-request");
        window.robot().push(KeyCode.F8);
        assertEquals(200, answer.join().statusCode());
    }

    private static void copyExpression(TestWindow window, DebugDriver debug, String name) {
        var row = debug.row(name);
        window.robot().clickOn(row.lookup(".variable-name") instanceof Labeled label ? label : row);
        var tree = window.node("#debug-variables", TreeTableView.class);
        window.fx(() -> tree.getContextMenu().getItems().stream()
                .filter(item -> "Copy as expression".equals(item.getText()))
                .forEach(MenuItem::fire));
    }
}
