package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** A form is sent again after its session has ended: with the old token it is refused, with a fresh one it is taken. */
@ExtendWith(WithWindow.class)
final class CsrfStoryTest {
    /** Answers as Flask-WTF does: tokens belong to sessions, which {@code /forget} ends. */
    private static final Path APPLICATION =
            Path.of(System.getProperty("vivarium.root", "..")).resolve("server-core/src/test/python/wire/csrf.py");

    @Test
    void aTokenIsRefreshedBeforeItIsSent(TestWindow window, @TempDir Path folder) throws Exception {
        Files.copy(APPLICATION, folder.resolve("app.py"));
        window.open(folder);
        window.run();
        var page = window.get("/new");
        var cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        var body = "csrf_token=" + cookie.replace("session=", "token%22") + "%26&title=Tea";
        assertEquals(
                200,
                window.send(HttpRequest.newBuilder(window.address().resolve("/new"))
                                .header("Cookie", cookie)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                        .statusCode());
        window.get("/forget");
        var table = window.node("#requests-table", TableView.class);
        window.await(() -> table.getItems().size() == 3, "the form, what was sent, and the end of the session");

        replay(window, table);
        window.choose("Send");
        awaitNewest(window, 4, "answers otherwise");

        replay(window, table);
        window.await(() -> window.has("#sheet .label", "It carries a CSRF token"), "why it may be refused");
        window.picture("csrf-refresh");
        window.choose("Refresh token and send");
        // The page is the fifth.
        awaitNewest(window, 6, "fine");
        window.await(
                () -> window.has("#notice-text", "CSRF token and cookies were fetched anew from /new (#1)"),
                "what was done");
        window.picture("csrf-refreshed");
    }

    private static void replay(TestWindow window, TableView<?> table) {
        window.fx(() -> {
            table.getSelectionModel().clearAndSelect(1);
            table.requestFocus();
        });
        window.settle();
        window.robot().type(KeyCode.R);
    }

    private static void awaitNewest(TestWindow window, int exchange, String verdict) {
        var replays = window.node("#replays", ListView.class);
        window.await(
                () -> !replays.getItems().isEmpty()
                        && window.has("#replays .list-cell .label", "#" + exchange + " ← #2")
                        && window.says(".replay-verdict", verdict),
                "#" + exchange + " " + verdict);
    }
}
