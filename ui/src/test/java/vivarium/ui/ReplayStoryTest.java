package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.compare.IgnoreFile;
import vivarium.replay.Trial;
import vivarium.replay.Trials;
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
        var table = selectFirst(window);
        window.robot().type(KeyCode.R);
        window.await(() -> window.says(".replay-verdict", "still fails"), "the replay beside its origin");
        window.await(() -> table.getItems().size() == 2, "the replay in the table");
        window.await(() -> window.has(".compare-heading", "#1 and #2"), "the comparison");
        window.robot().clickOn(window.node("#replay-watch", ToggleButton.class));

        mend(project.resolve("book.py"));
        window.await(() -> window.says(".replay-verdict", "fixed"), "green after the reload");
        window.await(() -> window.has(".compare-right", "200"), "what has changed");
        window.await(() -> apart(window), "lines one below the other");
        window.picture("replays");
    }

    @Test
    void aRequestIsSentInAllWaysAndSeveralTimes(TestWindow window) {
        window.open("guestbook");
        window.run();
        window.get("/");
        var table = selectFirst(window);
        window.robot().type(KeyCode.A);
        var trials = window.node("#trials", TableView.class);
        window.await(() -> trials.getItems().size() == Trials.total(), "all ways");
        var first = (Trial) TestWindow.call(() -> trials.getItems().getFirst());
        assertEquals("200 OK", first.status());
        assertFalse(first.differs(), first::toString);
        window.picture("all-ways");

        int before = TestWindow.call(() -> table.getItems().size());
        window.fx(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.requestFocus();
        });
        window.robot().type(KeyCode.T);
        var times = window.node("#repeat-times", Spinner.class);
        window.fx(() -> times.getEditor().setText("7"));
        window.picture("several-times");
        window.robot().clickOn("Send");
        window.await(() -> table.getItems().size() == before + 7, "seven more");
    }

    @Test
    void aSeriesIsCancelled(TestWindow window) {
        window.open("guestbook");
        window.run();
        window.get("/countdown?from=1&delay=0.3");
        var table = selectFirst(window);
        window.robot().type(KeyCode.T);
        var times = window.node("#repeat-times", Spinner.class);
        window.fx(() -> times.getEditor().setText("500"));
        window.robot().clickOn("Send");
        window.await(
                () -> window.has("#replay-progress", " of 500")
                        && table.getItems().size() > 3,
                "some are sent");
        window.picture("series-light");
        window.press("theme");
        window.picture("series-dark");
        window.press("theme");

        window.robot().clickOn("#replay-cancel");
        window.await(() -> window.has("#replay-progress", "stopped after "), "the end");
        window.settle();
        int sent = TestWindow.call(() -> table.getItems().size());
        assertTrue(sent < 500, () -> sent + " of 500 were sent");
        assertFalse(window.has("#notice-text", "cancelled"));
        window.picture("series-cancelled");

        // Another one can be sent.
        window.fx(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.requestFocus();
        });
        window.robot().type(KeyCode.R);
        window.await(() -> table.getItems().size() > sent, "one more");
        window.await(() -> window.says("#replay-progress", ""), "nothing more to say");
    }

    @Test
    void whatIsLeftOutIsRememberedAndTurnsTheLightGreen(TestWindow window) throws IOException {
        Path project = window.open("guestbook");
        window.run();
        window.get("/api/entries");
        selectFirst(window);
        var entry = HttpRequest.newBuilder(window.address().resolve("/api/entries"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"Ada\", \"message\": \"Hello\"}"));
        window.send(entry);
        window.robot().type(KeyCode.R);
        window.await(() -> window.says(".replay-verdict", "answers otherwise"), "another answer");
        window.robot().clickOn("#replay-ignored");
        var name = window.node("#ignored-name", TextField.class);
        for (String left : List.of("$.entries", "$.total")) {
            window.fx(() -> name.setText(left));
            window.robot().clickOn("#ignored-add");
        }
        window.picture("left-out");
        window.robot().push(KeyCode.ESCAPE);
        window.await(() -> window.says(".replay-verdict", "fine"), "the same but for what is left out");
        window.await(() -> remembered(project).equals(List.of("$.entries", "$.total")), "that it is remembered");
    }

    /** Quotes what is looked for, as BUG.md of the guestbook says. */
    private static void mend(Path book) throws IOException {
        String source = Files.readString(book);
        String mended = source.replace("re.split(f\"({words})\"", "re.split(f\"({re.escape(words)})\"");
        assertTrue(!mended.equals(source), source);
        Files.writeString(book, mended);
    }

    /** Whether no line of the comparison lies over another. */
    private static boolean apart(TestWindow window) {
        List<Bounds> lines = window.robot().lookup("#comparison .list-cell").queryAllAs(Labeled.class).stream()
                .filter(cell -> cell.isVisible() && cell.getGraphic() != null)
                .map(Labeled::getGraphic)
                .map(line -> line.localToScene(line.getLayoutBounds()))
                .sorted(Comparator.comparing(Bounds::getMinY))
                .toList();
        return lines.size() > 3
                && IntStream.range(1, lines.size())
                        .allMatch(
                                i -> lines.get(i).getMinY() >= lines.get(i - 1).getMaxY() - 1);
    }

    private static TableView<?> selectFirst(TestWindow window) {
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 1, "the request in the table");
        window.fx(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.requestFocus();
        });
        return table;
    }

    private static List<String> remembered(Path project) {
        try {
            return new IgnoreFile(project).read();
        } catch (IOException beingWritten) {
            return List.of();
        }
    }
}
