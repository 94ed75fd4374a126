package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;
import vivarium.ui.traffic.Traffic;

/** What someone does who wants to know what happened to a request. */
@ExtendWith(WithWindow.class)
final class RequestStoriesTest {

    @Test
    void aFailureIsFollowedFromTheTableToItsSourceLine(TestWindow window) {
        window.open("guestbook");
        window.run();
        assertEquals(200, window.get("/").statusCode());
        assertEquals(500, window.get("/search?q=%3A-%29").statusCode());

        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 2, "two requests in the table");
        window.await(() -> window.robot().lookup("500").tryQuery().isPresent(), "the second one's status");
        window.robot().clickOn("500");
        window.robot().clickOn("Exception");
        var title = window.node("#exception-title", Label.class);
        assertTrue(title.getText().startsWith("re."), title.getText());
        window.picture("exception");
        window.robot().clickOn(window.node("#exception-frames .own-frame .frame-place", Label.class));
        var place = window.node("#source-name", MenuButton.class);
        window.await(() -> place.getText().contains("book.py"), "book.py in the source pane");
        var source = window.node("#source-area", CodeArea.class);
        window.await(
                () -> source.getParagraph(source.getCurrentParagraph())
                        .getText()
                        .contains("re.split("),
                "the line that raised");
        window.picture("failure-followed");
    }

    @Test
    void aHeaderIsFoundInTheEnviron(TestWindow window) {
        window.open("guestbook");
        window.run();
        window.get("/?page=1");
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 1, "a request in the table");
        window.await(() -> window.robot().lookup("200").tryQuery().isPresent(), "its status");
        window.robot().clickOn("200");
        window.robot().clickOn("Environ");
        window.robot().clickOn(window.node("#environ-search", TextField.class));
        window.robot().write("percent-decoded");
        var tree = window.node("#environ-tree", TreeTableView.class);
        window.await(() -> tree.getExpandedItemCount() == 2, "one group with one key");
    }

    @Test
    void twentyThousandExchangesAndTheNewestIsSeen(TestWindow window) {
        window.open("guestbook");
        var traffic = new Traffic();
        for (int first = 1; first <= 20_000; first += 1_000) {
            traffic.many(first, 1_000).forEach(window.journal()::append);
            window.settle();
        }
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 20_000, "20,000 rows");
        window.robot().clickOn(table).push(KeyCode.END).push(KeyCode.UP).push(KeyCode.ENTER);
        var moments = window.node("#exchange-moments", ListView.class);
        window.await(() -> !moments.getItems().isEmpty(), "what happened in it");
        window.fx(() -> window.window().perform("clear"));
        window.await(() -> table.getItems().isEmpty(), "an empty table");
        assertEquals(List.of(), table.getItems());
    }
}
