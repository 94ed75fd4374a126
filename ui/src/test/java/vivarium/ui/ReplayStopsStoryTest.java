package vivarium.ui;

import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.DebugDriver;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** A replay stops in the debugger where the user wants it to, and no other request does. */
@ExtendWith(WithWindow.class)
final class ReplayStopsStoryTest {
    @Test
    void asTheApplicationIsCalledAndAfterALineOfTheLog(TestWindow window) {
        Path project = window.open("guestbook");
        window.run();
        var debug = new DebugDriver(window, project);
        window.get("/about");
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 1, "the request in the table");
        window.settle();

        select(window, table);
        window.robot().type(KeyCode.B);
        debug.awaitAt("app.py", "# @entry");
        window.get("/api/entries");
        window.robot().push(KeyCode.F8);
        debug.awaitNothing();

        select(window, table);
        window.robot().type(KeyCode.L);
        ListView<?> lines = window.node("#until-lines", ListView.class);
        window.await(
                () -> lines.getItems().stream()
                        .anyMatch(line -> String.valueOf(line).contains("GET /about")),
                "the line");
        window.fx(() -> lines.getSelectionModel().select(0));
        window.picture("until-a-line");
        window.robot().clickOn("#until-send");
        debug.awaitAt("app.py", "    start_response(response.status");
        window.robot().push(KeyCode.F8);
        debug.awaitNothing();
        window.await(() -> window.window().debugger().breakpoints().list().isEmpty(), "no breakpoint is left");
    }

    private static void select(TestWindow window, TableView<?> table) {
        window.showPane("requests");
        window.fx(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.requestFocus();
        });
    }
}
