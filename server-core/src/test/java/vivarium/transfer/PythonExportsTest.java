package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vivarium.exchange.Captured;
import vivarium.journal.Header;
import vivarium.journal.PythonFailure;

/** What is exported for Python is run by the Python of this machine. */
class PythonExportsTest {
    private static final String APPLICATION = """
            import time

            def application(environ, start_response):
                body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
                if environ["PATH_INFO"] == "/fail":
                    raise KeyError("x")
                start_response("201 Created", [("Content-Type", "text/plain"), ("Date", "now"), ("X-Method", environ["REQUEST_METHOD"])])
                stamp = time.strftime("%Y-%m-%d %H:%M:%S")
                return [b"got ", body, b" of ", environ.get("HTTP_X_NAME", "").encode("latin-1"), b" at ", stamp.encode()]
            """;

    @TempDir
    Path folder;

    private static Captured good(String answer) {
        var request = Samples.request(
                "POST",
                "/notes/new?a=1",
                List.of(
                        new Header("Host", "h"),
                        new Header("X-Name", "caf\u00c3\u00a9 'q'"),
                        new Header("Content-Length", "6")),
                "\0\u00e9'\"\\".getBytes(UTF_8));
        return Samples.exchange(
                request,
                "201 Created",
                List.of(
                        new Header("Date", "then"),
                        new Header("X-Method", "POST"),
                        new Header("Content-Type", "text/plain")),
                answer.getBytes(ISO_8859_1));
    }

    private static final String ANSWER = "got \0\u00c3\u00a9'\"\\ of caf\u00c3\u00a9 'q' at 2020-01-02 03:04:05";

    private Programs.Outcome run(List<Captured> exchanges) throws Exception {
        Files.writeString(folder.resolve("app.py"), APPLICATION);
        var exported = Transfer.export(Format.PYTEST, exchanges, false, "app:application");
        Files.write(
                folder.resolve("test_captured.py"), exported.files().getFirst().content());
        boolean pytest = Programs.there(folder, "python3", "-c", "import pytest");
        var outcome = pytest
                ? Programs.run(folder, "python3", "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_captured.py")
                : Programs.run(folder, "python3", "test_captured.py");
        // Without pytest, too.
        assertEquals(
                outcome.status() == 0,
                Programs.run(folder, "python3", "test_captured.py").status() == 0);
        return outcome;
    }

    @Test
    void theTestPassesWhereTheApplicationAnswersAsItDid() throws Exception {
        var outcome = run(List.of(good(ANSWER), good(ANSWER).numbered(2)));

        assertEquals(0, outcome.status(), outcome::output);
    }

    @Test
    void theTestFailsWhereTheAnswerIsAnother() throws Exception {
        var outcome = run(List.of(good(ANSWER.replace("got", "lost"))));

        assertNotEquals(0, outcome.status(), outcome::output);
        assertTrue(
                outcome.output().contains("AssertionError") || outcome.output().contains("assert"), outcome::output);
    }

    @Test
    void theTestOfAFailureFailsUntilItIsMended() throws Exception {
        var request = Samples.request("GET", "/fail", List.of(new Header("Host", "h")), new byte[0]);
        var base = Samples.exchange(request, "500 Internal Server Error", List.of(), new byte[0]);
        var failed = new Captured(
                base.id(),
                base.startedAt(),
                base.request(),
                base.requestBody(),
                base.environ(),
                base.response(),
                base.log(),
                Optional.of(new PythonFailure("KeyError", "'x'", "T", List.of())),
                base.duration(),
                base.untilResponse(),
                0);

        var outcome = run(List.of(failed));
        assertNotEquals(0, outcome.status());
        assertTrue(outcome.output().contains("KeyError"), outcome::output);

        Files.writeString(folder.resolve("app.py"), APPLICATION.replace("raise KeyError(\"x\")", "pass"));
        var mended = Programs.run(folder, "python3", "test_captured.py");
        assertEquals(0, mended.status(), mended::output);
    }

    @Test
    void theTestOfAnAnswerThatTellsOfAFailurePassesOnceItIsMended() throws Exception {
        var request = Samples.request("GET", "/", List.of(new Header("Host", "h")), new byte[0]);

        var mended = run(
                List.of(Samples.exchange(request, "500 INTERNAL SERVER ERROR", List.of(), "Sorry".getBytes(UTF_8))));

        assertEquals(0, mended.status(), mended::output);
    }

    @Test
    void programsAndDictsArePython() throws Exception {
        var random = new Random(3);
        for (int i = 0; i < 10; i++) {
            var captured = Samples.exchange(Samples.random(random), "200 OK", List.of(), new byte[0]);
            var source = new StringBuilder();
            for (var format : List.of(Format.REQUESTS, Format.HTTPX, Format.ENVIRON)) {
                source.append(Samples.exported(format, captured, false)).append("\n");
            }
            var file = Files.writeString(folder.resolve("all.py"), source);
            var outcome =
                    Programs.run(folder, "python3", "-c", "compile(open('all.py', 'rb').read(), 'all.py', 'exec')");
            assertEquals(0, outcome.status(), () -> outcome.output() + file + source);
        }
        var environ = Samples.exported(Format.ENVIRON, good(ANSWER), false);
        Files.writeString(folder.resolve("environ.py"), environ);
        assertEquals(
                "POST 8000 (1, 0) None\n",
                Programs.run(folder, "python3", "-c", """
                        e = eval(open('environ.py', encoding='utf-8').read())
                        print(e['REQUEST_METHOD'], e['SERVER_PORT'], e['wsgi.version'], e['wsgi.input'])""").output());
    }

    @Test
    void theRecordersFilesAreReadAgain() throws Exception {
        var captured = good(ANSWER);
        Map<String, byte[]> files = new TreeMap<>();
        Transfer.export(Format.RECORDER, List.of(captured), false, "")
                .files()
                .forEach(file -> files.put(file.name(), file.content()));
        assertEquals(
                "[1795248000.12-0-1.icontent, 1795248000.12-0-1.iheaders, 1795248000.12-0-1.ocontent, 1795248000.12-0-1.oheaders]",
                files.keySet().toString());

        var again = Transfer.readRecorder(files, InstantSource.system()).getFirst();

        assertEquals(captured.request().target(), again.request().target());
        // pprint sorts, so that their order is lost.
        assertEquals(
                Set.copyOf(captured.request().headers()),
                Set.copyOf(again.request().headers()));
        assertEquals(
                captured.response().orElseThrow().headers(),
                again.response().orElseThrow().headers());
        assertEquals(ANSWER, new String(again.response().orElseThrow().body().kept(), ISO_8859_1));
    }

    @Test
    void whatTheMiddlewareOfTheDocumentationWroteIsRead() throws Exception {
        var outcome = Programs.run(folder, "python3", "-c", """
                import pprint
                long = " ".join("word%d" % i for i in range(60))
                environ = {"REQUEST_METHOD": "POST", "SCRIPT_NAME": "", "PATH_INFO": "/a b", "QUERY_STRING": "x=1",
                           "HTTP_HOST": "h:1", "HTTP_USER_AGENT": long, "HTTP_X_IT": "it's \\"so\\"", "CONTENT_LENGTH": "3",
                           "wsgi.input": open, "wsgi.version": (1, 0), "wsgi.errors": None, "wsgi.url_scheme": "http"}
                with open("1.iheaders", "w") as out:
                    pprint.pprint(environ, stream=out)
                with open("1.oheaders", "w") as out:
                    pprint.pprint(("200 OK", [("A", "b"), ("Long", long)]), stream=out)
                print(long)""");
        assertEquals(0, outcome.status(), outcome::output);
        var files = Map.of(
                "1.iheaders", Files.readAllBytes(folder.resolve("1.iheaders")),
                "1.oheaders", Files.readAllBytes(folder.resolve("1.oheaders")),
                "1.icontent", "abc".getBytes(UTF_8),
                "1.oexcept", "Traceback:\nKeyError: 'x'\n".getBytes(UTF_8));

        var read = Transfer.readRecorder(files, InstantSource.system()).getFirst();

        var words = outcome.output().strip();
        assertEquals("/a b?x=1", read.request().target());
        assertEquals(Optional.of(words), read.requestHeader("User-Agent"));
        assertEquals(Optional.of("it's \"so\""), read.requestHeader("X-It"));
        assertEquals("200 OK", read.response().orElseThrow().status());
        assertEquals(
                List.of(new Header("A", "b"), new Header("Long", words)),
                read.response().orElseThrow().headers());
        assertEquals("KeyError", read.failure().orElseThrow().type());
    }
}
