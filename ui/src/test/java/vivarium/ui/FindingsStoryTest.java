package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.DebugDriver;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** A habit that costs the application's users something is pointed out, with what to do about it. */
@ExtendWith(WithWindow.class)
final class FindingsStoryTest {
    @Test
    void aFindingIsSeenAndFollowedToItsLine(TestWindow window) {
        Path folder = window.open("troubles");
        window.run();
        window.get("/return/start-in-generator");
        window.get("/return/file");
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 2, "two requests in the table");
        window.fx(() -> table.getSelectionModel().clearAndSelect(1));
        window.showPane("findings");
        window.await(() -> window.says(".finding-title", "BAD ITERABLE RETURNED"), "the seeds' own words");
        window.picture("findings");
        window.fx(() -> table.getSelectionModel().clearAndSelect(0));
        window.await(() -> window.says(".finding-title", "start_response is called late"), "the other finding");
        assertTrue(window.node("#exchange-findings", ListView.class).getItems().size() >= 1);
        window.robot().clickOn(".finding .hyperlink");
        var source = window.node("#source-area", CodeArea.class);
        window.await(
                () -> source.getParagraph(source.getCurrentParagraph())
                        .getText()
                        .contains("start_response("),
                "the line that called it");
        int line = TestWindow.call(source::getCurrentParagraph) + 1;
        window.showPane("findings");
        window.choose("Replay, and stop there in the debugger");
        var debug = new DebugDriver(window, folder);
        debug.awaitAt(line);
        window.robot().push(KeyCode.F8);
        debug.awaitNothing();
    }
}
