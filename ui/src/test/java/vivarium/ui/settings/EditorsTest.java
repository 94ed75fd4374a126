package vivarium.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EditorsTest {
    private static final Path FILE = Path.of("/work/my shop/app.py");

    @Test
    void fileAndLineArePutIntoTheWords() {
        assertEquals(
                List.of("code", "--goto", "/work/my shop/app.py:7"),
                Editors.command("code --goto {file}:{line}", FILE, 7));
    }

    @Test
    void quotationMarksKeepWordsTogetherAndTheFileIsNeverLost() {
        assertEquals(
                List.of("/opt/my editor/ed", "-n", "/work/my shop/app.py"),
                Editors.command("\"/opt/my editor/ed\" -n", FILE, 7));
    }
}
