package vivarium.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vivarium.compare.IgnoreFile;
import vivarium.exchange.Captured;
import vivarium.journal.Bytes;
import vivarium.journal.Environ;
import vivarium.journal.Event;
import vivarium.journal.Header;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;
import vivarium.journal.Outcome;
import vivarium.journal.PythonFailure;
import vivarium.journal.RequestHead;
import vivarium.journal.SessionInfo;
import vivarium.journal.SessionStore;
import vivarium.journal.Sessions;
import vivarium.replay.SavedRequest;
import vivarium.replay.SavedRequests;

class InspectCommandsTest {
    @TempDir
    Path project;

    private String out = "";
    private String err = "";

    @BeforeEach
    void record() {
        var info = new SessionInfo("0", project.toString(), "embedded", Instant.parse("2026-11-21T08:00:00Z"));
        try (var store = SessionStore.createIn(project, info)) {
            store.write(events());
            store.commit();
        }
    }

    private static List<Event> events() {
        var get =
                new RequestHead("GET", "/notes?page=2", "HTTP/1.1", List.of(new Header("Host", "h:1")), "127.0.0.1:9");
        var post = new RequestHead(
                "POST",
                "/notes/new",
                "HTTP/1.1",
                List.of(
                        new Header("Host", "h:1"),
                        new Header("Content-Type", "application/json"),
                        new Header("Content-Length", "14"),
                        new Header("Cookie", "session=s3cret")),
                "127.0.0.1:9");
        return List.of(
                new Event.RequestStarted(1_000_000, 1, get, 0),
                new Event.ResponseStarted(2_000_000, 1, "200 OK", List.of(new Header("Content-Type", "text/html"))),
                new Event.ChunkWritten(2_000_000, 1, Bytes.of("<p>Milk".getBytes(UTF_8))),
                new Event.ExchangeEnded(3_500_000, 1, Outcome.COMPLETE),
                new Event.RequestStarted(5_000_000, 2, post, 1),
                new Event.ApplicationEntered(
                        5_100_000, 2, "worker-1", new Environ(List.of("PATH_INFO", "/notes/new"), List.of(), Map.of())),
                new Event.InputRead(5_200_000, 2, "read()", Bytes.of("{\"title\":\"Tea\"}".getBytes(UTF_8))),
                new Event.LogLine(5_300_000, 2, LogLevel.INFO, LogStream.LOGGING, "worker-1", "saving"),
                new Event.ExceptionRaised(
                        5_400_000, 2, new PythonFailure("KeyError", "'x'", "Traceback: KeyError: 'x'\n", List.of())),
                new Event.ResponseStarted(5_500_000, 2, "500 Internal Server Error", List.of()),
                new Event.ExchangeEnded(9_000_000, 2, Outcome.COMPLETE));
    }

    private int run(String... arguments) {
        var stdout = new StringWriter();
        var stderr = new StringWriter();
        int status = Main.commandLine(new VivariumCommand())
                .setOut(new PrintWriter(stdout, true))
                .setErr(new PrintWriter(stderr, true))
                .execute(arguments);
        out = stdout.toString();
        err = stderr.toString();
        return status;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void sessionsAreListed() {
        assertEquals(0, run("sessions", project.toString()), () -> err);
        assertTrue(out.matches("(?s)2026-.* 2 exchanges .*\\.vivarium\\n"), out);
        assertEquals(0, run("sessions", "--json", project.toString()));
        assertEquals(2, json(out).path("exchanges").asInt());
        assertEquals("2026-11-21T08:00:00Z", json(out).path("started_at").asString());
    }

    @Test
    void filesThatCannotBeReadAreSaidAndTheOthersListed() throws Exception {
        var folder = project.resolve(".vivarium/sessions");
        var good = Sessions.ofProject(project).files().getFirst();
        byte[] bytes = Files.readAllBytes(good);
        var empty = Files.createFile(folder.resolve("empty.vivarium"));
        var newer = bytes.clone();
        newer[63] = 99; // the last byte of SQLite's user_version
        Files.write(folder.resolve("newer.vivarium"), newer);
        var damaged = bytes.clone();
        Arrays.fill(damaged, 1024, damaged.length, (byte) 0x5a);
        Files.write(folder.resolve("damaged.vivarium"), damaged);

        assertEquals(0, run("sessions", project.toString()), () -> err);
        assertEquals(1, out.lines().count(), out);
        assertTrue(err.contains("empty.vivarium is not a session of Vivarium; choose a .vivarium file."), err);
        assertTrue(err.contains("newer.vivarium was written by a newer Vivarium (its format is 99"), err);
        assertTrue(err.contains("damaged.vivarium is damaged; take a copy of it from before"), err);
        for (var command : List.of("list", "show", "mark", "export")) {
            for (var file : List.of("empty", "newer", "damaged")) {
                var path = folder.resolve(file + ".vivarium").toString();
                int status = switch (command) {
                    case "list" -> run("list", path);
                    case "export" -> run("export", "--format", "har", path);
                    default -> run(command, path, "1");
                };
                assertEquals(2, status, command + " " + file);
                assertTrue(err.startsWith("vivarium: " + path) && err.lines().count() == 1, err);
            }
        }
        assertEquals(-1, Arrays.mismatch(bytes, Files.readAllBytes(good)));
        assertEquals(-1, Arrays.mismatch(damaged, Files.readAllBytes(folder.resolve("damaged.vivarium"))));
        assertEquals(0, Files.size(empty));
    }

    @Test
    void aLockedFileIsSaidToBeSo() throws Exception {
        assertEquals(0, run("sessions", "--json", project.toString()));
        var file = json(out).path("file").asString();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            assertEquals(2, run("list", file));
            assertTrue(err.startsWith("vivarium: " + file + " is locked by another program; try again"), err);
            assertEquals(2, run("mark", file, "1"));
            assertTrue(err.startsWith("vivarium: " + file + " is locked by another program; try again"), err);
        }
        assertEquals(0, run("list", file), () -> err);
    }

    @Test
    void aFileOfTheFirstFormatIsListedShownSearchedAndMarked() throws Exception {
        var old = project.resolve("old.vivarium");
        Files.copy(
                Path.of(System.getProperty("vivarium.root", ".."))
                        .resolve("server-core/src/test/resources/vivarium/journal/format-1.vivarium"),
                old);
        assertEquals(0, run("list", old.toString()), () -> err);
        assertEquals(3, out.lines().count(), out);
        assertEquals(0, run("show", old.toString(), "3"), () -> err);
        assertTrue(out.contains("KeyError"), out);
        assertEquals(0, run("list", "--filter", "body:sorry", old.toString()), () -> err);
        assertEquals(1, out.lines().count(), out);
        assertEquals(0, run("mark", old.toString(), "3"), () -> err);
        assertEquals(0, run("list", "--filter", "is:marked", old.toString()));
        assertEquals(1, out.lines().count(), out);
    }

    @Test
    void exchangesAreListedAndFiltered() {
        assertEquals(0, run("list", project.toString()), () -> err);
        assertEquals(2, out.lines().count(), out);
        assertTrue(out.contains("GET    /notes?page=2"), out);
        assertEquals(
                0, run("list", "--json", "--filter", "exception:KeyError body:tea", project.toString()), () -> err);
        assertEquals(1, out.lines().count(), out);
        var row = json(out);
        assertEquals(2, row.path("id").asInt());
        assertEquals(500, row.path("status").asInt());
        assertEquals(4.0, row.path("duration_ms").asDouble());
        assertEquals(1, row.path("origin_id").asInt());
        assertEquals("KeyError: 'x'", row.path("error").asString());
    }

    @Test
    void exchangesAreMarkedAndCommentedAndTheHarCarriesIt() {
        var all = project.toString();
        assertEquals(0, run("mark", all, "1", "2"), () -> err);
        assertEquals(2, out.lines().filter(line -> line.endsWith(" [marked]")).count(), out);
        assertEquals(0, run("mark", "--pin", "--comment", "the odd one", "--json", all, "2"), () -> err);
        assertEquals("the odd one", json(out).path("comment").asString());
        assertTrue(
                json(out).path("marked").asBoolean() && json(out).path("pinned").asBoolean(), out);
        assertEquals(0, run("list", "--filter", "comment:odd is:pinned", all));
        assertTrue(out.endsWith(" KeyError: 'x' [marked, pinned: the odd one]\n"), out);
        assertEquals(0, run("show", all, "2"));
        assertTrue(out.startsWith("[marked, pinned: the odd one]\n\nPOST /notes/new"), out);

        var har = project.resolve("noted.har").toString();
        var again = project.resolve("noted.vivarium").toString();
        assertEquals(0, run("export", "--format", "har", "--output", har, all), () -> err);
        assertEquals(0, run("import", har, "--output", again), () -> err);
        assertEquals(0, run("show", "--json", again, "2"));
        assertEquals("the odd one", json(out).path("comment").asString());
        assertTrue(json(out).path("pinned").asBoolean(), out);

        assertEquals(0, run("mark", "--remove", "--pin", all, "2"), () -> err);
        assertTrue(out.endsWith(" [marked: the odd one]\n"), out);
        assertEquals(0, run("mark", "--remove", all, "1", "2"), () -> err);
        assertEquals(0, run("list", "--filter", "is:marked or has:comment", all));
        assertEquals("", out);
        assertEquals(2, run("mark", all, "1", "17"));
        assertTrue(err.contains("There is no exchange 17 in "), err);
        assertEquals(0, run("list", "--filter", "is:marked", all));
        assertEquals("", out);
    }

    @Test
    void sessionsAreRenamedDeletedAndHadBack() {
        assertEquals(0, run("sessions", "--json", project.toString()));
        var file = Path.of(json(out).path("file").asString());
        assertEquals(1, json(out).path("failures").asInt());
        assertEquals(9.0, json(out).path("duration_ms").asDouble());
        var name = file.getFileName().toString().replace(".vivarium", "");

        assertEquals(0, run("sessions", project.toString(), "--rename", name, "before the change"), () -> err);
        assertTrue(out.endsWith("  before the change\n"), out);
        assertEquals(0, run("sessions", project.toString(), "--delete", "before the change"), () -> err);
        assertEquals(name + ".vivarium deleted; vivarium sessions --undelete " + name + " brings it back\n", out);
        assertEquals(0, run("sessions", project.toString()));
        assertEquals("", out);
        assertEquals(0, run("sessions", "--deleted", project.toString()));
        assertTrue(out.contains("  before the change"), out);
        assertEquals(0, run("sessions", "--undelete", name, project.toString()), () -> err);
        assertEquals(0, run("list", file.toString()), () -> err);
        assertEquals(2, out.lines().count(), out);
        assertEquals(2, run("sessions", "--delete", "nothing", project.toString()));
        assertTrue(err.startsWith("vivarium: There is no session nothing"), err);
    }

    @Test
    void aMistakeInAFilterIsPointedAt() {
        assertEquals(2, run("list", "--filter", "path:/x statsu:5xx", project.toString()));
        assertEquals("""
                vivarium: --filter: There is nothing called statsu; did you mean status?
                  path:/x statsu:5xx
                          ^^^^^^
                """, err);
    }

    @Test
    void anExchangeIsShown() {
        assertEquals(0, run("show", project.toString(), "2"), () -> err);
        assertEquals("""
                POST /notes/new HTTP/1.1
                Host: h:1
                Content-Type: application/json
                Content-Length: 14
                Cookie: session=s3cret

                {
                  "title": "Tea"
                }

                500 Internal Server Error

                log
                  INFO saving

                Traceback: KeyError: 'x'

                took 4.00 ms
                """, out);
        assertEquals(0, run("show", "--json", project.toString(), "2"));
        assertEquals("{\"title\":\"Tea\"}", json(out).at("/request/body/text").asString());
        assertEquals("'/notes/new'", json(out).at("/environ/PATH_INFO").asString());
        assertEquals("KeyError", json(out).at("/exception/type").asString());
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertEquals(2, run("show", project.toString(), "17"));
        assertTrue(err.contains("There is no exchange 17 in "), err);
        assertEquals(2, run("list", project.resolve("none").toString()));
        assertTrue(err.startsWith("vivarium: There is no session "), err);
        assertEquals(2, run("show", project.toString(), "x"));
        assertTrue(err.startsWith("vivarium: Invalid value for positional parameter"), err);
    }

    @Test
    void exchangesAreExportedMaskedAndImportedAgain() throws Exception {
        var har = project.resolve("all.har");
        assertEquals(0, run("export", "--format", "har", "--output", har.toString(), project.toString()), () -> err);
        assertEquals("vivarium: Masked in exchange 2: request header Cookie.\n", err);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(har)));

        var session = project.resolve("imported.vivarium");
        assertEquals(0, run("import", har.toString(), "--output", session.toString()), () -> err);
        assertEquals("2 imported to " + session + "\n", out);
        assertEquals(0, run("show", "--json", session.toString(), "2"), () -> err);
        assertEquals("{\"title\":\"Tea\"}", json(out).at("/request/body/text").asString());
        assertEquals("session=MASKED", json(out).at("/request/headers/3/1").asString());
        assertEquals("KeyError", json(out).at("/exception/type").asString());

        var files = project.resolve("recorded");
        assertEquals(
                0,
                run(
                        "export",
                        "--format",
                        "recorder",
                        "--no-mask",
                        "--id",
                        "2",
                        "--output",
                        files.toString(),
                        project.toString()));
        var again = project.resolve("again.vivarium");
        assertEquals(0, run("import", files.toString(), "--output", again.toString()), () -> err);
        assertEquals(0, run("list", "--json", "--filter", "exception:KeyError", again.toString()));
        assertEquals("/notes/new", json(out).path("path").asString());
    }

    @Test
    void whatCannotBeExportedOrImportedIsSaid() throws Exception {
        assertEquals(2, run("export", "--format", "pdf", project.toString()));
        assertTrue(err.startsWith("vivarium: There is no format pdf; there are har, url, curl"), err);
        assertEquals(2, run("export", "--format", "recorder", project.toString()));
        assertTrue(err.contains("name a folder for them with --output"), err);
        assertEquals(
                2,
                run("import", Files.writeString(project.resolve("x"), "hello").toString()));
        assertTrue(err.contains("This is neither a HAR file nor a curl command"), err);
        assertEquals(2, run("import", project.resolve("none").toString()));
        assertTrue(err.contains("cannot be read"), err);
    }

    @Test
    void exchangesAreCompared() {
        assertEquals(3, run("diff", project.toString(), "1", "2"), () -> err);
        assertTrue(out.startsWith("""
                request
                  method
                    - GET
                    + POST
                """), out);
        assertTrue(out.endsWith("in all: 2.50 ms and 4.00 ms\n"), out);
        assertEquals(3, run("diff", "--json", project.toString(), "1", "2"));
        assertEquals(
                "500 Internal Server Error",
                json(out).at("/differences/status/0/right").asString());
        assertEquals(0, run("diff", project.toString(), "2", "2"));
        assertTrue(out.startsWith("no difference\n"), out);
    }

    @Test
    void aCapturedRequestIsSentToTheRunningApplication() throws Exception {
        var received = new LinkedBlockingQueue<String>();
        try (var application = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> answer(application, received));
            var to = "http://127.0.0.1:" + application.getLocalPort();

            assertEquals(
                    3,
                    run("replay", "--to", to, "--set", "header.Cookie=", "--json", project.toString(), "2"),
                    () -> err);

            assertEquals(
                    """
                    POST /notes/new HTTP/1.1
                    Host: h:1
                    Content-Type: application/json
                    Content-Length: 14

                    {"title":"Tea"}""".strip(),
                    String.valueOf(received.poll(60, TimeUnit.SECONDS)).strip());
            assertTrue(err.contains("vivarium: #2: POST may change data, and does so again."), err);
            assertEquals(201, json(out).path("status").asInt());
            assertEquals("status", json(out).path("differs").asString());
        }
    }

    @Test
    void aRequestThatTheProjectKeepsIsSent() throws Exception {
        var head = new RequestHead(
                "PUT", "/kept", "HTTP/1.1", List.of(new Header("Host", "h:1"), new Header("Content-Length", "2")), "");
        new SavedRequests(project)
                .write(List.of(
                        new SavedRequest("mine", Captured.request(0, Instant.EPOCH, head, "{}".getBytes(UTF_8)))));
        var received = new LinkedBlockingQueue<String>();
        try (var application = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> answer(application, received));
            var to = "http://127.0.0.1:" + application.getLocalPort();

            assertEquals(0, run("replay", "--to", to, "--variant", "mine", project.toString()), () -> err);

            var request = String.valueOf(received.poll(60, TimeUnit.SECONDS));
            assertTrue(request.startsWith("PUT /kept HTTP/1.1\n") && request.endsWith("{}"), request);
            assertTrue(out.contains("201 Created"), out);
        }
        assertEquals(2, run("replay", "--variant", "other", project.toString()));
        assertTrue(err.contains("keeps no request called other"), err);
    }

    @Test
    void everyMannerIsTriedAndTold() throws Exception {
        var received = new LinkedBlockingQueue<String>();
        try (var application = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> {
                while (!application.isClosed()) {
                    answer(application, received);
                }
            });
            var to = "http://127.0.0.1:" + application.getLocalPort();

            assertEquals(3, run("replay", "--to", to, "--every-manner", project.toString(), "2"), () -> err);

            assertTrue(out.contains("≠ as captured"), out);
            assertTrue(out.contains("201 Created"), out);
            assertTrue(out.contains("no ETag"), out);
            assertTrue(out.contains("20 × 201 Created"), out);
        }
    }

    @Test
    void whatTheProjectLeavesOutIsNotCompared() throws Exception {
        new IgnoreFile(project).write(List.of("content-type"));
        assertEquals(3, run("diff", project.toString(), "1", "2"));
        assertTrue(!out.contains("content-type"), out);
    }

    /** Takes one request whose body ends with a brace, and answers it. */
    private static void answer(ServerSocket application, Queue<String> received) {
        try (var socket = application.accept()) {
            var request = new StringBuilder();
            // Where the rest never comes, the client has closed its side.
            for (int c = 0; c >= 0 && !request.toString().endsWith("}"); ) {
                c = socket.getInputStream().read();
                request.append(c < 0 ? "" : (char) c);
            }
            socket.getOutputStream().write("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
            socket.getOutputStream().flush();
            received.add(request.toString().replace("\r\n", "\n"));
        } catch (IOException broken) {
            received.add(broken.toString());
        }
    }

    @Test
    void nothingIsSentElsewhere() {
        assertEquals(2, run("replay", "--to", "http://192.0.2.1:80", project.toString(), "1"));
        assertTrue(err.contains("is another machine"), err);
        assertEquals(2, run("replay", project.toString(), "1"));
        assertTrue(err.contains("The project is not being served"), err);
        assertEquals(2, run("replay", "--to", "http://127.0.0.1:1", "--set", "colour=red", project.toString(), "1"));
        assertTrue(err.contains("--set colour=red is not understood"), err);
        assertEquals(2, run("replay", "--to", "http://127.0.0.1:1", "--manner", "loud", project.toString(), "1"));
        assertTrue(err.contains("There is no manner loud; there are as-captured, "), err);
    }
}
