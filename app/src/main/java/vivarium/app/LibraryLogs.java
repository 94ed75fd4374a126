package vivarium.app;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import vivarium.journal.ErrorLog;
import vivarium.journal.LogLevel;

/** Leads what the Java libraries have to warn of into the error log, a line each; their chatter goes nowhere. */
final class LibraryLogs extends Handler {
    private final ErrorLog log;

    private LibraryLogs(ErrorLog log) {
        this.log = log;
    }

    /** Takes over from the console handler that Java starts with. */
    static void into(ErrorLog log) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new LibraryLogs(log));
    }

    @Override
    public void publish(LogRecord record) {
        String text = new SimpleFormatter().formatMessage(record);
        Throwable thrown = record.getThrown();
        log.server(
                record.getLevel().intValue() >= Level.SEVERE.intValue() ? LogLevel.ERROR : LogLevel.WARNING,
                record.getLoggerName() + ": " + text + (thrown == null ? "" : " (" + thrown + ")"));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
