package vivarium.ui;

import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** Someone wants to know what goes on inside a request: which statements, which layers, who made the page. */
@ExtendWith(WithWindow.class)
final class InsideStoryTest {
    @Test
    void layersAndStatementsOfARequest(TestWindow window) {
        window.open("guestbook");
        window.run();
        window.get("/");
        window.press("examine");
        window.get("/");
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 2, "two requests in the table");
        window.fx(() -> table.getSelectionModel().clearAndSelect(0));
        window.showPane("inside");
        window.await(() -> window.says(".empty-title", "Not looked at closely"), "that nothing was looked at");
        window.fx(() -> table.getSelectionModel().clearAndSelect(1));
        window.await(() -> window.says(".inside-heading", "Layers"), "the layers");
        window.await(() -> window.has(".inside-detail", "SELECT"), "a statement");
        window.picture("inside");
        window.press("examine");
    }
}
