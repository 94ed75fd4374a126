package vivarium.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vivarium.journal.Bytes;
import vivarium.journal.Event;
import vivarium.journal.Event.ApplicationEntered;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.ExchangeEnded;
import vivarium.journal.Event.FindingMade;
import vivarium.journal.Event.InputRead;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Event.Paused;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Event.ResponseStarted;
import vivarium.journal.Event.Resumed;
import vivarium.journal.Note;
import vivarium.journal.Outcome;

/** One exchange in the making. For one thread. */
final class Assembly {
    /** Events that are kept one by one; a download in small chunks can have a million. */
    private static final int MOST_EVENTS = 2_000;

    private final RequestStarted started;
    private final List<Event> events = new ArrayList<>(6);
    private long leftOut;
    private long keptBytes;
    private boolean forgotten;

    private Phase phase = Phase.WAITING;
    private String thread = "";
    private int status;
    private String type = "";
    private long requestBytes;
    private long responseBytes;
    private long nanos = -1;
    private String exception = "";
    private int errors;
    private int findings;
    private @Nullable Outcome outcome;
    private boolean paused;
    private long pausedNanos;
    private boolean gaps;
    private Note note = Note.NONE;

    Assembly(RequestStarted started) {
        this.started = started;
        this.events.add(started);
    }

    long id() {
        return started.exchange();
    }

    String path() {
        return started.request().path();
    }

    boolean over() {
        return phase == Phase.OVER;
    }

    /** Bytes of bodies that it holds on to. */
    long keptBytes() {
        return keptBytes;
    }

    Note note() {
        return note;
    }

    void note(Note now) {
        note = now;
    }

    void markGaps() {
        gaps = true;
    }

    void add(Event event) {
        keep(event);
        switch (event) {
            case ApplicationEntered e -> {
                thread = e.thread();
                phase = phase.advanceTo(Phase.IN_APPLICATION);
            }
            case InputRead e -> requestBytes += e.data().length();
            case ResponseStarted e -> {
                status = code(e.status());
                type = MediaType.in(e.headers()).essence();
                phase = phase.advanceTo(Phase.RESPONDING);
            }
            case ChunkWritten e -> responseBytes += e.data().length();
            case LogLine e -> errors += e.isError() ? 1 : 0;
            case FindingMade _ -> findings++;
            case ExceptionRaised e -> exception = e.failure().type();
            case Paused e -> paused = true;
            case Resumed e -> {
                paused = false;
                pausedNanos += e.nanos();
            }
            case ExchangeEnded e -> {
                paused = false;
                nanos = e.at() - started.at();
                outcome = e.outcome();
                phase = Phase.OVER;
            }
            default -> {}
        }
    }

    private void keep(Event event) {
        // What there is only one of is always kept.
        boolean one = switch (event) {
            case ChunkWritten _, InputRead _, LogLine _, Paused _, Resumed _ -> false;
            default -> true;
        };
        if (events.size() < MOST_EVENTS || one) {
            events.add(event);
            keptBytes += body(event).kept().length;
        } else {
            leftOut++;
        }
    }

    /** Gives up the bodies, not their lengths; returns how many bytes that freed. */
    long forgetBodies() {
        events.replaceAll(event -> switch (event) {
            case InputRead e -> new InputRead(e.at(), e.exchange(), e.call(), emptied(e.data()));
            case ChunkWritten e -> new ChunkWritten(e.at(), e.exchange(), emptied(e.data()));
            default -> event;
        });
        long freed = keptBytes;
        keptBytes = 0;
        forgotten = true;
        return freed;
    }

    Outline outline() {
        return new Outline(
                id(),
                started.at(),
                started.request(),
                started.origin(),
                phase,
                thread,
                status,
                type,
                requestBytes,
                responseBytes,
                nanos,
                exception,
                errors,
                findings,
                Optional.ofNullable(outcome),
                paused,
                pausedNanos,
                gaps,
                note);
    }

    Exchange exchange() {
        return new Exchange(outline(), events, leftOut, forgotten);
    }

    private static Bytes body(Event event) {
        return switch (event) {
            case InputRead e -> e.data();
            case ChunkWritten e -> e.data();
            default -> Bytes.none();
        };
    }

    private static Bytes emptied(Bytes bytes) {
        return new Bytes(Bytes.none().kept(), bytes.length());
    }

    /** 0 for a status line that an application got wrong. */
    private static int code(String status) {
        int code = 0;
        for (int i = 0; i < status.length() && i < 3; i++) {
            int digit = Character.digit(status.charAt(i), 10);
            if (digit < 0) {
                return 0;
            }
            code = 10 * code + digit;
        }
        return code;
    }
}
