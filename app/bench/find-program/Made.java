import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

/** Exchanges as a small application makes them, each with a body of its own. */
final class Made {
    private static final String[] WORDS = {
        "milk", "bread", "note", "saved", "title", "error", "page", "user", "item", "list"
    };
    private static final List<Header> REQUEST = List.of(
            new Header("Host", "127.0.0.1:8000"),
            new Header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
            new Header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
            new Header("Cookie", "session=abcdef0123456789"));

    private final Random random = new Random(3);
    private final int bodyBytes;

    Made(int bodyBytes) {
        this.bodyBytes = bodyBytes;
    }

    static SessionInfo info() {
        return new SessionInfo("benchmark", "p", "embedded", Instant.now());
    }

    /** A session of so many exchanges. */
    void session(Path file, int exchanges) {
        try (var store = SessionStore.create(file, info())) {
            var events = new ArrayList<Event>();
            for (long id = 1; id <= exchanges; id++) {
                events.addAll(exchange(id, id * 1_000_000));
                if (id % 200 == 0 || id == exchanges) {
                    store.write(events);
                    store.commit();
                    events.clear();
                }
            }
        }
    }

    List<Event> exchange(long id, long at) {
        boolean failed = id % 50 == 0;
        var head =
                new RequestHead("GET", "/notes/" + id % 1_000 + "?page=" + id % 7, "HTTP/1.1", REQUEST, "127.0.0.1:5");
        var events = new ArrayList<Event>();
        events.add(new Event.RequestStarted(at, id, head, 0));
        events.add(new Event.ApplicationEntered(at + 1_000, id, "worker-" + id % 5, environ(head)));
        if (id % 5 == 0) {
            events.add(new Event.LogLine(
                    at + 2_000, id, LogLevel.INFO, LogStream.LOGGING, "worker-" + id % 5, "note " + id + " saved"));
        }
        if (failed) {
            events.add(new Event.ExceptionRaised(
                    at + 3_000, id, new PythonFailure("KeyError", "'x'", "Traceback: KeyError", List.of())));
        }
        events.add(new Event.ResponseStarted(
                at + 4_000,
                id,
                failed ? "500 Internal Server Error" : "200 OK",
                List.of(new Header("Content-Type", id % 2 == 0 ? "text/html" : "application/json"))));
        events.add(new Event.ChunkWritten(at + 5_000, id, Bytes.of(text(id).getBytes(UTF_8))));
        events.add(new Event.ExchangeEnded(at + 300_000 + random.nextInt(2_000_000), id, Outcome.COMPLETE));
        return events;
    }

    private String text(long id) {
        var text = new StringBuilder("id" + id);
        while (text.length() < bodyBytes) {
            text.append(' ').append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(100_000));
        }
        return text.toString();
    }

    private static Environ environ(RequestHead head) {
        var strings = new ArrayList<String>();
        strings.addAll(
                List.of("REQUEST_METHOD", head.method(), "PATH_INFO", head.path(), "QUERY_STRING", head.query()));
        strings.addAll(List.of("SERVER_NAME", "127.0.0.1", "SERVER_PORT", "8000", "wsgi.url_scheme", "http"));
        REQUEST.forEach(header -> strings.addAll(List.of(
                "HTTP_" + header.name().toUpperCase(java.util.Locale.ROOT).replace('-', '_'), header.value())));
        return new Environ(strings, List.of(), Map.of("wsgi.input", "<wsgi.input>", "wsgi.errors", "<wsgi.errors>"));
    }
}
