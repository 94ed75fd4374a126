package vivarium.journal;

/** Where a log line came from. */
public enum LogStream {
    /** The stream in the environ (PEP 3333). */
    WSGI_ERRORS("wsgi.errors"),
    STDERR("stderr"),
    STDOUT("stdout"),
    /** A record of Python's {@code logging}, whichever stream its handler wrote it to. */
    LOGGING("logging"),
    /** Vivarium itself. */
    SERVER("server");

    private final String label;

    LogStream(String label) {
        this.label = label;
    }

    /** The name that users see and that the session file holds. */
    public String label() {
        return label;
    }

    /** The stream with this label. */
    static LogStream ofLabel(String label) {
        for (var stream : values()) {
            if (stream.label.equals(label)) {
                return stream;
            }
        }
        throw new IllegalArgumentException("No stream is called " + label);
    }
}
