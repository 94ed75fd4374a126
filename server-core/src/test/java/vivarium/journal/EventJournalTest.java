package vivarium.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.EventsLost;
import vivarium.journal.Event.LogLine;

class EventJournalTest {
    private static final JournalClock CLOCK = new JournalClock(Instant.EPOCH, () -> 42);

    private final List<Event> delivered = new ArrayList<>();

    private static EventJournal open(Recorder recorder) {
        return EventJournal.open(CLOCK, JournalBounds.standard(), recorder);
    }

    private static LogLine line(String thread, int number) {
        return new LogLine(number, 0, LogLevel.INFO, LogStream.STDOUT, thread, "line " + number);
    }

    @Test
    void subscribersAndRecorderGetEverythingInTheOrderOfEachThread() throws Exception {
        var recorder = new ListRecorder();
        var journal = open(recorder);
        var batches = new AtomicInteger();
        journal.subscribe(events -> {
            batches.incrementAndGet();
            delivered.addAll(events);
        });
        var threads = new ArrayList<Thread>();
        for (int t = 0; t < 4; t++) {
            var name = "t" + t;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 10_000; i++) {
                    journal.append(line(name, i));
                }
            }));
        }
        for (var thread : threads) {
            thread.join();
        }
        journal.flush();
        journal.close();

        var next = new TreeMap<String, Integer>();
        for (var event : delivered) {
            var line = (LogLine) event;
            assertEquals(line(line.thread(), next.merge(line.thread(), 1, Integer::sum) - 1), line);
        }
        assertEquals("{t0=10000, t1=10000, t2=10000, t3=10000}", next.toString());
        assertEquals(delivered, recorder.committed);
        assertTrue(batches.get() < 10_000, "in batches, not one by one: " + batches);
    }

    @Test
    void closingDeliversAndCommitsWhatWasAppended() {
        var recorder = new ListRecorder();
        var journal = open(recorder);
        journal.append(line("t", 1));
        journal.close();
        journal.append(line("t", 2));
        journal.close();
        journal.flush();

        assertEquals(List.of(line("t", 1)), recorder.committed);
        assertTrue(recorder.closed);
    }

    @Test
    void commitsWithoutBeingAsked() throws Exception {
        var asked = new CountDownLatch(1);
        try (var journal = open(new ListRecorder() {
            @Override
            public void commit() {
                super.commit();
                asked.countDown();
            }
        })) {
            journal.append(line("t", 1));
            asked.await();
        }
    }

    @Test
    void aSubscriberThatThrowsIsLoggedOnceAndBreaksNothing() {
        var logged = new ArrayList<LogRecord>();
        var logger = Logger.getLogger(Subscribers.class.getName());
        var handler = handler(logged::add);
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try (var journal = open(Recorder.none())) {
            journal.subscribe(events -> {
                throw new AssertionError("broken");
            });
            journal.subscribe(delivered::addAll);
            journal.append(line("t", 1));
            journal.flush();
            journal.append(line("t", 2));
            journal.flush();
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }

        assertEquals(List.of(line("t", 1), line("t", 2)), delivered);
        assertEquals(1, logged.size());
    }

    @Test
    void whoUnsubscribedGetsNoMore() {
        try (var journal = open(Recorder.none())) {
            var subscription = journal.subscribe(delivered::addAll);
            journal.append(line("t", 1));
            journal.flush();
            subscription.close();
            journal.append(line("t", 2));
            journal.flush();
        }

        assertEquals(List.of(line("t", 1)), delivered);
    }

    @Test
    void aSubscriberCannotWaitForItself() {
        var thrown = ConcurrentHashMap.<Class<?>>newKeySet();
        try (var journal = open(Recorder.none())) {
            journal.subscribe(events -> thrown.add(
                    assertThrows(IllegalStateException.class, journal::flush).getClass()));
            journal.append(line("t", 1));
            journal.flush();
        }

        assertEquals(Set.of(IllegalStateException.class), thrown);
    }

    @Test
    void aRecorderThatFailsIsClosedAndSaidOnceAndTheRestGoesOn() {
        var recorder = new ListRecorder() {
            @Override
            public void write(List<Event> events) {
                throw new SessionException("The disk is full.");
            }
        };
        try (var journal = open(recorder)) {
            journal.subscribe(delivered::addAll);
            journal.append(line("t", 1));
            journal.flush();
            journal.append(line("t", 2));
            journal.flush();
        }

        var message = new LogLine(42, 0, LogLevel.ERROR, LogStream.SERVER, "vivarium-journal", "The disk is full.");
        assertEquals(List.of(line("t", 1), message, line("t", 2)), delivered);
        assertTrue(recorder.closed);
    }

    @Test
    void whatDoesNotFitIsCountedAndNobodyWaits() throws Exception {
        var busy = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var journal = EventJournal.open(CLOCK, new JournalBounds(3, 1_000_000, 10), Recorder.none())) {
            journal.subscribe(events -> {
                delivered.addAll(events);
                busy.countDown();
                awaitQuietly(go);
            });
            journal.append(line("t", 0));
            busy.await();
            // The one that is being delivered counts: it is still in memory.
            for (int i = 1; i < 6; i++) {
                journal.append(line("t", i));
            }
            go.countDown();
        }

        assertEquals(List.of(line("t", 0), line("t", 1), line("t", 2), new EventsLost(42, 3)), delivered);
    }

    @Test
    void bodiesGiveWayBeforeEvents() {
        var queue = new EventQueue(new JournalBounds(100, 2_000, 10_000));
        queue.offer(new ChunkWritten(1, 1, Bytes.of(new byte[600])));
        queue.offer(new ChunkWritten(2, 1, Bytes.of(new byte[600])));
        for (int i = 0; i < 20; i++) {
            queue.offer(line("t", i));
        }
        var batch = queue.drain(7);
        queue.release(batch);
        queue.offer(new ChunkWritten(3, 1, Bytes.of(new byte[600])));

        assertEquals(
                "[600 of 600, 0 of 600]",
                batch.events().stream()
                        .filter(ChunkWritten.class::isInstance)
                        .map(e -> ((ChunkWritten) e).data())
                        .map(b -> b.kept().length + " of " + b.length())
                        .toList()
                        .toString());
        assertEquals(new EventsLost(7, 9), batch.events().getLast());
        assertEquals(
                600, ((ChunkWritten) queue.drain(8).events().getFirst()).data().kept().length);
    }

    @Test
    void bodiesAreCutAtTheLimitAndKeepTheirLength() {
        try (var journal = EventJournal.open(CLOCK, new JournalBounds(100, 1_000_000, 6), Recorder.none())) {
            journal.subscribe(delivered::addAll);
            Samples.post(1, Samples.bytes("abcd"), Samples.bytes("efgh")).forEach(journal::append);
            Samples.post(1, Samples.bytes("1234"), Samples.bytes("")).forEach(journal::append);
        }

        var bodies = delivered.stream()
                .map(event -> switch (event) {
                    case Event.InputRead e -> e.data();
                    case ChunkWritten e -> e.data();
                    default -> Bytes.none();
                })
                .toList();
        assertEquals(
                List.of(0L, 4L, 4L, 4L, 0L, 0L, 4L, 0L, 0L, 0L),
                bodies.stream().map(Bytes::length).toList());
        assertArrayEquals(Samples.bytes("abcd"), bodies.get(1).kept());
        assertArrayEquals(Samples.bytes("ef"), bodies.get(2).kept());
        assertArrayEquals(Samples.bytes("efgh"), bodies.get(3).kept());
        assertArrayEquals(Samples.bytes("1234"), bodies.get(6).kept());
    }

    private static Handler handler(Consumer<LogRecord> consumer) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                consumer.accept(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static class ListRecorder implements Recorder {
        final List<Event> written = new ArrayList<>();
        List<Event> committed = List.of();
        boolean closed;

        @Override
        public void write(List<Event> events) {
            written.addAll(events);
        }

        @Override
        public void commit() {
            committed = List.copyOf(written);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
