package vivarium.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.ui.dock.DockLayout;
import vivarium.ui.run.ProjectSettings;
import vivarium.ui.theme.ThemeChoice;

final class SettingsFileTest {
    @TempDir
    private Path folder = Path.of("");

    private final List<String> complaints = new ArrayList<>();

    @Test
    void whatWasWrittenIsRead() {
        Path shop = Path.of("/work/shop");
        var file = file();
        file.change(now -> now.withTheme(ThemeChoice.DARK)
                .withLayout(Optional.of(DockLayout.tabs("log", "console")))
                .withRecent(shop)
                .withProject(shop, ProjectSettings.standard().withPort(1234).withApplication("shop:app"))
                .withEditor("vi {file}")
                .withStuckSeconds(7));

        assertEquals(file.now(), file().read());
        assertEquals(List.of(), complaints);
    }

    @Test
    void whatAnotherWindowWroteStays() {
        var one = file();
        var other = file();
        one.change(now -> now.withEditor("vi {file}"));
        other.change(now -> now.withTheme(ThemeChoice.DARK));

        Settings read = file().read();
        assertEquals("vi {file}", read.editor());
        assertEquals(ThemeChoice.DARK, read.theme());
    }

    @Test
    void aFileFromBeforeThereWasASettingIsRead() throws IOException {
        file().change(now -> now.withEditor("vi {file}").withStuckSeconds(7));
        Path written = folder.resolve("settings.json");
        String older = Files.readString(written).replaceAll(",\\s*\"stuckSeconds\" : 7", "");
        assertFalse(older.contains("stuckSeconds"));
        Files.writeString(written, older);

        assertEquals("vi {file}", file().read().editor());
        assertEquals(Duration.ofSeconds(5), file().read().stuckAfter());
        assertEquals(List.of(), complaints);
    }

    @Test
    void whatIsDamagedIsMovedAsideAndSaid() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{ nonsense");

        assertEquals(Settings.standard(), file().read());
        assertEquals("{ nonsense", Files.readString(folder.resolve("settings-damaged.json")));
        assertTrue(complaints.getFirst().contains("settings-damaged.json"));
    }

    @Test
    void keepsTheLastTenProjects() {
        var settings = Settings.standard();
        for (int i = 0; i < 12; i++) {
            settings = settings.withRecent(Path.of("/work/p" + i % 11));
        }
        assertEquals(10, settings.recent().size());
        assertEquals(Path.of("/work/p0").toString(), settings.recent().getFirst());
    }

    private SettingsFile file() {
        return new SettingsFile(folder, Runnable::run, complaints::add);
    }
}
