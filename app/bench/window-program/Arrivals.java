import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import vivarium.journal.Bytes;
import vivarium.journal.Environ;
import vivarium.journal.Event;
import vivarium.journal.EventJournal;
import vivarium.journal.Header;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;
import vivarium.journal.Outcome;
import vivarium.journal.RequestHead;

/** Requests and log lines as the server appends them to the journal. */
final class Arrivals {
    private static final int PER_FLUSH = 5_000;
    private static final byte[] PAGE = ("{\"entries\": ["
                    + "{\"name\": \"Grace\", \"message\": \"The moth is gone\", \"likes\": 3.5}, ".repeat(20) + "{}]}")
            .getBytes(UTF_8);

    private final EventJournal journal;
    private final AtomicLong newest = new AtomicLong();

    Arrivals(EventJournal journal) {
        this.journal = journal;
    }

    /** The number of the newest exchange. */
    long newest() {
        return newest.get();
    }

    /** So many exchanges, at once; waits for the journal, so that it drops none. */
    void exchanges(int count) {
        for (int i = 0; i < count; i++) {
            exchange();
            if (i % 500 == 0) {
                journal.flush();
            }
        }
    }

    /** So many lines, each hundredth a traceback; waits for the journal. */
    void logLines(int count) {
        for (int i = 0; i < count; i++) {
            boolean failing = i % 100 == 7;
            log(
                    0,
                    failing ? LogLevel.ERROR : LogLevel.INFO,
                    failing ? TRACEBACK : "application: looked up animal number " + i);
            if (i % PER_FLUSH == 0) {
                journal.flush();
            }
        }
    }

    private static final String TRACEBACK = """
            Traceback (most recent call last):
              File "routes.py", line 21, in application
                return handler(environ, start_response)
              File "cases/exceptions.py", line 17, in raise_key_error
                return animals['unicorn']
            KeyError: 'unicorn'""";

    /** Lets so many arrive each second, from a thread of its own, until it is closed. */
    Arriving start(int rate) {
        var arriving = new Arriving(rate);
        arriving.thread.start();
        return arriving;
    }

    final class Arriving implements AutoCloseable {
        private final Thread thread;
        private final long first = newest.get();
        private final long began = System.nanoTime();
        private volatile boolean ended;

        private Arriving(int rate) {
            thread = Thread.ofPlatform().daemon().name("arrivals").unstarted(() -> {
                long nanos = 1_000_000_000L / rate;
                for (long next = System.nanoTime(); !ended; next += nanos) {
                    exchange();
                    LockSupport.parkNanos(next - System.nanoTime());
                }
            });
        }

        /** How many a second it really were. */
        OptionalDouble rateKept() {
            return OptionalDouble.of((newest.get() - first) * 1e9 / (System.nanoTime() - began));
        }

        @Override
        public void close() {
            ended = true;
        }
    }

    private void exchange() {
        long id = newest.get() + 1;
        String target = id % 7 == 0 ? "/search?q=moth" : "/entries/" + id % 500 + "?page=" + id % 13;
        var head = new RequestHead(
                "GET",
                target,
                "HTTP/1.1",
                List.of(
                        new Header("Host", "127.0.0.1:8000"),
                        new Header(
                                "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
                        new Header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
                        new Header("Accept-Encoding", "gzip, deflate, br, zstd"),
                        new Header("Cookie", "visits=3; theme=dark")),
                "127.0.0.1:52114");
        journal.append(new Event.RequestStarted(journal.now(), id, head, 0));
        journal.append(new Event.ApplicationEntered(journal.now(), id, "request-" + id % 5, environ(head, id)));
        log(id, LogLevel.INFO, "guestbook: looked up entry number " + id);
        journal.append(new Event.ResponseStarted(
                journal.now(),
                id,
                id % 23 == 0 ? "404 Not Found" : "200 OK",
                List.of(
                        new Header("Content-Type", "application/json"),
                        new Header("Content-Length", Integer.toString(PAGE.length)))));
        journal.append(new Event.ChunkWritten(journal.now(), id, Bytes.of(PAGE)));
        journal.append(new Event.ExchangeEnded(journal.now(), id, Outcome.COMPLETE));
        newest.set(id);
    }

    private void log(long exchange, LogLevel level, String text) {
        journal.append(
                new Event.LogLine(journal.now(), exchange, level, LogStream.LOGGING, "request-" + exchange % 5, text));
    }

    private static Environ environ(RequestHead head, long id) {
        var strings = new ArrayList<>(List.of(
                "REQUEST_METHOD",
                head.method(),
                "SCRIPT_NAME",
                "",
                "PATH_INFO",
                head.path(),
                "QUERY_STRING",
                head.query(),
                "REQUEST_URI",
                head.target(),
                "SERVER_PROTOCOL",
                "HTTP/1.1",
                "SERVER_NAME",
                "127.0.0.1",
                "SERVER_PORT",
                "8000",
                "REMOTE_ADDR",
                "127.0.0.1",
                "REMOTE_PORT",
                Long.toString(52_000 + id % 1_000),
                "wsgi.url_scheme",
                "http",
                "mod_wsgi.process_group",
                "",
                "mod_wsgi.callable_object",
                "application",
                "mod_wsgi.request_id",
                "t3k9q2-" + id));
        for (Header header : head.headers()) {
            strings.add(
                    "HTTP_" + header.name().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
            strings.add(header.value());
        }
        var objects = new TreeMap<String, String>();
        objects.put("wsgi.version", "(1, 0)");
        objects.put("wsgi.input", "<vivarium_agent.streams.Input object>");
        objects.put("wsgi.errors", "<vivarium_agent.streams.Errors object>");
        objects.put("wsgi.multithread", "True");
        return new Environ(strings, List.of("mod_wsgi.thread_id", Long.toString(1 + id % 5)), objects);
    }
}
