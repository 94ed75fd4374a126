package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.DebugDriver;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** A POST fails: it is found, replayed to the line that failed, mended, watched until it is green, and taken along as a test. */
@ExtendWith(WithWindow.class)
final class FailingPostStoryTest {
    @Test
    void fromTheFailureToATest(TestWindow window) throws IOException {
        var debug = DebugDriver.running(window, "flask-notes");
        window.get("/");
        assertEquals(
                500, debug.post("/new", "title=Shopping&tags=home,+Home").join().statusCode());

        var filter = window.node("#requests-filter", TextField.class);
        window.fx(() -> filter.setText("method:POST and status:5xx"));
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 1, "the one that failed");
        select(window, table);

        window.robot().type(KeyCode.F);
        window.await(() -> window.robot().lookup("Send").tryQuery().isPresent(), "what speaks against sending it");
        window.robot().clickOn("Send");
        debug.awaitAt("notes/store.py", "# @tags");
        debug.awaitValue("tags", "['home', 'home']");
        window.showPane("replays");
        var comparison = window.node("#comparison", ListView.class);
        window.await(() -> comparison.getItems().toString().contains("still being answered"), "nothing to compare yet");
        window.robot().push(KeyCode.F8);
        window.await(() -> comparison.getItems().toString().contains("Nothing differs"), "what there is to compare");
        window.await(() -> window.says(".replay-verdict", "still fails"), "that it still fails");
        var replays = window.node("#replays", ListView.class);
        window.fx(() -> replays.getSelectionModel().select(0));
        window.robot().clickOn(window.node("#replay-watch", ToggleButton.class));
        mend(debug.file("notes/pages.py"));
        window.await(() -> window.says(".replay-verdict", "fixed"), "green");
        window.picture("auto-replay");

        select(window, table);
        window.fx(() -> copyAsTest(table));
        window.await(
                () -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "")
                        .contains("def test_"),
                "a test on the clipboard");
        String test = TestWindow.call(() -> Clipboard.getSystemClipboard().getString());
        passes(Files.writeString(debug.file("test_captured.py"), test));
    }

    /** Without Vivarium. */
    private static void passes(Path test) throws IOException {
        var python = new ProcessBuilder("python3", test.toString())
                .directory(Objects.requireNonNull(test.getParent()).toFile())
                .redirectErrorStream(true);
        python.environment().put("PYTHONPATH", System.getProperty("vivarium.pythonPackages"));
        Process running = python.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, running.onExit().join().exitValue(), said);
    }

    private static void select(TestWindow window, TableView<?> table) {
        window.fx(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.requestFocus();
        });
    }

    private static void copyAsTest(TableView<?> table) {
        table.getContextMenu().getItems().stream()
                .filter(Menu.class::isInstance)
                .map(Menu.class::cast)
                .filter(menu -> "Copy as".equals(menu.getText()))
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> "pytest function".equals(item.getText()))
                .forEach(MenuItem::fire);
    }

    private static void mend(Path pages) throws IOException {
        String source = Files.readString(pages);
        String old = "[tag.strip().lower() for tag in tags.split(\",\") if tag.strip()]";
        assertTrue(source.contains(old), source);
        Files.writeString(
                pages,
                source.replace(old, "sorted({tag.strip().lower() for tag in tags.split(\",\") if tag.strip()})"));
    }
}
