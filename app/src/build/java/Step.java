import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One program that the build runs: quiet when all goes well, all it said when not. */
final class Step {
    private Step() {}

    /** Runs a program to its end, and fails the build where it fails. */
    static void run(String what, ProcessBuilder program) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = program.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(what + " failed: " + String.join(" ", program.command()) + "\n" + said);
        }
        done(what, start);
    }

    /** Says how long a step took. */
    static void done(String what, long start) {
        System.out.printf("distribution: %s in %.1f s%n", what, (System.nanoTime() - start) / 1e9);
    }
}
