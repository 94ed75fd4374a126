import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import vivarium.compare.Comparing;
import vivarium.compare.IgnoreRules;
import vivarium.exchange.Captured;
import vivarium.exchange.LiveFilter;
import vivarium.filter.FilterLanguage;
import vivarium.journal.Bytes;
import vivarium.journal.Header;
import vivarium.journal.RequestHead;
import vivarium.journal.SessionOverview;
import vivarium.journal.SessionReader;
import vivarium.journal.SessionSearch;

/** Measures recording, finding and comparing; prints lines of a name, the median, the worst and the number of values, between tabs. */
final class FindBenchmark {
    private static final int ROUNDS = 7;
    private static final int EXCHANGES = 100_000;
    private static final List<String> FILTERS = List.of(
            "status:5xx",
            "path~/notes/\\d+7$",
            "header:cookie",
            "type:json",
            "body:milk",
            "body~id7+\\b",
            "body~i.7+\\b",
            "log:saved",
            "not body:milk and (status:200 or log:saved)");

    private FindBenchmark() {}

    /** Something to be timed. */
    interface Work {
        void run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        int largeBody = Integer.parseInt(arguments[1]);
        ingest(folder);
        diff();
        filters(folder.resolve("filters.vivarium"));
        open(folder.resolve("large.vivarium"), largeBody);
    }

    private static void ingest(Path folder) throws Exception {
        var ingest = new Ingest(folder);
        print("ingest: exchanges a second", ingest.written(), ingest.written(), ingest.written());
        ingest.paced(true);
        var with = ingest.paced(true);
        var without = ingest.paced(false);
        print("ingest: microseconds of a request, recorded", with[0]);
        print("ingest: microseconds of a request, not recorded", without[0]);
        print("ingest: left out at 5000 a second", with[1]);
    }

    private static void filters(Path file) throws Exception {
        new Made(1_000).session(file, EXCHANGES);
        try (var search = SessionSearch.open(file, LiveFilter::bodyText)) {
            for (var filter : FILTERS) {
                var parsed = FilterLanguage.here().parse(filter);
                double first = time(() -> search.find(parsed));
                if (first > 2_000) {
                    print("index: for " + filter, first);
                }
                print("filter: " + filter, times(() -> search.find(parsed)));
            }
        }
        Files.delete(file);
        Files.delete(SessionSearch.indexOf(file));
    }

    private static void open(Path file, int bodyBytes) throws Exception {
        new Made(bodyBytes).session(file, EXCHANGES);
        print("open: megabytes", Files.size(file) / 1e6);
        print("open: first rows", times(() -> {
            try (var reader = SessionReader.open(file)) {
                if (reader.newest(1_000).size() != 1_000
                        || SessionOverview.of(file).exchanges() != EXCHANGES) {
                    throw new AssertionError("not all is there");
                }
            }
        }));
        print("open: all rows", times(() -> {
            try (var reader = SessionReader.open(file)) {
                reader.exchanges();
            }
        }));
        Files.delete(file);
    }

    private static void diff() throws Exception {
        var left = answered(json(0));
        var right = answered(json(200));
        print("diff: the first of this process", time(() -> Comparing.compare(left, right, IgnoreRules.standard())));
        print("diff: two JSON bodies of 1 MB", times(() -> Comparing.compare(left, right, IgnoreRules.standard())));
    }

    /** A list of 1 MB, of which every so manieth element is another one, and one is missing; 0 for none. */
    private static String json(int other) {
        var random = new Random(5);
        var text = new StringBuilder("[");
        for (int i = 0; text.length() < 1_000_000; i++) {
            boolean changed = other > 0 && i % other == 7;
            int number = random.nextInt(1_000_000);
            if (other > 0 && i == 1_000) {
                continue;
            }
            text.append(text.length() > 1 ? ",\n" : "")
                    .append("{\"id\": " + i + ", \"title\": \"note " + (changed ? -number : number)
                            + "\", \"tags\": [\"a\", \"b" + number % 9 + "\"], \"done\": " + (number % 2 == 0) + "}");
        }
        return text.append("]").toString();
    }

    private static Captured answered(String body) {
        return Captured.request(1, Instant.EPOCH, new RequestHead("GET", "/", "HTTP/1.1", List.of(), ""), new byte[0])
                .answered(
                        new Captured.Response(
                                "200 OK",
                                List.of(new Header("Content-Type", "application/json")),
                                Bytes.of(body.getBytes(UTF_8))),
                        java.time.Duration.ZERO);
    }

    private static double time(Work work) throws Exception {
        long started = System.nanoTime();
        work.run();
        return (System.nanoTime() - started) / 1e6;
    }

    private static double[] times(Work work) throws Exception {
        var times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            times[i] = time(work);
        }
        return times;
    }

    private static void print(String name, double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%s\t%.2f\t%.2f\t%d%n",
                name,
                sorted[sorted.length / 2],
                sorted[sorted.length - 1],
                sorted.length);
    }
}
