package vivarium.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The distribution as its user has it: started by its launcher, seen through its streams, signals and exit code. */
record Distribution(Path home) {
    /** The one that the build has just made. */
    static Distribution built() {
        return new Distribution(Path.of("target/vivarium").toAbsolutePath());
    }

    /** What a program said that ended by itself. */
    record Ended(int exitCode, String out, String err) {}

    /** Runs it to its end. */
    Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
        Path err = Files.createTempFile("vivarium", ".err");
        try {
            Process process = process(folder, err, arguments);
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), out, Files.readString(err));
        } finally {
            Files.delete(err);
        }
    }

    /** Starts it, and waits until it says where it serves. */
    Started start(Path folder, Path err, String... arguments) throws IOException {
        Process process = process(folder, err, arguments);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        return new Started(process, out, String.valueOf(out.readLine()), err);
    }

    /** Starts it with its window on the platform that needs no display; settings are kept in the folder. */
    Process window(Path folder, String... arguments) throws IOException {
        var builder =
                builder(folder, arguments).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "VIVARIUM_JAVA_OPTIONS",
                        "-Dglass.platform=Headless -Dprism.order=sw",
                        "XDG_CONFIG_HOME",
                        folder.toString()));
        return builder.start();
    }

    /** Serves a project at a terminal of its own, which has so many rows and columns, 0 for an unknown number. */
    AtTerminal atTerminal(int rows, int columns, Path folder, Path project, String... options) throws IOException {
        var builder = builder(folder, options);
        builder.command().addAll(1, List.of(project.toString(), "--no-window", "--port", "0"));
        Path program = Path.of("src/test/resources/at_terminal.py").toAbsolutePath();
        builder.command()
                .addAll(0, List.of("python3", program.toString(), Integer.toString(rows), Integer.toString(columns)));
        return new AtTerminal(builder.redirectErrorStream(true).start());
    }

    private Process process(Path folder, Path err, String... arguments) throws IOException {
        return builder(folder, arguments).redirectError(err.toFile()).start();
    }

    private ProcessBuilder builder(Path folder, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/vivarium").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        // The machine's own Java must not be needed.
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA"));
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        "/usr/bin:/bin",
                        "XDG_CONFIG_HOME",
                        folder.resolve("settings").toString()));
        return builder;
    }

    /**
     * A distribution that serves.
     *
     * @param line the first line of its standard output
     */
    record Started(Process process, BufferedReader out, String line, Path err) implements AutoCloseable {
        /** Where it serves. */
        String address() {
            return line.substring(line.indexOf("http://"));
        }

        /** Sends SIGTERM and waits for the end. */
        int end() throws InterruptedException {
            process.toHandle().destroy();
            return process.waitFor(180, TimeUnit.SECONDS) ? process.exitValue() : -1;
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
