package vivarium.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vivarium.debug.Breakpoint;
import vivarium.debug.Pause;
import vivarium.debug.Step;
import vivarium.journal.Event;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;
import vivarium.project.Project;
import vivarium.project.RunConfiguration;
import vivarium.project.RunOptions;
import vivarium.server.ActiveRequest;
import vivarium.server.ReplayMark;
import vivarium.server.ServerOptions;
import vivarium.testing.PythonFixture;
import vivarium.testing.WithPython;

@ExtendWith(WithPython.class)
@Timeout(120)
class RunTest {
    @TempDir
    Path folder;

    private final List<RunState> states = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient client = HttpClient.newHttpClient();
    private PythonFixture python;
    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private RunConfiguration configuration;
    private Run run;

    @BeforeEach
    void make(PythonFixture fixture) throws IOException {
        python = fixture;
        folder = folder.toRealPath();
        write("zoo.py", answering("b'zoo'"));
        var options = new RunOptions(Optional.of("zoo:application"), List.of(), Map.of("ZOO", "open"), 3, true);
        configuration = RunConfiguration.of(Project.at(folder), options, Map.of());
        run = new Run(
                new RunPlan(configuration, ServerOptions.defaults()),
                python.engine(),
                python.journal(),
                InstantSource.system(),
                background,
                List.of(states::add));
        python.journal().clear();
    }

    @AfterEach
    void end() {
        run.stop(Duration.ZERO);
        background.shutdownNow();
        client.close();
    }

    @Test
    void servesWhatItLoadedAndStops() throws Exception {
        write("zoo.py", """
                import os
                def application(environ, start_response):
                    start_response('200 OK', [])
                    return [os.environ['ZOO'].encode(), b' ', os.getcwd().encode()]
                """);
        run.start();
        assertEquals("open " + folder, get("/"));
        run.stop(Duration.ofSeconds(5));
        assertEquals(
                List.of(RunState.BOOTING, RunState.LOADING, RunState.SERVING, RunState.STOPPING, RunState.STOPPED),
                states);
    }

    @Test
    void tellsItsUsersProgramsAloneHowToReplay() throws Exception {
        assertEquals(Optional.empty(), RunFile.of(folder));
        run.start();
        var told = RunFile.of(folder).orElseThrow();
        assertEquals(run.port(), told.port());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(".vivarium/running"))));
        var mark = ReplayMark.header(told.secret(), 17, "");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + run.port() + "/"))
                .header(mark.name(), mark.value())
                .build();
        assertEquals(
                "zoo",
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        python.journal().await(event -> event instanceof Event.RequestStarted started && started.origin() == 17);
        run.stop(Duration.ofSeconds(5));
        assertEquals(Optional.empty(), RunFile.of(folder));
    }

    @Test
    void aPortInUseIsSaidInOneSentence() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var taken = new ServerOptions("127.0.0.1", other.getLocalPort(), 1, true, 1, true);
            Run second = new Run(
                    new RunPlan(configuration, taken),
                    python.engine(),
                    python.journal(),
                    InstantSource.system(),
                    background,
                    List.of());
            assertEquals(
                    "Port " + other.getLocalPort() + " on 127.0.0.1 is in use, perhaps by another server: stop that, or"
                            + " choose another port with --port, or any free one with --port 0.",
                    assertThrows(IOException.class, second::start).getMessage());
        }
    }

    @Test
    void aReloadWaitsForWhatIsPausedAndStopReleasesIt() throws Exception {
        write("zoo.py", """
                def application(environ, start_response):
                    breakpoint()
                    start_response('200 OK', [])  # the stop
                    return [b'first']
                """);
        run.start();
        var answer = CompletableFuture.supplyAsync(() -> getUnchecked("/"));
        Pause pause = pause();
        write("zoo.py", answering("b'second'"));
        python.journal()
                .await(event -> event instanceof Event.LogLine line
                        && line.text()
                                .startsWith("The reload waits until what is paused goes on: #" + pause.exchange()));
        assertTrue(pause.alive());
        CompletableFuture<Void> _ = pause.step(new Step.Continue());
        assertEquals("first", answer.get());
        awaitLoaded(2);
        awaitServing();
        assertEquals("second", get("/"));
        python.engine().debugger().breakpoints().add(Breakpoint.at(folder.resolve("zoo.py"), 2));
        var last = CompletableFuture.supplyAsync(() -> getUnchecked("/"));
        pause();
        run.stop(Duration.ofSeconds(60));
        assertEquals("second", last.get());
    }

    private Pause pause() throws InterruptedException {
        while (python.engine().debugger().current().isEmpty()) {
            Thread.sleep(5);
        }
        return python.engine().debugger().current().orElseThrow();
    }

    @Test
    void reloadsInPlace() throws Exception {
        write("zoo.py", "import animals\n" + answering("animals.NAME"));
        write("animals.py", "NAME = b'lion'\n");
        run.start();
        assertEquals("lion", get("/"));
        write("animals.py", "NAME = b'a whole pride'\n");
        awaitLoaded(2);
        assertEquals("a whole pride", get("/"));
        awaitServing();
        assertEquals(
                List.of(1, 2),
                python.journal().events().stream()
                        .filter(Event.ApplicationLoaded.class::isInstance)
                        .map(event -> ((Event.ApplicationLoaded) event).generation())
                        .toList());
    }

    @Test
    void anOldApplicationServesOnWhileTheNewOneCannotBeImported() throws Exception {
        write("zoo.py", answering("b'lion'"));
        run.start();
        write("zoo.py", "def application(:\n");
        run.reload();
        assertEquals("lion", get("/"));
        awaitServing();
        var failed = (Event.ApplicationFailed) python.journal().await(Event.ApplicationFailed.class::isInstance);
        assertEquals("SyntaxError", failed.failure().type());
        assertEquals(
                "zoo:application could not be loaded. It is loaded again when a file changes."
                        + " Until then what was loaded before serves on.",
                log(LogLevel.ERROR).lines().findFirst().orElseThrow());
    }

    @Test
    void anApplicationThatCannotBeLoadedAnswersWithItsTracebackUntilItIsMended() throws Exception {
        write("zoo.py", "import animals\n");
        write("animals.py", "NAME = lion  # @lion\n");
        run.start();
        assertEquals(RunState.FAILED, run.state());
        HttpResponse<String> answer = ask("/");
        assertEquals(500, answer.statusCode());
        String traceback = """
                Traceback (most recent call last):
                  File "%1$s/zoo.py", line 1, in <module>
                    import animals
                  File "%1$s/animals.py", line 1, in <module>
                    NAME = lion  # @lion
                NameError: name 'lion' is not defined
                """.formatted(folder);
        assertEquals(
                "The application could not be loaded. It is loaded again when a file of the project changes.\n\n"
                        + traceback,
                answer.body());
        write("zoo.py", answering("b'lion'"));
        awaitLoaded(1);
        assertEquals("lion", get("/"));
        awaitServing();
    }

    @Test
    void aFileThatChangesDuringTheFirstImportIsNotMissed() throws Exception {
        write("zoo.py", """
                import pathlib
                here = pathlib.Path(__file__)
                here.write_text(here.read_text().replace("'lion'", "'tiger'"))
                name = 'lion'
                def application(environ, start_response):
                    start_response('200 OK', [])
                    return [name.encode()]
                """);
        run.start();
        awaitLoaded(2);
        assertEquals("tiger", get("/"));
    }

    @Test
    void aReloadWaitsForRunningRequests() throws Exception {
        write("zoo.py", """
                import threading
                NAME = b'lion'
                arrived, go_on = threading.Event(), threading.Event()
                def application(environ, start_response):
                    start_response('200 OK', [])
                    if environ['PATH_INFO'] == '/wait':
                        arrived.set()
                        go_on.wait(30)
                    elif environ['PATH_INFO'] == '/release':
                        arrived.wait(30)
                        go_on.set()
                    return [NAME]
                """);
        run.start();
        CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> getUnchecked("/wait"));
        awaitActive(1);
        write("zoo.py", answering("b'tiger'"));
        python.journal()
                .await(event ->
                        event instanceof Event.LogLine line && line.text().equals("Changed: zoo.py"));
        assertEquals(1, run.activeRequests().size());
        python.engine().interrupt(Duration.ofSeconds(10)); // lets go of the request that waits
        awaitLoaded(2);
        assertEquals("tiger", get("/"));
        assertTrue(waiting.isDone() || waiting.join() != null);
    }

    @Test
    void stopEndsAnEndlessLoop() throws Exception {
        write("zoo.py", """
                def application(environ, start_response):
                    while True:
                        pass
                """);
        run.start();
        CompletableFuture<String> looping = CompletableFuture.supplyAsync(() -> getUnchecked("/loop"));
        awaitActive(1);
        run.stop(Duration.ofMillis(100));
        assertEquals(RunState.STOPPED, run.state());
        looping.handle((body, broken) -> body).join();
        assertEquals("Ended while still running: #1 GET /loop", log(LogLevel.WARNING));
    }

    @Test
    void aDumpNamesTheLineAndTheRequest(@TempDir Path dumps) throws Exception {
        write("zoo.py", """
                import sqlite3, time
                sqlite3.connect(':memory:').close()  # has the engine start a thread of its own, which has no Python frames
                def application(environ, start_response):
                    animal = 'sloth'
                    time.sleep(60.5)  # @sleeps
                """);
        run.start();
        var sleeping = CompletableFuture.supplyAsync(() -> getUnchecked("/sleep?long"));
        awaitActive(1);
        String text = run.threadDumps().write(dumps, true).text();
        while (!text.contains("@sleeps")) { // it was still on its way there
            text = run.threadDumps().write(dumps, true).text();
        }
        assertTrue(text.contains("# Request: #1 GET /sleep?long, for "), text);
        assertTrue(text.contains(", sleeping\n"), text);
        assertTrue(
                text.contains("File: \"" + folder + "/zoo.py\", line 5, in application\n  time.sleep(60.5)  # @sleeps\n"
                        + "    animal = 'sloth'\n"),
                text);
        try (var files = Files.list(dumps)) {
            Path file = files.sorted().toList().getLast();
            assertEquals(text, Files.readString(file));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertTrue(file.getFileName()
                    .toString()
                    .startsWith("stacks-" + ProcessHandle.current().pid() + "-"));
        }
        python.journal().await(Event.StacksDumped.class::isInstance);
        Files.writeString(Files.createDirectories(folder.resolve(".vivarium")).resolve("dump-stacks"), "");
        python.journal()
                .await(event -> event instanceof Event.StacksDumped dumped
                        && dumped.file().startsWith(folder.toString()));
        assertEquals(
                List.of(),
                python.journal().events().stream()
                        .filter(event -> event instanceof Event.LogLine line && line.stream() == LogStream.STDERR)
                        .toList());
        run.stop(Duration.ZERO);
        sleeping.handle((body, broken) -> body).join();
    }

    @Test
    void whatARequestPrintsAndLogsIsTiedToIt() throws Exception {
        write("zoo.py", """
                import logging, sys
                logging.basicConfig(level=logging.INFO)
                def application(environ, start_response):
                    print('printed')
                    print('to stderr', file=sys.stderr)
                    print('to errors', file=environ['wsgi.errors'])
                    logging.getLogger('zoo').info('logged')
                    print('unfinished', end='')
                    start_response('200 OK', [])
                    return [b'']
                """);
        run.start();
        get("/");
        python.journal()
                .await(event ->
                        event instanceof Event.LogLine line && line.text().equals("unfinished"));
        assertEquals(
                List.of(
                        "STDOUT INFO printed",
                        "STDERR ERROR to stderr",
                        "WSGI_ERRORS ERROR to errors",
                        "LOGGING INFO INFO:zoo:logged",
                        "STDOUT INFO unfinished"),
                python.journal().events().stream()
                        .filter(event -> event instanceof Event.LogLine && event.exchange() == 1)
                        .map(event -> (Event.LogLine) event)
                        .map(line -> line.stream() + " " + line.level() + " " + line.text())
                        .toList());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String answering(String expression) {
        return """
                def application(environ, start_response):
                    start_response('200 OK', [])
                    return [%s]
                """.formatted(expression);
    }

    private HttpResponse<String> ask(String target) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + run.port() + target);
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String get(String target) throws IOException, InterruptedException {
        return ask(target).body();
    }

    private String getUnchecked(String target) {
        try {
            return get(target);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void awaitLoaded(int generation) {
        python.journal()
                .await(event -> event instanceof Event.ApplicationLoaded loaded && loaded.generation() == generation);
    }

    private void awaitServing() {
        while (run.state() != RunState.SERVING) {
            Thread.onSpinWait();
        }
    }

    private void awaitActive(int count) throws InterruptedException {
        while (run.activeRequests().size() < count) {
            Thread.onSpinWait();
        }
        List<ActiveRequest> active = List.copyOf(run.activeRequests());
        assertEquals(count, active.size());
    }

    private String log(LogLevel level) {
        var line = (Event.LogLine) python.journal()
                .await(event -> event instanceof Event.LogLine found
                        && found.level() == level
                        && found.stream() == LogStream.SERVER);
        return line.text();
    }
}
