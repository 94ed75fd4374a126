package vivarium.ui.replay;

import java.util.Optional;
import vivarium.exchange.Outline;
import vivarium.exchange.Phase;
import vivarium.replay.Likeness;

/** What became of a request that was sent again. */
enum Verdict {
    RUNNING("running"),
    FIXED("fixed"),
    BROKEN("broken"),
    STILL_FAILS("still fails"),
    DIFFERS("answers otherwise"),
    FINE("fine");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** For the list. */
    String words() {
        return words;
    }

    /** Whether it is as it should be; nothing can be said of one that runs. */
    boolean green() {
        return this == FIXED || this == FINE;
    }

    /** Whether it is as it should not be. */
    boolean red() {
        return this == BROKEN || this == STILL_FAILS || this == DIFFERS;
    }

    /**
     * @param origin empty where it is not kept any more
     * @param likeness how the answers compare; empty where that is not known
     */
    static Verdict of(Optional<Outline> origin, Outline replay, Optional<Likeness> likeness) {
        if (replay.phase() != Phase.OVER) {
            return RUNNING;
        }
        boolean failed = origin.filter(Outline::troubled).isPresent();
        if (replay.troubled()) {
            return failed ? STILL_FAILS : BROKEN;
        }
        return failed ? FIXED : likeness.filter(same -> !same.sameAnswer()).isPresent() ? DIFFERS : FINE;
    }
}
