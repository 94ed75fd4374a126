package vivarium.journal;

/** The kinds of events by the numbers and names that session files hold. Numbers are never given to another kind. */
enum Kind {
    REQUEST_STARTED(1),
    APPLICATION_ENTERED(2),
    INPUT_READ(3),
    RESPONSE_STARTED(4),
    CHUNK_WRITTEN(5),
    LOG_LINE(6),
    EXCEPTION_RAISED(7),
    EXCHANGE_ENDED(8),
    APPLICATION_LOADED(9),
    APPLICATION_FAILED(10),
    STACKS_DUMPED(11),
    EVENTS_LOST(12),
    PAUSED(13),
    RESUMED(14),
    FINDING_MADE(15),
    EXAMINED(16);

    private final int number;

    Kind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** For example {@code request-started}. */
    String label() {
        return Labels.of(this).replace(' ', '-');
    }

    /** The kind with this number. */
    static Kind of(int number) {
        for (var kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new SessionException("It holds an event of the unknown kind " + number + ".");
    }
}
