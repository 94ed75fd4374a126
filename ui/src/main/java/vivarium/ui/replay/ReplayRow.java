package vivarium.ui.replay;

import java.util.Optional;
import vivarium.exchange.Outline;

/**
 * A request that was sent again.
 *
 * @param origin the exchange that it repeats; empty where it is not kept any more
 */
record ReplayRow(Outline replay, Optional<Outline> origin) {
    Verdict verdict() {
        return Verdict.of(origin, replay);
    }

    /** The statuses before and after. */
    String statuses() {
        return origin.map(Outline::status).map(ReplayRow::status).orElse("?") + " → " + status(replay.status());
    }

    private static String status(int code) {
        return code == 0 ? "…" : Integer.toString(code);
    }
}
