package vivarium.engine.embedded;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vivarium.engine.WsgiCall;

/** What is known of each thread that runs Python: which exchange it serves, and whether a logging handler is at work on it. */
final class ThreadStates {
    private static final class State {
        private @Nullable WsgiCall call;
        private int loggingLevel;
    }

    private final ThreadLocal<State> states = ThreadLocal.withInitial(State::new);

    /** The calling thread serves this request from now on; null: none. */
    void serves(@Nullable WsgiCall call) {
        states.get().call = call;
    }

    /** The request that the calling thread serves. */
    Optional<WsgiCall> call() {
        return Optional.ofNullable(states.get().call);
    }

    /** What the calling thread writes from now on is a logging record of this level; 0: is not. */
    void logs(int level) {
        states.get().loggingLevel = level;
    }

    /** The exchange that the calling thread serves, or 0. */
    long exchange() {
        WsgiCall call = states.get().call;
        return call == null ? 0 : call.exchange();
    }

    /** The level of the logging record that the calling thread is writing, or 0. */
    int loggingLevel() {
        return states.get().loggingLevel;
    }
}
