import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import vivarium.journal.Event;
import vivarium.journal.EventJournal;
import vivarium.journal.JournalBounds;
import vivarium.journal.JournalClock;
import vivarium.journal.Recorder;
import vivarium.journal.SessionReader;
import vivarium.journal.SessionStore;

/** How many exchanges a second the session file takes, and what that costs the threads whose requests are recorded. */
final class Ingest {
    private static final int EXCHANGES = 60_000;
    private static final int BATCH = 200;
    private static final int PACE = 5_000;
    private static final int SECONDS = 8;
    private static final int BODY = 100;

    private final Path folder;

    Ingest(Path folder) {
        this.folder = folder;
    }

    /** Exchanges a second, as fast as the store takes them. */
    double written() throws Exception {
        var file = folder.resolve("written.vivarium");
        var made = new Made(BODY);
        var batches = new ArrayList<List<Event>>();
        for (long id = 1; id <= EXCHANGES; ) {
            var events = new ArrayList<Event>();
            for (int i = 0; i < BATCH; i++, id++) {
                events.addAll(made.exchange(id, id * 1_000));
            }
            batches.add(events);
        }
        long started = System.nanoTime();
        try (var store = SessionStore.create(file, Made.info())) {
            for (int i = 0; i < batches.size(); i++) {
                store.write(batches.get(i));
                if (i % 5 == 4) {
                    store.commit();
                }
            }
            store.commit();
        }
        double perSecond = EXCHANGES * 1e9 / (System.nanoTime() - started);
        Files.delete(file);
        return perSecond;
    }

    /** Microseconds of its own thread that the journal takes from a request, at 5,000 requests a second; and how many are missing. */
    double[] paced(boolean recorded) throws Exception {
        var file = folder.resolve("paced.vivarium");
        var made = new Made(BODY);
        var lost = new AtomicLong();
        long total = (long) PACE * SECONDS;
        var requests = new ArrayList<List<Event>>();
        for (long id = 1; id <= total; id++) {
            requests.add(made.exchange(id, id * 1_000));
        }
        long taken = 0;
        try (var journal = EventJournal.open(
                JournalClock.started(),
                JournalBounds.standard(),
                recorded ? SessionStore.create(file, Made.info()) : Recorder.none())) {
            journal.subscribe(batch -> batch.forEach(event -> {
                if (event instanceof Event.EventsLost left) {
                    lost.addAndGet(left.count());
                }
            }));
            long started = System.nanoTime();
            for (int i = 0; i < total; i++) {
                long due = started + i * 1_000_000_000L / PACE;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                long before = System.nanoTime();
                requests.get(i).forEach(journal::append);
                taken += System.nanoTime() - before;
            }
        }
        long missing = lost.get();
        if (recorded) {
            try (var reader = SessionReader.open(file)) {
                missing += total - reader.count();
            }
            Files.delete(file);
        }
        return new double[] {taken / 1e3 / total, missing};
    }
}
