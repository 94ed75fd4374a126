package vivarium.ui.replay;

import java.util.Optional;
import vivarium.exchange.Outline;
import vivarium.exchange.Phase;

/** What became of a request that was sent again. */
enum Verdict {
    RUNNING("running"),
    FIXED("fixed"),
    BROKEN("broken"),
    STILL_FAILS("still fails"),
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

    /** @param origin empty where it is not kept any more */
    static Verdict of(Optional<Outline> origin, Outline replay) {
        if (replay.phase() != Phase.OVER) {
            return RUNNING;
        }
        boolean failed = origin.filter(Outline::troubled).isPresent();
        return replay.troubled() ? (failed ? STILL_FAILS : BROKEN) : (failed ? FIXED : FINE);
    }
}
