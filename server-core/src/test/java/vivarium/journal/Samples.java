package vivarium.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vivarium.journal.Event.ApplicationEntered;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.InputRead;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Event.ResponseStarted;

/** Events as a browser's requests make them. */
final class Samples {
    static final SessionInfo INFO = new SessionInfo(
            "0.1.0", "/home/ada/guestbook", "embedded", Instant.parse("2026-11-21T08:00:00.123456789Z"));

    private static final List<Header> REQUEST_HEADERS = List.of(
            new Header("Host", "127.0.0.1:8000"),
            new Header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
            new Header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
            new Header("Accept-Language", "en-US,en;q=0.5"),
            new Header("Accept-Encoding", "gzip, deflate, br, zstd"),
            new Header("Connection", "keep-alive"),
            new Header("Cookie", "session=abcdef0123456789"));

    private static final Map<String, String> OBJECTS = new TreeMap<>(Map.of(
            "wsgi.version", "(1, 0)",
            "wsgi.multithread", "True",
            "wsgi.multiprocess", "False",
            "wsgi.run_once", "False",
            "wsgi.input", "<wsgi.input>",
            "wsgi.errors", "<wsgi.errors>",
            "wsgi.file_wrapper", "<class 'FileWrapper'>",
            "wsgi.input_terminated", "True"));

    private Samples() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static RequestHead get(String target) {
        return new RequestHead("GET", target, "HTTP/1.1", REQUEST_HEADERS, "127.0.0.1:52114");
    }

    /** About 35 keys, as the server makes them. */
    static Environ environ(RequestHead request, long id) {
        var strings = new ArrayList<String>();
        strings.addAll(List.of("REQUEST_METHOD", request.method(), "SCRIPT_NAME", "", "PATH_INFO", request.path()));
        strings.addAll(List.of("QUERY_STRING", request.query(), "REQUEST_URI", request.target()));
        strings.addAll(List.of("CONTENT_TYPE", "", "CONTENT_LENGTH", "", "SERVER_NAME", "127.0.0.1"));
        strings.addAll(List.of("SERVER_PORT", "8000", "SERVER_PROTOCOL", "HTTP/1.1", "REMOTE_ADDR", "127.0.0.1"));
        strings.addAll(List.of("REMOTE_PORT", "52114", "SERVER_SOFTWARE", "Vivarium/0.1.0"));
        strings.addAll(List.of("wsgi.url_scheme", "http", "mod_wsgi.process_group", ""));
        strings.addAll(List.of("mod_wsgi.application_group", "", "mod_wsgi.callable_object", "application"));
        strings.addAll(List.of("mod_wsgi.request_id", "r" + id, "mod_wsgi.listener_port", "8000"));
        for (var header : request.headers()) {
            strings.add(
                    "HTTP_" + header.name().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
            strings.add(header.value());
        }
        return new Environ(strings, List.of("mod_wsgi.thread_id", "3", "mod_wsgi.request_start", "17" + id), OBJECTS);
    }

    /** A whole exchange that answers {@code Hello World!}. */
    static List<Event> hello(long id, long at) {
        return List.of(
                new RequestStarted(at, id, get("/hello?n=" + id), 0),
                new ApplicationEntered(at + 10_000, id, "worker-" + id % 5, environ(get("/hello?n=" + id), id)),
                new ResponseStarted(
                        at + 500_000,
                        id,
                        "200 OK",
                        List.of(new Header("Content-Type", "text/plain"), new Header("Content-Length", "12"))),
                new ChunkWritten(at + 600_000, id, Bytes.of(bytes("Hello World!"))),
                new ExchangeEnded(at + 1_234_400, id, Outcome.COMPLETE));
    }

    /** The same with a body of this size, read in two parts. */
    static List<Event> post(long id, byte[] first, byte[] second) {
        return List.of(
                new RequestStarted(1, id, new RequestHead("POST", "/sign", "HTTP/1.1", List.of(), "127.0.0.1:1"), 7),
                new InputRead(2, id, "read(4)", Bytes.of(first)),
                new InputRead(3, id, "read()", Bytes.of(second)),
                new ChunkWritten(4, id, Bytes.of(second)),
                new ExchangeEnded(2_000_001, id, Outcome.CLIENT_GONE));
    }
}
