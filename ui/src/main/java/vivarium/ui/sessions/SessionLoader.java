package vivarium.ui.sessions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import vivarium.journal.Event;
import vivarium.journal.ExchangeSummary;
import vivarium.journal.SessionException;
import vivarium.journal.SessionReader;

/** Reads a session from its file into the window, portion by portion, on the thread that runs it. */
public final class SessionLoader implements Runnable {
    /** Rows that come first: more than a screen. */
    public static final int FIRST = 1_000;

    private static final int ROWS = 20_000;
    private static final int EVENTS = 2_000;

    /** Portions that the FX thread has not taken yet. */
    private static final int WAITING = 3;

    /** What is told of the session's content. All on the FX thread. */
    public interface Receiver {
        /** Rows in the order of their numbers. */
        void rows(List<ExchangeSummary> rows);

        /** Events in the journal's order. */
        void events(List<Event> events);

        /** From 0 to 1. */
        void progress(double part);

        /** Nothing more comes; the complaint is empty where all was read. */
        void done(String complaint);
    }

    private final Path file;
    private final Executor fx;
    private final Receiver receiver;
    private final Semaphore room = new Semaphore(WAITING);
    private volatile boolean ended;

    public SessionLoader(Path file, Executor fx, Receiver receiver) {
        this.file = file;
        this.fx = fx;
        this.receiver = receiver;
    }

    /** No more is read. Any thread. */
    public void end() {
        ended = true;
    }

    @Override
    public void run() {
        try (var reader = SessionReader.open(file)) {
            var rows = reader.exchanges();
            for (int from = 0; from < rows.size(); from += ROWS) {
                var portion = rows.subList(from, Math.min(rows.size(), from + ROWS));
                hand(() -> receiver.rows(portion));
            }
            readEvents(reader);
            fx.execute(() -> receiver.done(""));
        } catch (SessionException unreadable) {
            fx.execute(() -> receiver.done(String.valueOf(unreadable.getMessage())));
        } catch (CancellationException asked) {
            fx.execute(() -> receiver.done("Not everything was read: types, marks and log lines are missing below."));
        }
    }

    private void readEvents(SessionReader reader) {
        long all = Math.max(1, reader.size());
        var portion = new ArrayList<Event>();
        var read = new long[1];
        reader.forEach(event -> {
            portion.add(event);
            read[0]++;
            if (portion.size() == EVENTS) {
                hand(portion, (double) read[0] / all);
            }
        });
        hand(portion, 1);
    }

    private void hand(List<Event> portion, double part) {
        var events = List.copyOf(portion);
        portion.clear();
        hand(() -> {
            receiver.events(events);
            receiver.progress(part);
        });
    }

    private void hand(Runnable delivery) {
        room.acquireUninterruptibly();
        if (ended) {
            throw new CancellationException();
        }
        fx.execute(() -> {
            try {
                delivery.run();
            } finally {
                room.release();
            }
        });
    }
}
