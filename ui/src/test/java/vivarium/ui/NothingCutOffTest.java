package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.run.Notice;
import vivarium.ui.run.Remedy;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** What can be seen in a window of the usual size, 1280 by 800. */
@ExtendWith(WithWindow.class)
final class NothingCutOffTest {
    @Test
    void theHeadingsOfTheRequestsAreWholeAndNothingScrollsSideways(TestWindow window) {
        window.open("troubles");
        window.settle();
        List<Label> headings = TestWindow.call(() -> List.copyOf(
                window.robot().lookup("#requests-table .column-header > .label").queryAllAs(Label.class)));
        assertFalse(headings.isEmpty());
        for (Label heading : headings) {
            assertEquals(heading.getText(), ((Text) heading.lookup(".text")).getText());
        }
        assertTrue(window.robot().lookup("#requests-table .scroll-bar").queryAllAs(ScrollBar.class).stream()
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL)
                .noneMatch(Node::isVisible));
    }

    @Test
    void aNoticeLeavesRoomForTheFilterAndSaysNamesInFull(TestWindow window) {
        window.open("troubles");
        window.settle();
        window.fx(() -> window.window()
                .run()
                .tell(new Notice(
                        Notice.Kind.INFORMATION, "Running app:app", "Why.", List.of(new Remedy.OpenFolder()))));
        window.settle();
        var filter = window.node(".filter-bar", Region.class);
        assertTrue(filter.getHeight() >= TestWindow.call(() -> filter.prefHeight(-1)));
        assertFalse(window.robot().lookup(".notice .button").queryAllAs(Button.class).stream()
                .filter(button -> !button.getText().isEmpty())
                .anyMatch(Button::isMnemonicParsing));
    }

    @Test
    void inTheSmallestWindowBarsAreWholeAndEmptyPanesSayWhatThereIsRoomFor(TestWindow window) {
        window.open("troubles");
        var stage = window.node("#requests-table", Region.class).getScene().getWindow();
        window.fx(() -> {
            stage.setWidth(900);
            stage.setHeight(600);
        });
        window.await(() -> stage.getScene().getHeight() == 600, "the small window");
        window.settle();
        window.picture("smallest");
        for (Region bar : TestWindow.call(() -> seen(window, ".pane-bar"))) {
            assertTrue(bar.getHeight() >= TestWindow.call(() -> bar.prefHeight(-1)), bar::toString);
        }
        List<Region> empty = TestWindow.call(() -> Stream.of(".empty-pane", ".empty-state")
                .flatMap(each -> seen(window, each).stream())
                .toList());
        assertFalse(empty.isEmpty());
        for (Region pane : empty) {
            for (Node part : pane.getChildrenUnmodifiable()) {
                var bounds = part.getBoundsInParent();
                assertTrue(
                        !part.isVisible() || (bounds.getMinY() >= 0 && bounds.getMaxY() <= pane.getHeight()),
                        () -> part + " in " + pane.getHeight());
            }
        }
    }

    private static List<Region> seen(TestWindow window, String query) {
        return window.robot().lookup(query).queryAllAs(Region.class).stream()
                .filter(node -> node.getWidth() > 0 && treeVisible(node))
                .toList();
    }

    private static boolean treeVisible(Node node) {
        return node.isVisible() && (node.getParent() == null || treeVisible(node.getParent()));
    }

    @Test
    void theHeadingOfABodyIsWholeBesideALongType(TestWindow window) {
        window.open("guestbook");
        window.run();
        window.send(HttpRequest.newBuilder(window.address().resolve("/sign"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=Ada&message=hello&mood=")));
        window.fx(() -> window.window().showExchange(1));
        window.showPane("request");
        window.await(() -> window.says(".body-bar .label", "Body"), "its body");
        List<Text> headings =
                TestWindow.call(() -> window.robot().lookup(".body-bar > .label").queryAllAs(Label.class).stream()
                        .filter(label -> "Body".equals(label.getText()) && label.getWidth() > 0)
                        .map(label -> (Text) label.lookup(".text"))
                        .toList());
        assertFalse(headings.isEmpty());
        headings.forEach(heading -> assertEquals("Body", heading.getText()));
    }

    @Test
    void whoSelectsARequestSeesIt(TestWindow window) {
        window.open("troubles");
        window.run();
        window.get("/print");
        window.showPane("log");
        window.await(() -> window.says("#requests-table .path", "/print"), "the request");
        window.settle();
        window.robot().clickOn("#requests-table .path");
        window.await(() -> window.says("#exchange-header .target", "/print"), "the exchange in front of the log");
    }
}
