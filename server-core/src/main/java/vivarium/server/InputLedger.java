package vivarium.server;

import java.io.ByteArrayOutputStream;
import vivarium.journal.Bytes;
import vivarium.journal.Event;
import vivarium.journal.Journal;

/**
 * Tells the journal what the application read. Equal calls in a row become one event, so that a body iterated line by line
 * is not a hundred thousand events. For one thread at a time.
 */
final class InputLedger {
    private static final int ENOUGH = 1 << 16;

    private final long exchange;
    private final Journal journal;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
    private String label = "";
    private int calls;
    private long at;

    InputLedger(long exchange, Journal journal) {
        this.exchange = exchange;
        this.journal = journal;
    }

    /** @param call what the application called; empty for a further part of what the last call gets */
    void took(String call, byte[] data) {
        if (call.isEmpty()) {
            bytes.writeBytes(data);
            return;
        }
        if (calls > 0 && (!call.equals(label) || bytes.size() + data.length > ENOUGH)) {
            settle();
        }
        if (calls == 0) {
            at = journal.now();
            label = call;
        }
        calls++;
        bytes.writeBytes(data);
    }

    /** Hands over what was read so far; called before any other event of the exchange. */
    void settle() {
        if (calls > 0) {
            String call = calls == 1 ? label : label + " × " + calls;
            journal.append(new Event.InputRead(at, exchange, call, Bytes.of(bytes.toByteArray())));
            calls = 0;
            bytes.reset();
        }
    }
}
