package vivarium.ui.replay;

import java.util.Optional;
import vivarium.exchange.Outline;
import vivarium.replay.Likeness;

/**
 * A request that was sent again.
 *
 * @param origin the exchange that it repeats; empty where it is not kept any more
 * @param likeness how the answers compare; empty where that is not known
 */
record ReplayRow(Outline replay, Optional<Outline> origin, Optional<Likeness> likeness) {
    Verdict verdict() {
        return Verdict.of(origin, replay, likeness);
    }

    /** The same, with how the answers compare. */
    ReplayRow with(Likeness known) {
        return new ReplayRow(replay, origin, Optional.of(known));
    }

    /** The statuses before and after. */
    String statuses() {
        return origin.map(Outline::status).map(ReplayRow::status).orElse("?") + " → " + status(replay.status());
    }

    private static String status(int code) {
        return code == 0 ? "…" : Integer.toString(code);
    }
}
