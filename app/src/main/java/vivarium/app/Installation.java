package vivarium.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where this program's own files are, and where it may keep what saves it work. */
record Installation(Path home) {
    /** The installation that this process was started from. */
    static Installation current() {
        String home = System.getProperty("vivarium.home");
        if (home == null) {
            throw new UserError(
                    "This is a part of Vivarium: start it with bin/vivarium, or with ./run from its sources.");
        }
        return new Installation(Path.of(home));
    }

    /** The folder of the package {@code vivarium_agent}. */
    Path agent() {
        return home.resolve("lib/python");
    }

    /** The AOT cache; the file need not exist. */
    Path aotCache() {
        return home.resolve("lib/vivarium.aot");
    }

    /** Compiled Python modules, kept between runs; nothing is lost when it is deleted. */
    Path bytecode() {
        return caches().resolve("bytecode");
    }

    /** The folder in which the window keeps its settings; need not exist. */
    Path settings() {
        Path user = Path.of(System.getProperty("user.home"));
        return switch (system()) {
            case WINDOWS -> folder("APPDATA", user.resolve("AppData/Roaming")).resolve("Vivarium");
            case MAC -> user.resolve("Library/Application Support/Vivarium");
            case OTHER -> folder("XDG_CONFIG_HOME", user.resolve(".config")).resolve("vivarium");
        };
    }

    /** Starts this program again as a process of its own, which outlives this one. */
    void start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve(system() == Family.WINDOWS ? "bin/vivarium.cmd" : "bin/vivarium")
                .toString());
        command.addAll(arguments);
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private enum Family {
        WINDOWS,
        MAC,
        OTHER
    }

    private static Family system() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.startsWith("windows") ? Family.WINDOWS : system.startsWith("mac") ? Family.MAC : Family.OTHER;
    }

    private static Path caches() {
        Path user = Path.of(System.getProperty("user.home"));
        return switch (system()) {
            case WINDOWS ->
                folder("LOCALAPPDATA", user.resolve("AppData/Local")).resolve("Vivarium/Cache");
            case MAC -> user.resolve("Library/Caches/Vivarium");
            case OTHER -> folder("XDG_CACHE_HOME", user.resolve(".cache")).resolve("vivarium");
        };
    }

    private static Path folder(String variable, Path otherwise) {
        String named = System.getenv(variable);
        // A relative one counts as none (XDG Base Directory Specification); one that is not there yet is made when it
        // is needed.
        return named == null || !Path.of(named).isAbsolute() ? otherwise : Path.of(named);
    }
}
