package vivarium.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a window needs of the system: a display, and on Linux the libraries that JavaFX loads.
 *
 * @param library whether the library of that file name can be loaded
 */
record Display(Map<String, String> variables, String system, boolean headless, Predicate<String> library) {
    private static final Map<String, String> LIBRARIES = libraries();

    static Display current() {
        return new Display(
                System.getenv(),
                System.getProperty("os.name", ""),
                "Headless".equals(System.getProperty("glass.platform")),
                Display::there);
    }

    /** The libraries that JavaFX needs on Linux, with the packages that have them on Debian and its relatives. */
    private static Map<String, String> libraries() {
        var libraries = new LinkedHashMap<String, String>();
        libraries.put("libX11.so.6", "libx11-6");
        libraries.put("libgtk-3.so.0", "libgtk-3-0");
        libraries.put("libXtst.so.6", "libxtst6");
        libraries.put("libXxf86vm.so.1", "libxxf86vm1");
        libraries.put("libGL.so.1", "libgl1");
        return libraries;
    }

    /** @throws UserError when there can be no window; the message says what to do about it */
    void require() {
        if (headless || !system.toLowerCase(Locale.ROOT).contains("linux")) {
            return;
        }
        if (empty("DISPLAY") && empty("WAYLAND_DISPLAY")) {
            throw new UserError(
                    "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): add --no-window to serve in this"
                            + " terminal, or start Vivarium from a desktop.");
        }
        List<String> missing = LIBRARIES.keySet().stream()
                .filter(library.negate())
                .map(LIBRARIES::get)
                .toList();
        if (!missing.isEmpty()) {
            throw new UserError("The window needs system libraries that are not installed: apt-get install "
                    + String.join(" ", missing)
                    + " (on Fedora: dnf install gtk3 libXtst libXxf86vm mesa-libGL); or add --no-window.");
        }
    }

    private boolean empty(String variable) {
        return variables.getOrDefault(variable, "").isEmpty();
    }

    @SuppressWarnings("restricted") // asks only whether it is there; the launcher grants native access
    private static boolean there(String library) {
        try (var arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }
}
