package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.exchange.Captured;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** Requests of other programs, pasted or dropped, are sent to the running application. */
@ExtendWith(WithWindow.class)
final class ImportStoryTest {
    private static final String CURL =
            "curl 'https://example.org/sign' --compressed --data-raw 'name=Ada&message=Tea&mood='";

    /** As the browser wrote it: more than a text area would hold with ease. */
    private static final Path FIREFOX = Path.of(System.getProperty("vivarium.root", ".."))
            .resolve("server-core/src/test/resources/vivarium/transfer/firefox.har");

    private static final Path CHROMIUM = FIREFOX.resolveSibling("chromium.har");

    @Test
    void aCurlCommandIsPastedAndSent(TestWindow window) {
        window.open("guestbook");
        window.run();
        var table = window.node("#requests-table", TableView.class);
        window.press("import");
        var text = window.node("#import-text", TextInputControl.class);
        window.fx(() -> text.setText("nonsense"));
        window.await(() -> window.has("#import-said", "neither a HAR file nor a curl command"), "what is wrong");
        window.fx(() -> text.setText(CURL));
        awaitRequests(window, 1);
        window.picture("import");
        window.robot().clickOn("#import-send");
        window.choose("Send");
        window.await(() -> table.getItems().size() == 1, "it was sent here");
    }

    @Test
    void filesOfBrowsersAreDroppedOnTheSheetAndSent(TestWindow window) throws Exception {
        window.open("guestbook");
        window.run();
        var table = window.node("#requests-table", TableView.class);
        window.press("import");
        var sheet = window.node("#import-text", Node.class);

        window.drop(sheet, file(FIREFOX));
        awaitRequests(window, 25);
        window.drop(sheet, Map.of(DataFormat.PLAIN_TEXT, CURL));
        awaitRequests(window, 1);
        window.drop(sheet, file(Files.writeString(folder(window).resolve("notes.txt"), "no request")));
        window.await(() -> window.has("#import-said", "neither a HAR file nor a curl command"), "what is wrong");
        window.drop(sheet, file(CHROMIUM));
        var list = awaitRequests(window, 24);
        window.picture("import-chromium-light");
        window.press("theme");
        window.picture("import-chromium-dark");
        window.press("theme");

        assertEquals("/sign", list.getItems().get(4).request().target());
        window.fx(() -> list.getSelectionModel().clearAndSelect(4));
        window.robot().clickOn("#import-send");
        window.choose("Send");
        window.await(() -> table.getItems().size() == 1, "what was selected was sent here");
        window.await(() -> window.says("#requests-table .path", "/sign"), "its path");
        window.await(() -> window.get("/").body().contains("Grüße aus Köln,"), "that it was signed");
    }

    @Test
    void theyAreDroppedOnTheWindowWherever(TestWindow window) throws Exception {
        window.open("guestbook");
        window.run();
        var table = window.node("#requests-table", TableView.class);
        window.drop(table, file(FIREFOX));
        awaitRequests(window, 25);
        window.fx(() -> window.window().hideSheet());

        window.drop(table, Map.of(DataFormat.PLAIN_TEXT, CURL));
        awaitRequests(window, 1);
        window.fx(() -> window.window().hideSheet());

        window.showPane("replays");
        window.drop(window.node("#replay-import", Node.class), Map.of(DataFormat.PLAIN_TEXT, CURL));
        awaitRequests(window, 1);
        window.fx(() -> window.window().hideSheet());

        // A project is none of this.
        Path other = Files.createDirectories(folder(window).resolve("other"));
        window.drop(table, file(other));
        assertEquals(List.of(other), window.opened());
        assertTrue(window.robot().lookup("#sheet").tryQuery().isEmpty());
    }

    private static Path folder(TestWindow window) {
        return window.settings();
    }

    private static Map<DataFormat, Object> file(Path file) {
        return Map.of(DataFormat.FILES, List.of(file.toFile()));
    }

    @SuppressWarnings("unchecked") // TestFX finds nodes by their classes
    private static ListView<Captured> awaitRequests(TestWindow window, int count) {
        ListView<Captured> list = window.node("#import-requests", ListView.class);
        window.await(() -> list.getItems().size() == count, count + " requests");
        return list;
    }
}
