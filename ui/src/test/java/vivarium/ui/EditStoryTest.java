package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.exchange.Captured;
import vivarium.exchange.Exchange;
import vivarium.journal.Event;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** Requests are changed with the editor that fits, sent, and kept under names. */
@ExtendWith(WithWindow.class)
final class EditStoryTest {
    @Test
    void aQueryIsATable(TestWindow window) {
        window.open("guestbook");
        window.run();
        window.get("/search?q=a%20b&&page=1");
        edit(window);
        window.robot().clickOn("Query");
        assertEquals(List.of("a b", "1"), texts(window, ".edit-query-value"));
        window.fx(() -> fields(window, ".edit-query-value").getLast().setText("2 & 3"));
        window.robot().clickOn("#edit-query-add");
        window.robot().write("x");
        var target = window.node("#edit-target", TextField.class);
        window.await(() -> target.getText().equals("/search?q=a%20b&page=2+%26+3&x="), "the target");
        window.picture("edit-query");
        window.robot()
                .clickOn(window.robot()
                        .lookup(".edit-query-remove")
                        .queryAllAs(Node.class)
                        .iterator()
                        .next());
        window.await(() -> target.getText().equals("/search?page=2+%26+3&x="), "one less");
        window.robot().clickOn("#edit-query-undo");
        window.await(() -> target.getText().startsWith("/search?q=a%20b&page"), "it is back");
        window.fx(() -> target.setText("/about?one=1"));
        assertEquals(List.of("1"), texts(window, ".edit-query-value"));
    }

    @Test
    void jsonIsCheckedAndItsLengthFollows(TestWindow window) {
        window.open("guestbook");
        window.run();
        var events = events(window);
        window.send(HttpRequest.newBuilder(window.address().resolve("/api/entries"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"Ada\", \"message\": \"Hello\"}")));
        edit(window);
        var body = window.node("#edit-body", TextInputControl.class);
        window.fx(() -> body.setText("{\"name\": \"Bob\",\n \"message\": }"));
        window.await(() -> window.has("#edit-body-problem", "Line 2, column 13"), "where it is wrong");
        window.robot().clickOn("#edit-send");
        window.await(() -> body.getSelection().getStart() == 28, "the place");
        window.picture("edit-json");
        window.fx(() -> body.setText("{\"name\": \"Bob\", \"message\": \"Hé\"}"));
        window.robot().clickOn("#edit-body-lay-out");
        window.await(() -> body.getText().startsWith("{\n  \"name\""), "it is laid out");
        window.robot().clickOn("Headers");
        int length = body.getText().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        window.await(
                () -> texts(window, ".edit-headers-value").contains(Integer.toString(length)), "the length follows");
        window.fx(() -> fields(window, ".edit-headers-name").getFirst().setText("no header"));
        window.robot().clickOn("#edit-send");
        window.await(() -> window.has(".danger", "“no header” is no name"), "said at the field");
        window.picture("edit-headers");
        window.fx(() -> fields(window, ".edit-headers-name").getFirst().setText("Connection"));
        window.settle();
        window.robot().clickOn("#edit-send");
        var replay = awaitReplay(window, events);
        assertEquals("201 Created", replay.response().orElseThrow().status());
        assertTrue(replay.requestContent().text().contains("Bob"));
    }

    @Test
    void aFormBecomesMultipartWithAFile(TestWindow window) {
        window.open("guestbook");
        window.run();
        var events = events(window);
        window.send(HttpRequest.newBuilder(window.address().resolve("/sign"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=Ada&message=one%0D%0Atwo&mood=")));
        edit(window);
        assertEquals(List.of("Ada", "one\ntwo", ""), texts(window, ".edit-form-value"));
        window.picture("edit-form");
        window.robot().clickOn("#edit-as-parts");
        window.await(() -> fields(window, ".edit-part-name").size() == 3, "the parts");
        window.robot().clickOn("#edit-parts-add-text");
        window.fx(() -> {
            fields(window, ".edit-part-name").getLast().setText("note");
            var kinds = List.copyOf(window.robot().lookup(".edit-part-kind").queryAllAs(ChoiceBox.class));
            kinds.getLast().getSelectionModel().select(1);
        });
        window.await(() -> !fields(window, ".edit-part-file").isEmpty(), "the file's name");
        window.fx(() -> fields(window, ".edit-part-file").getLast().setText("a.txt"));
        window.picture("edit-parts");
        window.fx(() -> {
            var buttons = List.copyOf(window.robot().lookup(".edit-part-remove").queryAllAs(Button.class));
            buttons.getLast().fire();
        });
        window.await(() -> fields(window, ".edit-part-name").size() == 3, "one less");
        window.robot().clickOn("#edit-parts-undo");
        window.await(() -> fields(window, ".edit-part-name").size() == 4, "it is back");
        window.robot().clickOn("#edit-send");
        var replay = awaitReplay(window, events);
        var parts = replay.requestContent().parts();
        assertEquals(
                List.of("name", "message", "mood", "note"),
                parts.stream().map(it -> it.name()).toList());
        assertEquals("one\r\ntwo", parts.get(1).content().text());
        assertEquals("a.txt", parts.getLast().filename());
        assertEquals(303, replay.response().orElseThrow().code());
    }

    @Test
    void aRequestIsKeptUnderANameSentRenamedAndDeleted(TestWindow window) throws Exception {
        Path project = window.open("guestbook");
        window.run();
        window.get("/about");
        edit(window);
        var target = window.node("#edit-target", TextField.class);
        window.fx(() -> {
            target.setText("/api/entries");
            window.node("#edit-name", TextField.class).setText("entries");
        });
        window.robot().clickOn("#edit-save");
        window.showPane("replays");
        window.choose("Saved…");
        var list = window.node("#saved-requests", ListView.class);
        window.await(() -> list.getItems().size() == 1, "the saved one");
        var name = window.node("#saved-name", TextField.class);
        window.fx(() -> name.setText("all entries"));
        window.robot().clickOn("#saved-rename");
        Path file = project.resolve(".vivarium/requests.json");
        window.await(() -> read(file).contains("all entries"), "the other name");
        window.picture("saved-requests");
        window.fx(list::requestFocus);
        window.robot().type(KeyCode.DELETE);
        window.await(() -> list.getItems().isEmpty(), "it is gone");
        window.robot().clickOn("#saved-undo");
        window.await(() -> list.getItems().size() == 1, "it is back");
        window.fx(() -> list.getSelectionModel().select(0));
        window.robot().clickOn("#saved-send");
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 2, "it was sent");
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (java.io.IOException beingWritten) {
            return "";
        }
    }

    private static void edit(TestWindow window) {
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 1, "the request in the table");
        window.settle();
        window.fx(() -> {
            table.getSelectionModel().clearAndSelect(0);
            table.requestFocus();
        });
        window.robot().type(KeyCode.E);
        window.node("#edit-target", TextField.class);
        window.settle();
    }

    /** The second exchange, once it is over. */
    private static Captured awaitReplay(TestWindow window, List<Event> events) {
        window.await(
                () -> events.stream().anyMatch(event -> event instanceof Event.ExchangeEnded && event.exchange() == 2),
                "its end");
        var own = events.stream().filter(event -> event.exchange() == 2).toList();
        return Captured.of(Exchange.of(own).orElseThrow(), Instant.EPOCH);
    }

    private static List<Event> events(TestWindow window) {
        var events = new CopyOnWriteArrayList<Event>();
        window.journal().subscribe(events::addAll);
        return events;
    }

    private static List<TextInputControl> fields(TestWindow window, String query) {
        return List.copyOf(window.robot().lookup(query).queryAllAs(TextInputControl.class));
    }

    private static List<String> texts(TestWindow window, String query) {
        return TestWindow.call(() ->
                fields(window, query).stream().map(TextInputControl::getText).toList());
    }
}
