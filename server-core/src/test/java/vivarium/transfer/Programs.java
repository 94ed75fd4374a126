package vivarium.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of this machine. */
final class Programs {
    private static final int PATIENCE_SECONDS = 120;

    private Programs() {}

    /** What it printed, on both streams. */
    record Outcome(int status, String output) {}

    static Outcome run(Path folder, String... command) throws IOException, InterruptedException {
        var output = folder.resolve("output-of-program");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(List.of(command) + " did not end");
        }
        return new Outcome(process.exitValue(), new String(Files.readAllBytes(output), UTF_8));
    }

    static boolean there(Path folder, String... command) throws InterruptedException {
        try {
            return run(folder, command).status() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
