package vivarium.ui.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import vivarium.journal.Bytes;
import vivarium.journal.Environ;
import vivarium.journal.Event;
import vivarium.journal.Event.ApplicationEntered;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.InputRead;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Event.ResponseStarted;
import vivarium.journal.Header;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;
import vivarium.journal.Outcome;
import vivarium.journal.PythonFailure;
import vivarium.journal.PythonFailure.Frame;
import vivarium.journal.RequestHead;

/** Makes exchanges: always the same ones for the same numbers. For one thread. */
public final class Traffic {
    private static final long MS = 1_000_000;
    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <title>Guestbook</title>
                <link rel="stylesheet" href="/static/guestbook.css">
              </head>
              <body class="page">
                <!-- entries, newest first -->
                <h1>Guestbook</h1>
                <form method="post" action="/sign">
                  <input name="name" required> <button disabled>Sign</button>
                </form>
                <p>Grüße aus Köln &mdash; Jürgen</p>
              </body>
            </html>
            """;
    private static final String JSON =
            "{\"entries\":[{\"id\":17,\"name\":\"Grace\",\"text\":\"Lovely place, \\u263a back soon\",\"likes\":3.50,\"pinned\":true,\"reply\":null},"
                    + "{\"id\":16,\"name\":\"Ada\",\"text\":\"First!\",\"likes\":12,\"pinned\":false,\"tags\":[\"old\",\"engine\"]}],"
                    + "\"next\":\"/api/entries?before=16\",\"total\":17}";

    private final Random random = new Random(7);

    /** An exchange of the kind that its number falls on, that began then. */
    public List<Event> exchange(long id, long at) {
        return switch ((int) (id % 9)) {
            case 1 ->
                answer(id, at, head("GET", "/api/entries?limit=2", List.of()), "200 OK", "application/json", JSON);
            case 2 -> sign(id, at);
            case 3 ->
                answer(id, at, head("GET", "/static/guestbook.css", List.of()), "304 Not Modified", "text/css", "");
            case 5 ->
                answer(
                        id,
                        at,
                        head("GET", "/favicon.ico", List.of()),
                        "404 Not Found",
                        "text/plain; charset=utf-8",
                        "Not Found: /favicon.ico");
            case 6 -> id % 2 == 0 ? failing(id, at) : page(id, at);
            default -> page(id, at);
        };
    }

    /** {@code count} exchanges, a few milliseconds apart, from number {@code first} on. */
    public List<Event> many(long first, int count) {
        var events = new ArrayList<Event>(count * 6);
        for (long id = first; id < first + count; id++) {
            events.addAll(exchange(id, id * 37 * MS));
        }
        return events;
    }

    private List<Event> page(long id, long at) {
        return answer(id, at, head("GET", "/?page=" + id % 13, List.of()), "200 OK", "text/html; charset=utf-8", HTML);
    }

    private List<Event> answer(long id, long at, RequestHead head, String status, String type, String body) {
        long took = MS / 2 + random.nextLong(40 * MS) + (id % 41 == 0 ? 1_600 * MS : 0);
        byte[] bytes = body.getBytes(UTF_8);
        var events = new ArrayList<Event>();
        events.add(new RequestStarted(at, id, head, id % 23 == 0 ? id - 9 : 0));
        events.add(new ApplicationEntered(at + 80_000, id, "worker-" + id % 5, environ(head, id)));
        if (id % 4 == 0) {
            events.add(log(at + took / 3, id, LogLevel.INFO, LogStream.LOGGING, "guestbook.db: 17 entries in 0.4 ms"));
        }
        events.add(new ResponseStarted(at + took * 4 / 5, id, status, headers(type, bytes.length)));
        if (bytes.length > 0) {
            events.add(new ChunkWritten(at + took * 9 / 10, id, Bytes.of(bytes)));
        }
        events.add(new ExchangeEnded(at + took, id, Outcome.COMPLETE));
        return events;
    }

    private static List<Event> sign(long id, long at) {
        byte[] form = "name=Grace+Hopper&text=Gr%C3%BC%C3%9Fe%0Afrom+the+Mark+I&colour=blue".getBytes(UTF_8);
        var head = head(
                "POST",
                "/sign",
                List.of(
                        new Header("Content-Type", "application/x-www-form-urlencoded"),
                        new Header("Content-Length", Integer.toString(form.length))));
        return List.of(
                new RequestStarted(at, id, head, 0),
                new ApplicationEntered(at + 3 * MS, id, "worker-" + id % 5, environ(head, id)),
                new InputRead(at + 6 * MS, id, "read(" + form.length + ")", Bytes.of(form)),
                log(at + 7 * MS, id, LogLevel.INFO, LogStream.LOGGING, "guestbook: new entry by Grace Hopper"),
                log(
                        at + 11 * MS,
                        id,
                        LogLevel.WARNING,
                        LogStream.WSGI_ERRORS,
                        "guestbook: mail to the owner skipped, no server configured"),
                new ResponseStarted(
                        at + 18 * MS,
                        id,
                        "303 See Other",
                        List.of(new Header("Location", "/"), new Header("Content-Type", "text/plain"))),
                new ChunkWritten(at + 18 * MS + 300_000, id, Bytes.of("Thank you.\n".getBytes(UTF_8))),
                new ExchangeEnded(at + 19 * MS, id, Outcome.COMPLETE));
    }

    private static List<Event> failing(long id, long at) {
        var head = head("GET", "/search?q=%27%3B+DROP+TABLE+entries&sort=newest", List.of());
        var traceback = """
                Traceback (most recent call last):
                  File "/home/ada/guestbook/guestbook/app.py", line 48, in application
                    return route(environ, start_response)
                  File "/home/ada/guestbook/guestbook/app.py", line 31, in search
                    rows = store.search(query)
                  File "/home/ada/guestbook/guestbook/store.py", line 72, in search
                    return self._db.execute("SELECT * FROM entries WHERE text LIKE '%" + words + "%'")
                  File "/usr/lib/python3.12/sqlite3/dbapi2.py", line 12, in execute
                sqlite3.OperationalError: near "DROP": syntax error""";
        var failure = new PythonFailure(
                "sqlite3.OperationalError",
                "near \"DROP\": syntax error",
                traceback,
                List.of(
                        new Frame(
                                "/home/ada/guestbook/guestbook/app.py",
                                48,
                                "application",
                                "return route(environ, start_response)"),
                        new Frame("/home/ada/guestbook/guestbook/app.py", 31, "search", "rows = store.search(query)"),
                        new Frame(
                                "/home/ada/guestbook/guestbook/store.py",
                                72,
                                "search",
                                "return self._db.execute(\"SELECT * FROM entries WHERE text LIKE '%\" + words + \"%'\")"),
                        new Frame("/usr/lib/python3.12/sqlite3/dbapi2.py", 12, "execute", "")));
        return List.of(
                new RequestStarted(at, id, head, 0),
                new ApplicationEntered(at + 90_000, id, "worker-" + id % 5, environ(head, id)),
                log(
                        at + 2 * MS,
                        id,
                        LogLevel.DEBUG,
                        LogStream.LOGGING,
                        "guestbook.store: searching for \"'; DROP TABLE entries\""),
                new ExceptionRaised(at + 9 * MS, id, failure),
                log(at + 9 * MS + 1, id, LogLevel.ERROR, LogStream.SERVER, traceback),
                new ResponseStarted(
                        at + 10 * MS, id, "500 Internal Server Error", headers("text/html; charset=utf-8", 31)),
                new ChunkWritten(
                        at + 10 * MS + 9_000, id, Bytes.of("<h1>Internal Server Error</h1>\n".getBytes(UTF_8))),
                new ExchangeEnded(at + 11 * MS, id, Outcome.COMPLETE));
    }

    private static LogLine log(long at, long id, LogLevel level, LogStream stream, String text) {
        return new LogLine(at, id, level, stream, "worker-" + id % 5, text);
    }

    private static List<Header> headers(String type, int length) {
        return List.of(
                new Header("Content-Type", type),
                new Header("Content-Length", Integer.toString(length)),
                new Header("Cache-Control", "no-store"),
                new Header("Set-Cookie", "visits=3; Path=/; HttpOnly; SameSite=Lax"));
    }

    private static RequestHead head(String method, String target, List<Header> more) {
        var headers = new ArrayList<>(List.of(
                new Header("Host", "127.0.0.1:8000"),
                new Header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
                new Header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
                new Header("Accept-Language", "en-US,en;q=0.5"),
                new Header("Accept-Encoding", "gzip, deflate, br, zstd"),
                new Header("Connection", "keep-alive"),
                new Header("Cookie", "visits=3; theme=dark")));
        headers.addAll(more);
        return new RequestHead(method, target, "HTTP/1.1", headers, "127.0.0.1:52114");
    }

    private static Environ environ(RequestHead head, long id) {
        var strings = new ArrayList<String>();
        strings.addAll(List.of("REQUEST_METHOD", head.method(), "SCRIPT_NAME", "", "PATH_INFO", head.path()));
        strings.addAll(List.of("QUERY_STRING", head.query(), "REQUEST_URI", head.target(), "REQUEST_SCHEME", "http"));
        strings.addAll(List.of(
                "SERVER_PROTOCOL", "HTTP/1.1", "SERVER_SOFTWARE", "Vivarium/0.1.0", "SERVER_NAME", "127.0.0.1"));
        strings.addAll(
                List.of("SERVER_PORT", "8000", "REMOTE_ADDR", "127.0.0.1", "REMOTE_PORT", Long.toString(52_000 + id)));
        for (var header : head.headers()) {
            var name = header.name().toUpperCase(Locale.ROOT).replace('-', '_');
            strings.add(name.startsWith("CONTENT_") ? name : "HTTP_" + name);
            strings.add(header.value());
        }
        strings.addAll(
                List.of("wsgi.url_scheme", "http", "mod_wsgi.process_group", "", "mod_wsgi.application_group", ""));
        strings.addAll(List.of("mod_wsgi.callable_object", "application", "mod_wsgi.listener_host", "127.0.0.1"));
        strings.addAll(List.of("mod_wsgi.listener_port", "8000", "mod_wsgi.request_id", "t3k9q2-" + id));
        var objects = new TreeMap<>(Map.of(
                "wsgi.version", "(1, 0)",
                "wsgi.multithread", "True",
                "wsgi.multiprocess", "False",
                "wsgi.run_once", "False",
                "wsgi.input", "<vivarium_agent.streams.Input object at 0x7f3a>",
                "wsgi.errors", "<vivarium_agent.streams.Errors object at 0x7f3b>",
                "wsgi.file_wrapper", "<class 'vivarium_agent.streams.FileWrapper'>",
                "wsgi.input_terminated", "True",
                "mod_wsgi.version", "(6, 0, 5)"));
        return new Environ(
                strings,
                List.of(
                        "mod_wsgi.thread_id",
                        Long.toString(1 + id % 5),
                        "mod_wsgi.request_start",
                        "1795161600.12" + id),
                objects);
    }
}
