package vivarium.journal;

/**
 * The error log: where Vivarium says what concerns the application's author, beside what the application writes itself.
 *
 * <p>Safe for any thread; never blocks. Lines are kept with the thread that wrote them.
 */
public final class ErrorLog {
    private final Journal journal;

    /** An error log whose lines are events of this journal. */
    public ErrorLog(Journal journal) {
        this.journal = journal;
    }

    /** Where its lines go. */
    public Journal journal() {
        return journal;
    }

    /** A line of Vivarium's own that belongs to no exchange. */
    public void server(LogLevel level, String text) {
        write(0, level, LogStream.SERVER, text);
    }

    /** A line of any kind; {@code exchange} is 0 where it belongs to none. */
    public void write(long exchange, LogLevel level, LogStream stream, String text) {
        journal.append(new Event.LogLine(
                journal.now(), exchange, level, stream, Thread.currentThread().getName(), text));
    }
}
