package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.run.Phase;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** An application that cannot be loaded is shown with its place, and heals when the file is mended. */
@ExtendWith(WithWindow.class)
final class LoadErrorTest {
    @Test
    void isShownWithItsPlaceAndHealed(TestWindow window) throws IOException {
        Path folder = TestWindow.copy("guestbook");
        Path file = folder.resolve("app.py");
        String good = Files.readString(file);
        Files.writeString(file, good + "\ndef broken(:\n");
        long line = good.lines().count() + 2;

        window.open(folder);
        window.press("run");
        window.await(() -> window.window().run().phase().get() == Phase.FAILED, "failed");
        window.settle();
        assertTrue(window.node("#notice-text", Label.class)
                .getText()
                .startsWith("app.py, line " + line + ": SyntaxError"));
        assertEquals(500, window.get("/").statusCode());
        window.robot().clickOn("Open app.py:" + line);
        var source = window.node("#source-area", CodeArea.class);
        window.await(() -> source.getCurrentParagraph() == line - 1, "the line in the source");
        assertEquals(
                "def broken(:",
                TestWindow.call(() -> source.getParagraph((int) line - 1).getText()));

        Files.writeString(file, good);
        window.await(() -> window.window().run().phase().get() == Phase.SERVING, "serving");
        window.await(() -> window.window().run().notice().get().isEmpty(), "no notice");
        assertEquals(200, window.get("/").statusCode());
    }
}
