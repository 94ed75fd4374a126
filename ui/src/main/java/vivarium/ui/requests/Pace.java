package vivarium.ui.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import vivarium.exchange.Exchanges.Changes;
import vivarium.exchange.Outline;

/**
 * Hands on what batches did, at most so often: nobody can read a table that is another one sixty times a second, and drawing it
 * would take all of the FX thread. FX thread only; what waits is never more than the exchanges that are kept.
 */
final class Pace {
    private final Consumer<Changes> receiver;
    private final PauseTransition rest;
    private final Map<Long, Outline> changed = new LinkedHashMap<>();
    private List<Long> evicted = new ArrayList<>();
    private boolean resting;

    /** @param millis between two calls of the receiver */
    Pace(double millis, Consumer<Changes> receiver) {
        this.receiver = receiver;
        this.rest = new PauseTransition(Duration.millis(millis));
        rest.setOnFinished(over -> {
            resting = false;
            handOn();
        });
    }

    /** Takes what one batch did; hands it on at once where the last time is long enough ago. */
    void accept(Changes changes) {
        changes.changed().forEach(outline -> changed.put(outline.id(), outline));
        changes.evicted().forEach(changed::remove);
        evicted.addAll(changes.evicted());
        handOn();
    }

    /** Hands on what waits, at once. */
    void flush() {
        resting = false;
        handOn();
    }

    /** Forgets what waits. */
    void clear() {
        changed.clear();
        evicted.clear();
    }

    private void handOn() {
        if (resting || (changed.isEmpty() && evicted.isEmpty())) {
            return;
        }
        var changes = new Changes(List.copyOf(changed.values()), evicted);
        changed.clear();
        evicted = new ArrayList<>();
        resting = true;
        rest.playFromStart();
        receiver.accept(changes);
    }
}
