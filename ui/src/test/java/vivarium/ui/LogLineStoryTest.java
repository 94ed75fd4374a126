package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** From a line of the log to its request and to the source, and back. */
@ExtendWith(WithWindow.class)
final class LogLineStoryTest {
    @Test
    void logLineToRequestAndBack(TestWindow window) {
        window.open("troubles");
        window.run();
        window.get("/print");
        window.showPane("log");
        var list = window.node("#log-list", ListView.class);
        window.await(() -> shows(window, "troubles: printed by a request"), "the line that was printed");

        window.robot().clickOn("#log-filter").write("printed by");
        window.await(() -> list.getItems().size() == 1, "one line");
        window.settle();
        window.robot().clickOn(".log-exchange");
        window.await(
                () -> window.robot().lookup("#exchange-header .target").queryAllAs(Labeled.class).stream()
                        .anyMatch(target -> target.getText().equals("/print")),
                "its request");

        window.fx(() -> window.window().showLog(1));
        window.settle();
        assertEquals("#1", window.node("#log-filter", TextField.class).getText());
        assertEquals(2, (int) TestWindow.call(() -> list.getItems().size()));
    }

    @Test
    void aTracebackUnfoldsAndLeadsToItsSource(TestWindow window) {
        window.open("troubles");
        window.run();
        window.get("/raise/before");
        window.showPane("log");
        window.robot().clickOn("#log-filter").write("Traceback");
        var list = window.node("#log-list", ListView.class);
        window.await(() -> list.getItems().size() == 1, "the traceback");
        window.settle();
        window.robot().clickOn(".log-fold");
        window.await(() -> list.getItems().size() > 3, "its lines");
        window.settle();
        window.robot().clickOn(".log-link");
        var area = window.node("#source-area", CodeArea.class);
        window.await(() -> area.getLength() > 0, "the source");
    }

    private static boolean shows(TestWindow window, String text) {
        return window.robot().lookup(".log-text").queryAllAs(Labeled.class).stream()
                .anyMatch(label -> text.equals(label.getText()));
    }
}
