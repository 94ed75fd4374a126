import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The distribution's own Java runtime: everything that the JDK has, because applications may use it in ways that cannot be
 * foreseen, but for the packaging tools; with the Graal compiler in place of its empty placeholder, and with JavaFX.
 *
 * <p>Both could stay outside, on a module path. But then the AOT cache would fit only where every jar on it has the same
 * absolute name as when the cache was made, and the distribution is to run from any folder.
 */
record OwnRuntime(Path home, Jars jars) {
    private static final Set<String> WITHOUT =
            Set.of("jdk.graal.compiler", "jdk.graal.compiler.management", "jdk.jlink", "jdk.jpackage");

    private static final String[] JLINK_OPENED = {
        "--add-modules=jdk.jlink",
        "--add-exports=jdk.jlink/jdk.tools.jlink.internal=ALL-UNNAMED",
        "--add-opens=jdk.jlink/jdk.tools.jlink.internal=ALL-UNNAMED"
    };

    void make() throws Exception {
        Path jdk = Path.of(System.getProperty("java.home"));
        String modules = Stream.concat(
                        Stream.of("jdk.graal.compiler", "javafx.controls", "javafx.swing"),
                        ModuleFinder.ofSystem().findAll().stream()
                                .map(module -> module.descriptor().name())
                                .filter(name -> !WITHOUT.contains(name))
                                .sorted())
                .collect(Collectors.joining(","));
        String madeFrom = Files.readString(jdk.resolve("release")) + modules + Tree.state(jars.modules());
        Path folder = home.resolve("runtime");
        Stamp stamp = Stamp.of(home, "runtime");
        if (stamp.says(madeFrom)) {
            return;
        }
        stamp.clear();
        Tree.delete(folder);
        link(jdk, modules, folder);
        stamp.set(madeFrom);
    }

    private void link(Path jdk, String modules, Path folder) throws Exception {
        String preferred = jars.modules().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> command = Stream.of(
                        Stream.of(jdk.resolve("bin/java").toString()),
                        Stream.of(JLINK_OPENED),
                        Stream.of("src/build/java/Linker.java", preferred),
                        Stream.of("--module-path", preferred, "--add-modules", modules),
                        Stream.of("--no-header-files", "--no-man-pages", "--output", folder.toString()))
                .flatMap(part -> part)
                .toList();
        Step.run("own Java runtime", new ProcessBuilder(command));
    }
}
