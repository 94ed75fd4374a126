package vivarium.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DesktopEntryTest {
    @Test
    void theTaskBarFindsTheEntryOfTheWindow() throws IOException {
        List<String> entry = Files.readAllLines(Path.of("src/main/distribution/share/applications/vivarium.desktop"));
        // JavaFX gives its windows the name of the application's class on X11.
        assertTrue(entry.contains("StartupWMClass=" + Vivarium.class.getName()), entry::toString);
    }
}
