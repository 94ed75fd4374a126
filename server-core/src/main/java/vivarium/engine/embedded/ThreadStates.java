package vivarium.engine.embedded;

/** What is known of each thread that runs Python: which exchange it serves, and whether a logging handler is at work on it. */
final class ThreadStates {
    private static final class State {
        private long exchange;
        private int loggingLevel;
    }

    private final ThreadLocal<State> states = ThreadLocal.withInitial(State::new);

    /** The calling thread serves this exchange from now on; 0: none. */
    void serves(long exchange) {
        states.get().exchange = exchange;
    }

    /** What the calling thread writes from now on is a logging record of this level; 0: is not. */
    void logs(int level) {
        states.get().loggingLevel = level;
    }

    /** The exchange that the calling thread serves, or 0. */
    long exchange() {
        return states.get().exchange;
    }

    /** The level of the logging record that the calling thread is writing, or 0. */
    int loggingLevel() {
        return states.get().loggingLevel;
    }
}
