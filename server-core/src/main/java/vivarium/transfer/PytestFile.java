package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vivarium.exchange.Captured;
import vivarium.exchange.ContentKind;
import vivarium.exchange.Volatile;
import vivarium.journal.Environ;

/** Exchanges as a Python file with a test for each, which calls the application in its own process. Needs pytest or nothing. */
final class PytestFile {
    private PytestFile() {}

    /**
     * The file.
     *
     * @param application as {@code --application} takes it; empty where it is not known
     */
    static String of(List<Captured> exchanges, String application, List<String> notes) {
        var text = new StringBuilder("""
                \"""Requests that Vivarium captured, as tests: run `pytest`, or this file with Python, in the project's folder.\"""

                import io
                import re
                import sys
                import wsgiref.util

                sys.path.insert(0, ".")

                """);
        text.append(load(application, notes)).append("\n");
        text.append(helpers());
        Set<String> names = new HashSet<>();
        var tests = new ArrayList<String>();
        for (var captured : exchanges) {
            if (captured.environ().isEmpty()) {
                notes.add("Exchange " + captured.id() + " is left out: it never came to the application.");
                continue;
            }
            if (captured.missingOfRequest() > 0) {
                notes.add("Of the request body of exchange " + captured.id() + " only the start is known.");
            }
            var name = name(captured);
            tests.add(names.add(name) ? name : name + "_" + captured.id());
            test(captured, tests.getLast(), text);
        }
        text.append("\n\nif __name__ == \"__main__\":\n");
        tests.forEach(name -> text.append("    " + name + "()\n"));
        return text.append(tests.isEmpty() ? "    pass\n" : "").toString();
    }

    private static String helpers() {
        return """
            VOLATILE_HEADERS = HEADERS
            VOLATILE = [
            PATTERNS]


            def stable(text):
                for pattern, name in VOLATILE:
                    text = re.sub(pattern, name, text)
                return text


            def stable_headers(headers):
                return sorted((name.lower(), stable(value)) for name, value in headers
                              if name.lower() not in VOLATILE_HEADERS)


            def call(environ, body):
                environ = dict(environ)
                environ["wsgi.input"] = io.BytesIO(body)
                environ["wsgi.errors"] = sys.stderr
                environ["wsgi.file_wrapper"] = wsgiref.util.FileWrapper
                wsgiref.util.setup_testing_defaults(environ)
                started = []
                written = []

                def start_response(status, headers, exc_info=None):
                    started.append((status, headers))
                    return written.append

                result = application(environ, start_response)
                try:
                    chunks = list(result)
                finally:
                    if hasattr(result, "close"):
                        result.close()
                status, headers = started[-1]
                return status, headers, b"".join(written + chunks)
            """.replace("= HEADERS", "= " + headers()).replace("PATTERNS", patterns());
    }

    private static String load(String application, List<String> notes) {
        if (application.matches("[\\w.]+:[\\w.]+(\\(\\))?")) {
            int colon = application.indexOf(':');
            var name = application.substring(colon + 1);
            var first = name.replaceAll("[.(].*", "");
            return "from " + application.substring(0, colon) + " import " + first
                    + (name.equals("application") ? "\n" : "\n\napplication = " + name + "\n");
        }
        if (application.matches(".*\\.(wsgi|py)(:\\w+)?") && !application.matches("(.*/)?manage\\.py")) {
            int colon = application.indexOf(':');
            var file = colon < 0 ? application : application.substring(0, colon);
            var name = colon < 0 ? "application" : application.substring(colon + 1);
            return "import runpy\n\napplication = runpy.run_path(" + PythonText.string(file) + ")["
                    + PythonText.string(name) + "]\n";
        }
        notes.add("The line that imports the application is a guess; correct it.");
        return "from wsgi import application  # where the application is\n";
    }

    private static String headers() {
        return Volatile.HEADERS.stream()
                .sorted()
                .map(PythonText::string)
                .reduce((a, b) -> a + ",\n                    " + b)
                .map(all -> "{" + all + "}")
                .orElse("set()");
    }

    private static String patterns() {
        var text = new StringBuilder();
        Volatile.PATTERNS.forEach(
                (name, pattern) -> text.append("    (r\"" + pattern.pattern() + "\", \"<" + name + ">\"),\n"));
        return text.toString();
    }

    private static String name(Captured captured) {
        var path = captured.request().path().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return ("test_" + captured.request().method().toLowerCase(Locale.ROOT) + "_" + path)
                .replaceAll("_+", "_")
                .replaceAll("_$", "");
    }

    private static void test(Captured captured, String name, StringBuilder text) {
        text.append("\n\ndef " + name + "():\n    environ = {\n");
        captured.environ().ifPresent(environ -> environ(environ, text));
        text.append(
                "    }\n    body = " + PythonText.bytes(captured.requestBody().kept()) + "\n");
        text.append("    status, headers, content = call(environ, body)\n");
        var went = failed(captured);
        if (went.isPresent()) {
            text.append(
                    "    # When it was captured, it " + went.get() + ".\n    assert int(status[:3]) < 500, status\n");
        } else {
            captured.response().ifPresent(response -> response(captured, response, text));
        }
    }

    /** What went wrong: nobody wants a test that holds on to that. */
    private static Optional<String> failed(Captured captured) {
        return captured.failure()
                .map(failure -> "raised " + failure.type())
                .or(() -> captured.response()
                        .filter(Captured.Response::failed)
                        .map(response -> "was answered " + response.status()));
    }

    private static void environ(Environ environ, StringBuilder text) {
        for (var entry : environ.entries()) {
            if (PythonText.isLiteral(entry.repr()) && !entry.key().startsWith("mod_wsgi.")) {
                text.append("        " + PythonText.string(entry.key()) + ": " + entry.repr() + ",\n");
            }
        }
    }

    private static void response(Captured captured, Captured.Response response, StringBuilder text) {
        text.append("    assert status == " + PythonText.string(response.status()) + "\n");
        text.append("    assert stable_headers(headers) == stable_headers([\n");
        response.headers()
                .forEach(header -> text.append("        (" + PythonText.string(header.name()) + ", "
                        + PythonText.string(header.value()) + "),\n"));
        text.append("    ])\n");
        var body = response.body();
        if (captured.request().method().equals("HEAD")) {
            return;
        }
        if (body.truncated()) {
            text.append("    assert content.startswith(" + PythonText.bytes(body.kept()) + ")\n");
        } else if (isText(captured)) {
            text.append("    assert stable(content.decode(\"latin-1\")) == stable(\n        "
                    + PythonText.string(new String(body.kept(), ISO_8859_1)) + ")\n");
        } else {
            text.append("    assert content == " + PythonText.bytes(body.kept()) + "\n");
        }
    }

    private static boolean isText(Captured captured) {
        var kind = captured.responseContent().map(content -> content.kind()).orElse(ContentKind.EMPTY);
        boolean coded = captured.responseContent()
                .filter(content -> content.size() != content.raw().kept().length)
                .isPresent();
        return !coded && kind != ContentKind.BINARY && kind != ContentKind.IMAGE;
    }
}
