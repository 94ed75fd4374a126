package vivarium.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class DisplayTest {
    @Test
    void withoutADisplayItNamesTheWayWithoutAWindow() {
        var nothing = new Display(Map.of("DISPLAY", ""), "Linux", false, everything -> true);

        String said =
                String.valueOf(assertThrows(UserError.class, nothing::require).getMessage());
        assertTrue(said.contains("--no-window"), said);
    }

    @Test
    void nothingIsAskedOfOtherSystemsAndOfTheHeadlessPlatform() {
        assertDoesNotThrow(new Display(Map.of(), "Mac OS X", false, everything -> false)::require);
        assertDoesNotThrow(new Display(Map.of(), "Linux", true, everything -> false)::require);
    }

    @Test
    void namesThePackagesOfTheLibrariesThatAreMissing() {
        var bare = new Display(Map.of("DISPLAY", ":0"), "Linux", false, library -> library.startsWith("libX11"));

        String said =
                String.valueOf(assertThrows(UserError.class, bare::require).getMessage());
        assertTrue(said.contains("apt-get install libgtk-3-0 libxtst6 libxxf86vm1 libgl1 "), said);
        assertTrue(said.contains("--no-window"), said);
        assertDoesNotThrow(new Display(Map.of("WAYLAND_DISPLAY", "w"), "Linux", false, everything -> true)::require);
    }
}
