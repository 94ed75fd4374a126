package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.journal.Bytes;
import vivarium.journal.Event;
import vivarium.journal.Header;
import vivarium.journal.Note;
import vivarium.journal.Outcome;
import vivarium.journal.RequestHead;
import vivarium.journal.SessionInfo;
import vivarium.journal.SessionNotes;
import vivarium.journal.SessionOverview;
import vivarium.journal.SessionReader;
import vivarium.journal.SessionStore;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** Old sessions are listed, named, deleted, had back, and looked into while the application goes on. */
@ExtendWith(WithWindow.class)
final class SessionsStoryTest {
    /** Of the first version of the format. */
    private static final Path OLD = Path.of(System.getProperty("vivarium.root", ".."))
            .resolve("server-core/src/test/resources/vivarium/journal/format-1.vivarium");

    private static final int LARGE = 2_000;

    private static Path withOldSession(Path project) throws IOException {
        Path sessions = Files.createDirectories(project.resolve(".vivarium/sessions"));
        return Files.copy(OLD, sessions.resolve("20200101-000000.vivarium"));
    }

    @Test
    void anOldSessionIsFoundNamedDeletedHadBackAndOpened(TestWindow window) throws IOException {
        Path project = TestWindow.copy("guestbook");
        Path old = withOldSession(project);
        window.open(project);
        window.run();
        window.get("/");
        var live = window.node("#requests-table", TableView.class);
        window.await(() -> live.getItems().size() == 1, "the request of today");

        window.press("sessions");
        var table = window.node("#sessions-table", TableView.class);
        window.await(() -> table.getItems().size() == 2, "both sessions");
        window.fx(() -> window.node("#sessions-search", TextField.class).setText("20200101"));
        window.await(() -> table.getItems().size() == 1 && selected(table) != null, "the old one alone");
        window.fx(table::requestFocus);
        window.robot().type(KeyCode.F2);
        window.await(
                () -> window.robot()
                        .lookup("#sessions-table .text-field")
                        .tryQuery()
                        .filter(Node::isFocused)
                        .isPresent(),
                "a field");
        window.robot().push(KeyCode.CONTROL, KeyCode.A).write("before 20200101").type(KeyCode.ENTER);
        window.await(() -> selected(table) != null && selected(table).name().equals("before 20200101"), "its name");
        assertEquals("before 20200101", SessionOverview.of(old).name());
        window.picture("sessions-light");

        window.fx(table::requestFocus);
        window.robot().type(KeyCode.DELETE);
        window.await(() -> table.getItems().isEmpty() && Files.notExists(old), "it is put aside");
        window.robot().push(KeyCode.CONTROL, KeyCode.Z);
        window.await(() -> selected(table) != null && Files.exists(old), "it is had back");
        window.press("theme");
        window.picture("sessions-dark");
        window.press("theme");

        window.fx(table::requestFocus);
        window.robot().type(KeyCode.ENTER);
        var bar = window.node("#session-title", Labeled.class);
        assertTrue(TestWindow.call(bar::getText).endsWith(", before 20200101 – read only"), bar::getText);
        window.await(() -> window.window().past().orElseThrow().loaded(), "all of it");
        var past = window.node("#past-session #requests-table", TableView.class);
        window.await(() -> past.getItems().size() == 3, "its requests");
        lookInto(window, past);

        // The application goes on meanwhile; back there, everything is as it was.
        window.get("/?page=2");
        window.robot().clickOn("#session-back");
        window.await(() -> window.robot().lookup("#session-bar").tryQuery().isEmpty(), "the way back");
        window.await(() -> live.getScene() != null && live.getItems().size() == 2, "the requests of today");
        try (var reader = SessionReader.open(old)) {
            assertEquals(new Note(true, false, ""), reader.notes().get(3L));
        }
    }

    private static void lookInto(TestWindow window, TableView<?> past) {
        window.fx(() -> {
            past.getSelectionModel().clearAndSelect(2);
            past.requestFocus();
        });
        window.robot().type(KeyCode.M);
        window.await(() -> window.has("#exchange-header .number", "#3"), "an exchange of it");
        window.picture("past-session-light");
        window.press("show-environ");
        var filter = window.node("#requests-filter", TextField.class);
        window.press("filter");
        window.fx(() -> filter.setText("request.body:Grüße"));
        window.await(() -> past.getItems().size() == 1, "what the index finds");
        window.fx(() -> filter.setText("is:marked exception:KeyError log:fail"));
        window.await(() -> past.getItems().size() == 1 && window.has("#requests-table .path", "/"), "the failure");
        window.fx(filter::clear);
        window.await(() -> past.getItems().size() == 3, "all again");
        window.fx(() -> {
            past.getSelectionModel().clearAndSelect(0);
            past.getSelectionModel().select(1);
            past.requestFocus();
        });
        window.robot().type(KeyCode.EQUALS);
        var comparison = window.node("#comparison", ListView.class);
        window.await(() -> !comparison.getItems().isEmpty(), "what differs");
        window.press("show-log");
        var log = window.node("#past-session #log-list", ListView.class);
        window.await(() -> !log.getItems().isEmpty(), "its log");
        window.press("theme");
        window.picture("past-session-dark");
        window.press("theme");
        window.fx(() -> {
            past.getSelectionModel().clearAndSelect(0);
            past.requestFocus();
        });
        window.robot().type(KeyCode.R);
        window.await(
                () -> window.has("#session-state", "was sent to the running application")
                        || window.robot().lookup("#sheet").tryQuery().isPresent(),
                "the request in the running application");
        window.fx(() -> window.window().hideSheet());
    }

    @Test
    void makingTheIndexIsStoppedAndGoesOnWithTheNextSearch(TestWindow window) throws IOException {
        Path project = TestWindow.copy("guestbook");
        Path sessions = Files.createDirectories(project.resolve(".vivarium/sessions"));
        Path large = sessions.resolve("20210101-000000.vivarium");
        record(large, project);
        window.open(project);
        window.fx(() -> window.window().openSession(large));
        var table = window.node("#past-session #requests-table", TableView.class);
        window.await(() -> table.getItems().size() == LARGE, "all of them");
        window.await(() -> window.window().past().orElseThrow().loaded(), "what they hold");

        var filter = window.node("#requests-filter", TextField.class);
        window.fx(() -> filter.setText("body:needle"));
        window.await(() -> stopped(window), "the button that stops it");
        window.await(() -> window.has("#session-state", "The search was stopped"), "that it was stopped");
        window.picture("search-stopped");
        assertEquals(LARGE, TestWindow.call(() -> table.getItems().size()));

        window.fx(() -> filter.setText("body:needle method:GET"));
        window.await(() -> table.getItems().size() == 1, "what is found when it goes on");
    }

    /** Presses it as soon as it can be seen. */
    private static boolean stopped(TestWindow window) {
        var cancel = window.robot()
                .lookup("#session-cancel")
                .tryQueryAs(Button.class)
                .filter(Node::isVisible);
        cancel.ifPresent(Button::fire);
        return cancel.isPresent();
    }

    /** With texts enough that making an index of them takes a second or more. */
    private static void record(Path file, Path project) {
        var random = new Random(3);
        try (var store = SessionStore.create(
                file, new SessionInfo("test", project.toString(), "embedded", Instant.parse("2021-01-01T00:00:00Z")))) {
            for (long id = 1; id <= LARGE; id++) {
                var text = random.ints(700, 0, 1 << 24)
                                .mapToObj(number -> Integer.toString(number, 36))
                                .collect(Collectors.joining(" "))
                        + (id == LARGE ? " needle" : "");
                var head = new RequestHead("GET", "/" + id, "HTTP/1.1", List.of(new Header("Host", "h")), "");
                long at = id * 1_000;
                store.write(List.of(
                        new Event.RequestStarted(at, id, head, 0),
                        new Event.ResponseStarted(at, id, "200 OK", List.of(new Header("Content-Type", "text/plain"))),
                        new Event.ChunkWritten(at, id, Bytes.of(text.getBytes(StandardCharsets.UTF_8))),
                        new Event.ExchangeEnded(at, id, Outcome.COMPLETE)));
            }
            store.commit();
        }
    }

    private static SessionOverview selected(TableView<?> table) {
        return (SessionOverview) table.getSelectionModel().getSelectedItem();
    }

    @Test
    void whatCannotBeOpenedIsSaidAndNothingIsLost(TestWindow window) throws Exception {
        Path project = TestWindow.copy("guestbook");
        Path old = withOldSession(project);
        window.open(project);
        byte[] bytes = Files.readAllBytes(old);
        Path empty = Files.createFile(old.resolveSibling("empty.vivarium"));
        Path other = Files.writeString(old.resolveSibling("other.vivarium"), "no session at all, ".repeat(200));
        Path newer = Files.write(old.resolveSibling("newer.vivarium"), bytes.clone());
        patch(newer, 60, 99); // the format is in the last byte of user_version
        Path damaged = Files.write(old.resolveSibling("damaged.vivarium"), bytes.clone());
        damage(damaged);
        var refusals = List.of(
                new Refusal(empty, "is not a session of Vivarium"),
                new Refusal(other, "is not a session of Vivarium"),
                new Refusal(newer, "was written by a newer Vivarium (its format is 99"),
                new Refusal(damaged, "is damaged"),
                new Refusal(old.resolveSibling("gone.vivarium"), "There is no file"));
        for (var refusal : refusals) {
            window.fx(() -> window.window().openSession(refusal.file()));
            window.await(
                    () -> window.has("#notice-text", refusal.words())
                            && window.has("#notice-text", refusal.file().toString()),
                    refusal.words());
        }
        try (var locking = DriverManager.getConnection("jdbc:sqlite:" + old);
                var statement = locking.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            window.fx(() -> window.window().openSession(old));
            window.await(() -> window.has("#notice-text", old + " is locked by another program"), "that it is locked");
        }
        window.press("sessions");
        var message = window.node("#sessions-message", Labeled.class);
        var table = window.node("#sessions-table", TableView.class);
        window.await(() -> message.getText().contains("other.vivarium is not a session"), "why some are not listed");
        assertTrue(table.getItems().size() >= 1);
        assertEquals(-1, java.util.Arrays.mismatch(bytes, Files.readAllBytes(old)));
        assertTrue(Files.exists(damaged) && Files.exists(newer) && Files.exists(empty));
    }

    private record Refusal(Path file, String words) {}

    private static void patch(Path file, int offset, int format) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[offset + 3] = (byte) format;
        Files.write(file, bytes);
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        java.util.Arrays.fill(bytes, 1024, bytes.length, (byte) 0x5a);
        Files.write(file, bytes);
    }

    @Test
    void aSessionThatIsNotedInElsewhereIsDroppedHereAndReadAllTheSame(TestWindow window) throws IOException {
        Path project = TestWindow.copy("guestbook");
        Path old = withOldSession(project);
        window.open(project);
        try (var notes = SessionNotes.open(old)) {
            notes.note(1, new Note(false, true, "pinned"));
            window.drop(
                    window.node("#requests-table", TableView.class), Map.of(DataFormat.FILES, List.of(old.toFile())));
            var past = window.node("#past-session #requests-table", TableView.class);
            window.await(() -> window.has(".row-comment", "pinned"), "the note");
            assertEquals(3, TestWindow.call(() -> past.getItems().size()));
        }
        window.press("back-to-running");
        window.await(() -> window.window().past().isEmpty(), "the way back");
    }
}
