package vivarium.journal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed under load loses no exchange that is older than 250 ms. */
class KilledSessionTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(60)
    void theFileOpensAndMissesNothingOld() throws Exception {
        var file = folder.resolve("killed.vivarium");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long promised = 0;
        try (var lines = process.inputReader()) {
            while (promised < 5_000) {
                promised = Long.parseLong(next(lines));
            }
            // By its handle: the process itself would close the stream that is still to be read.
            process.toHandle().destroyForcibly();
            process.waitFor();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                // The last line may have been cut by the kill.
                promised = line.endsWith(";") ? Long.parseLong(line.replace(";", "")) : promised;
            }
        }

        try (var reader = SessionReader.open(file)) {
            long recorded = reader.exchanges().stream()
                    .filter(e -> e.durationMs().isPresent())
                    .count();
            assertTrue(recorded >= promised, recorded + " recorded of " + promised + " that were 250 ms old");
        }
    }

    private static String next(BufferedReader lines) throws Exception {
        var line = lines.readLine();
        return line == null ? "the child ended by itself" : line.replace(";", "");
    }

    /** Appends about 2,000 exchanges a second and prints how many were complete 250 ms ago. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            var store = SessionStore.create(Path.of(arguments[0]), Samples.INFO);
            var journal = EventJournal.open(JournalClock.started(), JournalBounds.standard(), store);
            // One slot for each 10 ms.
            var history = new long[25];
            long id = 0;
            for (int tick = 0; ; tick++) {
                System.out.println(history[tick % history.length] + ";");
                for (int i = 0; i < 20; i++) {
                    List<Event> events = Samples.hello(++id, journal.now());
                    events.forEach(journal::append);
                }
                history[tick % history.length] = id;
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
    }
}
