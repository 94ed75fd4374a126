import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Sorts the build's jars into what goes into the runtime and what goes onto the class path. */
final class Jars {
    /** The compiler and all it needs; JavaFX, which brings each module twice: an empty jar, and the one of the platform. */
    private static final Pattern MODULES =
            Pattern.compile("(compiler|collections|word|truffle-compiler)-\\d.*|javafx-\\w+-[\\d.]+-.*");

    private static final Pattern EMPTY = Pattern.compile("javafx-\\w+-[\\d.]+\\.jar");

    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    private final List<Path> all;

    Jars(Path dependencies, Path own) throws IOException {
        all = Stream.concat(Tree.files(dependencies).stream(), Stream.of(own))
                .filter(file -> file.toString().endsWith(".jar"))
                .sorted(Comparator.comparing(jar -> jar.getFileName().toString()))
                .toList();
    }

    /** Those that are modules of the distribution's own Java runtime. */
    List<Path> modules() {
        return all.stream().filter(jar -> matches(MODULES, jar)).toList();
    }

    /** Copies the others, and the starter that names them. */
    void copyInto(Path lib) throws IOException {
        List<Path> classPath = all.stream()
                .filter(jar -> !matches(MODULES, jar) && !matches(EMPTY, jar))
                .toList();
        mirror(classPath, lib.resolve("jars"));
        Tree.write(starter(classPath), lib.resolve("vivarium.jar"));
    }

    private static void mirror(List<Path> jars, Path folder) throws IOException {
        for (Path jar : jars) {
            Path copy = folder.resolve(jar.getFileName());
            if (signed(jar)) {
                Tree.write(unsigned(jar), copy);
            } else {
                Tree.copy(jar, copy);
            }
        }
        Tree.keepOnly(
                folder, file -> jars.stream().anyMatch(jar -> jar.getFileName().equals(file.getFileName())));
    }

    private static boolean signed(Path jar) throws IOException {
        try (var open = new JarFile(jar.toFile())) {
            return open.stream().anyMatch(Jars::isSignature);
        }
    }

    private static boolean isSignature(ZipEntry entry) {
        return SIGNATURE.matcher(entry.getName()).matches();
    }

    /** Without its signature: the classes of a signed jar (Bouncy Castle's) are verified one by one and cannot be cached. */
    private static byte[] unsigned(Path signed) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from = new JarFile(signed.toFile(), false);
                var to = new JarOutputStream(bytes)) {
            for (var entry : Collections.list(from.entries())) {
                if (!isSignature(entry)) {
                    var kept = new ZipEntry(entry.getName());
                    kept.setTime(entry.getTime());
                    to.putNextEntry(kept);
                    from.getInputStream(entry).transferTo(to);
                }
            }
        }
        return bytes.toByteArray();
    }

    /** A jar that holds nothing but the class path, always in the same order: the AOT cache depends on it. */
    private static byte[] starter(List<Path> classPath) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        classPath.stream()
                                .map(jar -> "jars/" + jar.getFileName())
                                .collect(Collectors.joining(" ")));
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            var entry = new ZipEntry(JarFile.MANIFEST_NAME);
            entry.setTime(0);
            jar.putNextEntry(entry);
            manifest.write(jar);
        }
        return bytes.toByteArray();
    }

    private static boolean matches(Pattern pattern, Path jar) {
        return pattern.matcher(jar.getFileName().toString()).matches();
    }
}
