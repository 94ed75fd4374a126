package vivarium.journal;

/** How much a log line matters, as Python's {@code logging} and Apache's error log both order it. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR,
    CRITICAL;

    /** The level of a Python logging record ({@code logging.INFO} is 20, and so on; in between counts as the lower one). */
    public static LogLevel ofPython(int number) {
        return number >= 50 ? CRITICAL : number >= 40 ? ERROR : number >= 30 ? WARNING : number >= 20 ? INFO : DEBUG;
    }
}
