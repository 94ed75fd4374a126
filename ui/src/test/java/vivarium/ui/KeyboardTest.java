package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.coley.bentofx.control.Header;
import vivarium.ui.commands.Command;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** Everything can be reached by keyboard, and the sheet at F1 says how. */
@ExtendWith(WithWindow.class)
final class KeyboardTest {
    @Test
    void theSheetNamesEveryCommandThatHasKeys(TestWindow window) {
        window.open("guestbook");
        window.robot().push(KeyCode.F1);
        window.node("#shortcuts", Node.class);
        Set<String> shown =
                TestWindow.call(() -> window.robot().lookup("#shortcuts .label").queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)
                        .collect(Collectors.toSet()));
        for (Command command : TestWindow.call(() -> window.window().commands().all())) {
            if (command.keys().isPresent()) {
                assertTrue(shown.contains(command.label().replace("…", "")), command::label);
                assertTrue(shown.contains(command.shownKeys()), command::shownKeys);
            }
        }
        window.picture("shortcuts");
        window.robot().push(KeyCode.ESCAPE);
        window.await(() -> !window.window().modals().shown().get(), "no sheet");
    }

    @Test
    void panesComeToTheFrontByTheirNumberAndByTheArrowsOfTheirHeader(TestWindow window) {
        window.open("guestbook");
        var dock =
                TestWindow.call(() -> window.window().workbench().orElseThrow().dock());
        List<String> keyed = List.of(
                "project", "source", "requests", "exchange", "exchange", "log", "threads", "console", "debugger");
        for (int i = 0; i < keyed.size(); i++) {
            String id = keyed.get(i);
            window.robot()
                    .press(KeyCode.ALT)
                    .type(KeyCode.getKeyCode(Integer.toString(i + 1)))
                    .release(KeyCode.ALT);
            window.await(() -> dock.inFront(id).get(), id);
        }
        window.press("show-log");
        var header = TestWindow.call(() -> window.robot()
                .lookup(node -> node instanceof Header each
                        && each.getDockable().getIdentifier().equals("log"))
                .queryAs(Header.class));
        assertTrue(header.isFocusTraversable(), "Tab stops at it");
        window.fx(header::requestFocus);
        window.robot().push(KeyCode.RIGHT);
        window.await(() -> dock.inFront("threads").get(), "the next tab");
    }

    @Test
    void filesThatWereOpenAreInAMenu(TestWindow window) {
        var folder = window.open("guestbook");
        for (String name : List.of("app.py", "book.py")) {
            window.fx(() -> window.window().showSource(folder.resolve(name), 3));
            var title = window.node("#source-name", MenuButton.class);
            window.await(() -> name.equals(title.getText()), name);
        }
        window.showPane("source");
        window.robot().push(KeyCode.CONTROL, KeyCode.E);
        var title = window.node("#source-name", MenuButton.class);
        window.await(title::isShowing, "the menu");
        assertEquals(
                List.of("book.py", "app.py"),
                TestWindow.call(() ->
                        title.getItems().stream().map(item -> item.getText()).toList()));
        window.fx(() -> title.getItems().get(1).fire());
        window.await(() -> "app.py".equals(title.getText()), "the file before");
    }

    @Test
    void whenARequestIsStuckCanBeSet(TestWindow window) {
        window.press("settings");
        var seconds = window.node("#settings-stuck", Spinner.class);
        assertEquals(5, TestWindow.call(seconds::getValue));
        window.fx(() -> seconds.getEditor().setText("2"));
        window.robot().clickOn("Save");
        assertEquals(
                2,
                TestWindow.call(
                        () -> window.window().settings().now().stuckAfter().toSeconds()));
    }
}
