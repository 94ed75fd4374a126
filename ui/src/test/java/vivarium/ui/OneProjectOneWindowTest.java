package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.OtherVivarium;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;

/** A window has one project, and a project one window. */
@ExtendWith(WithWindow.class)
final class OneProjectOneWindowTest {
    @Test
    void aProjectThatAnotherProcessHasOpenIsRefusedUntilThatOneCloses(TestWindow window) throws IOException {
        Path folder = TestWindow.copy("guestbook");
        try (OtherVivarium _ = OtherVivarium.with(folder)) {
            window.open(folder);
            String said = window.node("#notice-text", Label.class).getText();
            assertTrue(said.startsWith("Another Vivarium has " + folder + " open."), said);
            window.node("#welcome-open", Button.class);
            assertEquals(Optional.empty(), TestWindow.call(() -> window.window().workbench()));
            window.picture("refused");
        }
        window.open(folder);
        assertTrue(TestWindow.call(() -> window.window().workbench().isPresent()));
        assertEquals(
                Optional.empty(),
                TestWindow.call(() -> window.window().run().notice().get()));
    }

    @Test
    void anotherProjectIsForAnotherProcess(TestWindow window) {
        window.open("guestbook");
        Path other = TestWindow.copy("troubles");
        window.open(other);
        assertEquals(List.of(other), window.opened());
        assertEquals(
                "guestbook – Vivarium",
                TestWindow.call(() -> window.window().stage().getTitle()));
    }

    @Test
    void aFolderThatIsDroppedOnTheWindowIsOpened(TestWindow window) {
        Path folder = TestWindow.copy("guestbook");
        window.drop(window.node("#welcome-open", Button.class), Map.of(DataFormat.FILES, List.of(folder.toFile())));
        assertEquals(
                folder,
                TestWindow.call(() ->
                        window.window().workbench().orElseThrow().project().folder()));
    }
}
