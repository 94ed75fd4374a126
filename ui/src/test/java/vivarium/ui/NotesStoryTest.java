package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.journal.Note;
import vivarium.journal.SessionNotes;
import vivarium.journal.SessionReader;
import vivarium.journal.Sessions;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** Requests are marked, pinned and commented on, here and by others. */
@ExtendWith(WithWindow.class)
final class NotesStoryTest {
    @Test
    void whatIsNotedIsSeenKeptUndoneAndFound(TestWindow window) {
        Path project = window.open("guestbook");
        window.run();
        for (String path : List.of("/", "/?page=2", "/nothing")) {
            window.get(path);
        }
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 3, "the requests in the table");
        Path session = Sessions.ofProject(project).files().getFirst();

        select(window, table, 1);
        window.robot().type(KeyCode.M).type(KeyCode.P).type(KeyCode.C);
        var comment = window.node("#comment-text", TextField.class);
        window.await(comment::isFocused, "the keyboard in the comment");
        window.robot().write("the odd one").type(KeyCode.ENTER);
        window.await(() -> window.says(".row-comment", "the odd one"), "the comment in the table");
        window.await(() -> window.says("#exchange-comment", "the odd one"), "the comment in the exchange");
        window.await(() -> firstPath(window).equals("/?page=2"), "the pinned one on top");
        window.await(
                () -> notes(session).equals(Map.of(2L, new Note(true, true, "the odd one"))), "the note in the file");
        window.picture("notes-light");
        window.press("theme");
        window.picture("notes-dark");
        window.press("theme");

        window.fx(() -> window.window().perform("clear"));
        window.await(() -> table.getItems().size() == 1, "what is pinned is not cleared away");
        window.fx(table::requestFocus);
        window.robot().push(KeyCode.CONTROL, KeyCode.Z);
        window.await(() -> notes(session).equals(Map.of(2L, new Note(true, true, ""))), "the comment undone");

        try (var others = SessionNotes.open(session)) {
            others.note(2, new Note(true, false, "from elsewhere"));
        }
        window.await(() -> window.says(".row-comment", "from elsewhere"), "what others noted");
        var filter = window.node("#requests-filter", TextField.class);
        window.fx(() -> filter.setText("is:pinned"));
        window.await(() -> table.getItems().isEmpty(), "nothing is pinned any more");
        window.fx(() -> filter.setText("is:marked comment:else"));
        window.await(() -> table.getItems().size() == 1, "the marked one");
    }

    private static void select(TestWindow window, TableView<?> table, int row) {
        window.fx(() -> {
            table.getSelectionModel().clearAndSelect(row);
            table.requestFocus();
        });
    }

    private static Map<Long, Note> notes(Path session) {
        try (var reader = SessionReader.open(session)) {
            return reader.notes();
        }
    }

    private static String firstPath(TestWindow window) {
        return window.robot().lookup("#requests-table .path").queryAllAs(Labeled.class).stream()
                .filter(cell -> cell.getText() != null && cell.isVisible())
                .min(java.util.Comparator.comparingDouble(
                        cell -> cell.localToScene(0, 0).getY()))
                .map(Labeled::getText)
                .orElse("");
    }

    @Test
    void whatCannotBeKeptIsSaid(TestWindow window) throws Exception {
        Path project = window.open("guestbook");
        window.run();
        window.get("/");
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 1, "the request in the table");
        Path session = Sessions.ofProject(project).files().getFirst();
        java.nio.file.Files.move(session, session.resolveSibling("moved"));

        select(window, table, 0);
        window.robot().type(KeyCode.M);

        window.await(
                () -> window.says(
                        "#notice-text",
                        "What you noted is shown here, but not kept: There is no file " + session
                                + "; choose a .vivarium file."),
                "what went wrong");
        assertEquals(1, table.getItems().size());
    }
}
