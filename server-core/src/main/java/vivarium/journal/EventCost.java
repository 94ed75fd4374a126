package vivarium.journal;

import vivarium.journal.Event.ApplicationEntered;
import vivarium.journal.Event.ApplicationFailed;
import vivarium.journal.Event.ChunkWritten;
import vivarium.journal.Event.Examined;
import vivarium.journal.Event.ExceptionRaised;
import vivarium.journal.Event.InputRead;
import vivarium.journal.Event.LogLine;
import vivarium.journal.Event.RequestStarted;
import vivarium.journal.Event.ResponseStarted;
import vivarium.journal.Event.StacksDumped;

/** What an event weighs in memory: an estimate that must be quick, as it is made on the request's thread. */
final class EventCost {
    /** An object with its fields, and the queue's node. */
    private static final int BASE = 100;

    /** A header or an environ entry, of which most are short. */
    private static final int ENTRY = 100;

    private EventCost() {}

    /** Bytes, about. */
    static long of(Event event) {
        return BASE
                + switch (event) {
                    case RequestStarted e ->
                        e.request().target().length()
                                + (long) ENTRY * e.request().headers().size();
                    case ApplicationEntered e ->
                        ENTRY / 2L * e.environ().strings().size();
                    case ResponseStarted e -> (long) ENTRY * e.headers().size();
                    case InputRead e -> e.data().kept().length;
                    case ChunkWritten e -> e.data().kept().length;
                    case LogLine e -> e.text().length();
                    case ExceptionRaised e -> ofFailure(e.failure());
                    case ApplicationFailed e -> ofFailure(e.failure());
                    case StacksDumped e -> e.text().length();
                    case Examined e -> e.report().length();
                    default -> 0;
                };
    }

    private static long ofFailure(PythonFailure failure) {
        return failure.message().length()
                + failure.traceback().length()
                + (long) ENTRY * failure.frames().size();
    }
}
