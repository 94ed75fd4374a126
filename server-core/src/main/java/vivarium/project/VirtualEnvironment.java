package vivarium.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A virtual environment whose installed packages the application uses.
 *
 * @param sitePackages for Python's {@code site.addsitedir}, which reads its {@code .pth} files
 * @param pythonVersion as its {@code pyvenv.cfg} says, for example {@code 3.12.3}; empty if it does not
 */
public record VirtualEnvironment(Path folder, Path sitePackages, String pythonVersion) {
    private static final List<String> FOLDERS = List.of(".venv", "venv", "env");
    private static final Pattern VERSION = Pattern.compile("version(?:_info)?\\s*=\\s*(\\d+(?:\\.\\d+)*).*");
    private static final Pattern LIBRARY = Pattern.compile("python3\\.(\\d+)");

    /**
     * The project's own environment ({@code .venv}, {@code venv} or {@code env}), else the one that is active. Reads the
     * disk.
     *
     * @param environment the variables that Vivarium was started with
     */
    public static Optional<VirtualEnvironment> of(Project project, Map<String, String> environment) {
        var own = FOLDERS.stream().map(project.folder()::resolve);
        var active = Stream.ofNullable(environment.get("VIRTUAL_ENV"))
                .filter(folder -> !folder.isBlank())
                .map(project.folder()::resolve);
        return Stream.concat(own, active).flatMap(folder -> at(folder).stream()).findFirst();
    }

    private static Optional<VirtualEnvironment> at(Path folder) {
        try {
            var settings = folder.resolve("pyvenv.cfg");
            if (!Files.isRegularFile(settings)) {
                return Optional.empty();
            }
            var version = version(settings);
            return sitePackages(folder, version).map(packages -> new VirtualEnvironment(folder, packages, version));
        } catch (IOException failure) {
            // One that cannot be read is of no use: the application's own ImportError tells the user best.
            return Optional.empty();
        }
    }

    /** venv writes {@code version = 3.12.3}, virtualenv and uv {@code version_info = 3.12.3.final.0}. */
    private static String version(Path settings) throws IOException {
        return new String(Files.readAllBytes(settings), StandardCharsets.UTF_8)
                .lines()
                .map(line -> VERSION.matcher(line.strip()))
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .findFirst()
                .orElse("");
    }

    /** Of several, the one for its own version, else the newest. */
    private static Optional<Path> sitePackages(Path folder, String version) throws IOException {
        var parts = Arrays.asList(version.split("\\."));
        var own = parts.size() < 2 ? "" : "python" + parts.get(0) + "." + parts.get(1);
        var windows = Stream.of(folder.resolve("Lib/site-packages"));
        return Stream.concat(libraries(folder.resolve("lib"), own).stream(), windows)
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static List<Path> libraries(Path lib, String own) throws IOException {
        if (!Files.isDirectory(lib)) {
            return List.of();
        }
        try (var entries = Files.list(lib)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> LIBRARY.matcher(name).matches())
                    .sorted(Comparator.comparing((String name) -> !name.equals(own))
                            .thenComparing(VirtualEnvironment::minor, Comparator.reverseOrder()))
                    .map(name -> lib.resolve(name).resolve("site-packages"))
                    .toList();
        }
    }

    private static int minor(String library) {
        return Integer.parseInt(library.substring(library.indexOf('.') + 1));
    }
}
