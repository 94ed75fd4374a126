package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** A request that failed is sent again, changed and not, until it is fixed. */
@ExtendWith(WithWindow.class)
final class ReplayStoryTest {
    private static final String FAILING = "/search?q=%3A-%29";

    @Test
    void aFailureIsReplayedAndTurnsGreenWhenItIsMended(TestWindow window) throws IOException {
        Path project = window.open("guestbook");
        window.run();
        assertEquals(500, window.get(FAILING).statusCode());
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 1, "the request in the table");
        window.fx(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.requestFocus();
        });
        window.robot().type(KeyCode.R);
        window.await(() -> says(window, ".replay-verdict", "still fails"), "the replay beside its origin");
        window.await(() -> table.getItems().size() == 2, "the replay in the table");
        window.await(() -> has(window, ".compare-heading", "#1 and #2"), "the comparison");
        window.robot().clickOn(window.node("#replay-watch", ToggleButton.class));

        mend(project.resolve("book.py"));
        window.await(() -> says(window, ".replay-verdict", "fixed"), "green after the reload");
        window.await(() -> has(window, ".compare-right", "200"), "what has changed");
        window.picture("replays");
    }

    @Test
    void aRequestIsEditedAndSent(TestWindow window) {
        window.open("guestbook");
        window.run();
        window.get("/");
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 1, "the request in the table");
        window.fx(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.requestFocus();
        });
        window.robot().type(KeyCode.E);
        var target = window.node("#edit-target", TextField.class);
        window.fx(() -> target.setText("/no such page"));
        window.robot().clickOn("#edit-send");
        window.await(() -> has(window, "#edit-problem", "percent-encode"), "what is wrong");
        window.fx(() -> target.setText("/no-such-page"));
        window.picture("edit-and-resend");
        window.robot().clickOn("#edit-send");
        window.await(() -> table.getItems().size() == 2, "the answer in the table");
        window.await(() -> has(window, ".compare-right", "404"), "how it differs");
        assertTrue(window.node("#replays", ListView.class).getItems().size() == 1);
    }

    /** Quotes what is looked for, as BUG.md of the guestbook says. */
    private static void mend(Path book) throws IOException {
        String source = Files.readString(book);
        String mended = source.replace("re.split(f\"({words})\"", "re.split(f\"({re.escape(words)})\"");
        assertTrue(!mended.equals(source), source);
        Files.writeString(book, mended);
    }

    private static boolean says(TestWindow window, String query, String text) {
        return window.robot().lookup(query).queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.isVisible() && text.equals(label.getText()));
    }

    private static boolean has(TestWindow window, String query, String text) {
        return window.robot().lookup(query).queryAllAs(Labeled.class).stream()
                .anyMatch(label -> label.isVisible() && label.getText().contains(text));
    }
}
