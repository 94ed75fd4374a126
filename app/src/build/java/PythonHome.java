import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Python's own files: the standard library and its native parts, copied out of GraalPy's jars, so that the first start has
 * nothing to unpack, and so that tracebacks name files that are there.
 */
record PythonHome(Path home) {
    private static final String COPY = """
            void main(String[] args) throws java.io.IOException {
                org.graalvm.polyglot.Engine.copyResources(java.nio.file.Path.of(args[0]));
            }
            """;

    void copy() throws Exception {
        Path folder = home.resolve("lib/resources");
        Stamp stamp = Stamp.of(home, "resources");
        String wanted = Tree.state(Tree.files(home.resolve("lib/jars")).stream()
                .filter(jar -> jar.getFileName().toString().startsWith("python-"))
                .toList());
        if (stamp.says(wanted)) {
            return;
        }
        stamp.clear();
        Tree.delete(folder);
        Path program = Files.writeString(home.resolveSibling("CopyResources.java"), COPY);
        Step.run(
                "Python's standard library",
                new ProcessBuilder(
                        home.resolve("runtime/bin/java").toString(),
                        "@" + home.resolve("lib/java.options"),
                        "-cp",
                        home.resolve("lib/jars") + "/*",
                        program.toString(),
                        folder.toString()));
        stamp.set(wanted);
    }
}
