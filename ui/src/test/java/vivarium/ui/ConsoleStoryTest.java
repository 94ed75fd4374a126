package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** What is typed into the console reaches the application. */
@ExtendWith(WithWindow.class)
final class ConsoleStoryTest {
    @Test
    void inputTypedIntoTheConsoleReachesTheApplication(TestWindow window) {
        window.open("troubles");
        window.run();
        window.showPane("console");

        var greeting = ask(window, "/input");
        awaitShown(window, "what is your name? ");
        var state = window.node(".console-state", Label.class);
        window.await(() -> state.getText().endsWith(" waits for input"), "the waiting thread");
        window.picture("console-waits");
        window.robot().clickOn("#console-line").write("Ann").type(KeyCode.ENTER);
        assertEquals("Hello Ann.", greeting.join().strip());

        var letters = ask(window, "/breakpoint");
        awaitShown(window, "(Pdb) ");
        window.robot().write("p animals[1]").type(KeyCode.ENTER);
        awaitShown(window, "'newt'");
        window.robot().write("c").type(KeyCode.ENTER);
        assertEquals("3 animals, 16 letters.", letters.join().strip());

        var interrupted =
                CompletableFuture.supplyAsync(() -> window.get("/input").statusCode());
        window.await(() -> !window.console().readers().isEmpty(), "a reader");
        window.robot().press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        assertEquals(500, interrupted.join());
    }

    private static CompletableFuture<String> ask(TestWindow window, String path) {
        return CompletableFuture.supplyAsync(() -> window.get(path).body());
    }

    private static void awaitShown(TestWindow window, String text) {
        var output = window.node("#console-output", StyleClassedTextArea.class);
        window.await(() -> output.getText().contains(text), text);
    }
}
