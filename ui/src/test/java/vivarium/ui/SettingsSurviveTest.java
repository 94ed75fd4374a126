package vivarium.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Spinner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vivarium.ui.testing.TestWindow;
import vivarium.ui.testing.WithWindow;
import vivarium.ui.theme.ThemeChoice;

/** What was set up is there at the next start. */
@ExtendWith(WithWindow.class)
final class SettingsSurviveTest {
    @Test
    void themeLayoutSizeAndProjectSurviveARestart(TestWindow window) {
        Path folder = window.open("guestbook");
        window.fx(() -> {
            window.window().themes().choice().set(ThemeChoice.DARK);
            window.window().stage().setWidth(1100);
            window.window().workbench().orElseThrow().dock().hide("console");
        });
        window.press("project-settings");
        Spinner<?> port = window.node("#project-port", Spinner.class);
        window.fx(() -> port.getEditor().setText("8123"));
        window.robot().clickOn("Save");

        try (TestWindow again = window.reopened()) {
            assertTrue(TestWindow.call(() -> again.window().themes().dark().get()));
            assertEquals(1100.0, TestWindow.call(() -> again.window().stage().getWidth()));
            again.robot().clickOn("guestbook");
            again.settle();
            assertEquals(
                    folder,
                    TestWindow.call(() ->
                            again.window().workbench().orElseThrow().project().folder()));
            assertEquals(
                    8123,
                    TestWindow.call(() -> again.window().run().settings().get().port()));
            assertFalse(TestWindow.call(() -> again.window()
                    .workbench()
                    .orElseThrow()
                    .dock()
                    .shown("console")
                    .get()));
            again.press("show-console");
            assertTrue(TestWindow.call(() -> again.window()
                    .workbench()
                    .orElseThrow()
                    .dock()
                    .inFront("console")
                    .get()));
        }
    }

    @Test
    void damagedSettingsAreMovedAsideAndSaid(TestWindow window) throws Exception {
        window.close();
        Files.writeString(window.settings().resolve("settings.json"), "{\"version\": 1, nonsense");

        try (TestWindow again = window.reopened()) {
            again.await(() -> again.window().run().notice().get().isPresent(), "a notice");
            assertTrue(Files.exists(window.settings().resolve("settings-damaged.json")));
        }
    }
}
