import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes the AOT cache: starts the distribution with its window, on the platform that needs no display, lets it run a project, sends
 * that the requests of a first visit, and stops it; the JVM then writes down which classes it had loaded and linked, and how they
 * were used.
 */
record Training(Path home, Path samples) {
    void run() throws Exception {
        Path cache = home.resolve("lib/vivarium.aot");
        Stamp stamp = Stamp.of(home, "vivarium.aot");
        String wanted = wanted();
        if (Files.exists(cache) && stamp.says(wanted)) {
            return;
        }
        stamp.clear();
        Files.deleteIfExists(cache);
        if (!ProcessHandle.current().supportsNormalTermination()) {
            System.out.println("distribution: no AOT cache, because this system cannot ask a program to end");
            return;
        }
        long start = System.nanoTime();
        Path made = home.resolveSibling("vivarium.aot");
        Files.deleteIfExists(made);
        train(made);
        if (!Files.exists(made)) {
            throw new IOException("the training run left no AOT cache; what it said is in " + log());
        }
        Files.move(made, cache);
        stamp.set(wanted);
        Step.done("AOT cache of " + (Files.size(cache) >> 20) + " MiB", start);
    }

    /** What the cache depends on. */
    private String wanted() throws IOException {
        List<Path> files = new ArrayList<>(Tree.files(home.resolve("lib")));
        files.removeIf(file -> file.toString().endsWith(".aot") || file.startsWith(home.resolve("lib/resources")));
        files.add(home.resolve("runtime/release"));
        return Tree.state(files);
    }

    private void train(Path cache) throws Exception {
        Path work = Files.createTempDirectory("vivarium-training");
        try {
            Path project = work.resolve("guestbook");
            Tree.mirror(samples.resolve("guestbook"), project);
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder(command(cache, project, work, port));
            builder.environment().put("XDG_CONFIG_HOME", work.toString());
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
            process.getOutputStream().close();
            try {
                awaitListening(process, port);
                FirstVisit.of("http://127.0.0.1:" + port + "/").run();
                process.toHandle().destroy();
            } finally {
                if (!process.waitFor(5, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                }
            }
        } finally {
            Tree.delete(work);
        }
    }

    /** As {@code bin/vivarium} has it, but for the cache being written instead of read. */
    private List<String> command(Path cache, Path project, Path settings, int port) {
        return List.of(
                home.resolve("runtime/bin/java").toString(),
                "@" + home.resolve("lib/java.options"),
                "-Dvivarium.home=" + home,
                "-Dpolyglot.engine.resourcePath=" + home.resolve("lib/resources"),
                "-XX:AOTCacheOutput=" + cache,
                "-Duser.home=" + settings,
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-cp",
                home.resolve("lib/vivarium.jar").toString(),
                "vivarium.app.Main",
                project.toString(),
                "--run",
                "--port",
                Integer.toString(port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void awaitListening(Process process, int port) throws Exception {
        while (!listening(port)) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new IOException("the distribution does not start:\n" + Files.readString(log()));
            }
        }
    }

    private static boolean listening(int port) {
        try (Socket connected = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connected.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path log() {
        return home.resolveSibling("training.log");
    }
}
