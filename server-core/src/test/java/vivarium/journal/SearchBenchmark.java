package vivarium.journal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vivarium.exchange.LiveFilter;
import vivarium.filter.FilterLanguage;
import vivarium.journal.Event.ApplicationEntered;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.InputRead;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Event.ResponseStarted;

/** Measures filters over a session of 100,000 exchanges, each with texts of its own. A program, not a test. */
final class SearchBenchmark {
    private static final int EXCHANGES = 100_000;
    private static final int BATCH = 500;
    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SearchBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "/tmp"), "bench");
        var file = folder.resolve("s.vivarium");
        record(file);
        System.out.printf("session %,d bytes%n", Files.size(file));
        long opened = System.nanoTime();
        try (var search = SessionSearch.open(file, LiveFilter::bodyText)) {
            System.out.printf("opened in %.1f ms%n", (System.nanoTime() - opened) / 1e6);
            for (var filter : List.of(
                    "",
                    "status:5xx",
                    "path:/notes/*",
                    "path~/notes/\\d+7$",
                    "duration>1ms method:GET",
                    "header:cookie",
                    "header.x-request-id:77",
                    "type:json",
                    "body:milk",
                    "body:id77",
                    "body~id7+\\b",
                    "body~i.7+\\b",
                    "log:saved",
                    "log:e",
                    "exception:KeyError",
                    "has:finding",
                    "not body:milk and (status:200 or log:saved)")) {
                var parsed = FilterLanguage.here().parse(filter);
                var line = new StringBuilder();
                int found = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    long started = System.nanoTime();
                    long processor = THREADS.getCurrentThreadCpuTime();
                    found = search.find(parsed).length;
                    line.append(String.format(
                            " %,9.1f (%,.1f)",
                            (System.nanoTime() - started) / 1e6,
                            (THREADS.getCurrentThreadCpuTime() - processor) / 1e6));
                }
                System.out.printf("%-45s %7d found, ms (processor):%s%n", filter, found, line);
            }
        }
        System.out.printf("index %,d bytes%n", Files.size(SessionSearch.indexOf(file)));
        Files.delete(SessionSearch.indexOf(file));
        Files.delete(file);
        Files.delete(folder);
    }

    private static void record(Path file) {
        var random = new Random(3);
        try (var store = SessionStore.create(file, new SessionInfo("0", "p", "embedded", Instant.now()))) {
            for (long id = 1; id <= EXCHANGES; ) {
                var events = new ArrayList<Event>();
                for (int i = 0; i < BATCH; i++, id++) {
                    exchange(events, id, random);
                }
                store.write(events);
                store.commit();
            }
        }
    }

    private static void exchange(List<Event> events, long id, Random random) {
        long at = id * 1_000_000;
        boolean post = id % 5 == 0;
        boolean fails = id % 50 == 0;
        var head = new RequestHead(
                post ? "POST" : "GET",
                "/notes/" + id + (id % 3 == 0 ? "?page=" + id % 100 : ""),
                "HTTP/1.1",
                List.of(
                        new Header("Host", "127.0.0.1:8000"),
                        new Header("Accept", "*/*"),
                        new Header("Cookie", "session=" + id % 10)),
                "127.0.0.1:52114");
        events.add(new RequestStarted(at, id, head, 0));
        events.add(new ApplicationEntered(at + 10_000, id, "worker-" + id % 5, Samples.environ(head, id)));
        if (post) {
            events.add(new InputRead(at + 20_000, id, "read()", Bytes.of(bytes("title=Milk&id=" + id))));
            events.add(new LogLine(
                    at + 30_000, id, LogLevel.INFO, LogStream.LOGGING, "worker-" + id % 5, "note " + id + " saved"));
        }
        if (fails) {
            events.add(new ExceptionRaised(at + 40_000, id, new PythonFailure("KeyError", "'x'", "T", List.of())));
        }
        events.add(new ResponseStarted(
                at + 50_000,
                id,
                fails ? "500 Internal Server Error" : "200 OK",
                List.of(
                        new Header("Content-Type", id % 2 == 0 ? "application/json" : "text/html"),
                        new Header("X-Request-Id", Long.toString(id)))));
        var body = new StringBuilder("{\"id\": \"id").append(id).append('"');
        while (body.length() < 1_000) {
            body.append(", \"")
                    .append(Integer.toString(random.nextInt(100_000), 36))
                    .append("\": \"word word\"");
        }
        events.add(new ChunkWritten(
                at + 60_000, id, Bytes.of(bytes(body.append('}').toString()))));
        events.add(new ExchangeEnded(at + random.nextInt(3_000_000), id, Outcome.COMPLETE));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
