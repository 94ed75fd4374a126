package vivarium.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** Measures the store alone: exchanges a second, and bytes an exchange. A program, not a test. */
final class SessionBenchmark {
    private SessionBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "/tmp"), "bench");
        for (int round = 0; round < 4; round++) {
            var file = folder.resolve("s" + round + ".vivarium");
            var store = SessionStore.create(file, new SessionInfo("0", "p", "embedded", Instant.now()));
            int total = 100_000;
            int batch = 200;
            var started = System.nanoTime();
            for (long id = 1; id <= total; ) {
                var events = new ArrayList<Event>();
                for (int i = 0; i < batch; i++, id++) {
                    events.addAll(Samples.hello(id, id * 1_000));
                }
                store.write(events);
                if (id % 2_000 == 1) {
                    store.commit();
                }
            }
            store.commit();
            var took = Duration.ofNanos(System.nanoTime() - started);
            store.close();
            System.out.printf(
                    "%d exchanges/s, %d bytes each%n", total * 1_000L / took.toMillis(), Files.size(file) / total);
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
