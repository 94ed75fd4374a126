package vivarium.ui.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vivarium.project.Project;
import vivarium.run.ProjectLock;

/** A second process that has a project open, as far as others can see: it holds the project's lock until it is closed. */
public final class OtherVivarium implements AutoCloseable {
    private final Process process;

    private OtherVivarium(Process process) {
        this.process = process;
    }

    /** Blocks until the other process has the project open. */
    public static OtherVivarium with(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherVivarium.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        if (!"open".equals(said.readLine())) {
            throw new IOException("the other process could not open " + folder);
        }
        return new OtherVivarium(process);
    }

    /** The other process; ends when its standard input does. */
    public static void main(String[] arguments) throws IOException {
        try (ProjectLock _ = ProjectLock.take(Project.at(Path.of(arguments[0]))).orElseThrow()) {
            System.out.println("open");
            while (System.in.read() >= 0) {
                // Until the test lets go.
            }
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
