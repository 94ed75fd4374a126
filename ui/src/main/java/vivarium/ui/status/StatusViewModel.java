package vivarium.ui.status;

import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import vivarium.ui.run.Phase;

/** Puts the state into words; knows how long something has been going on. FX thread only. */
public final class StatusViewModel {
    private static final long MIB = 1 << 20;

    private final LongSupplier nanos;
    private final LongSupplier usedBytes;
    private final BooleanSupplier requestsPaused;
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");
    private Phase phase = Phase.BOOTING;
    private long since;

    /**
     * @param nanos a clock such as {@link System#nanoTime}
     * @param usedBytes how much memory is in use
     * @param requestsPaused whether the debugger holds requests
     */
    public StatusViewModel(LongSupplier nanos, LongSupplier usedBytes, BooleanSupplier requestsPaused) {
        this.nanos = nanos;
        this.usedBytes = usedBytes;
        this.requestsPaused = requestsPaused;
        since = nanos.getAsLong();
        tick();
    }

    /** Something else is going on from now. */
    public void phase(Phase now) {
        phase = now;
        since = nanos.getAsLong();
        tick();
    }

    /** Brings the words up to date; to be called about once a second. */
    public void tick() {
        Duration lasting = Duration.ofNanos(nanos.getAsLong() - since);
        state.set(
                phase == Phase.RELOADING && requestsPaused.getAsBoolean()
                        ? "The reload waits until what is paused goes on"
                        : phase.busy() && lasting.toSeconds() >= 1
                                ? String.format(Locale.ROOT, "%s… %d s", phase.label(), lasting.toSeconds())
                                : phase.busy() ? phase.label() + "…" : phase.label());
        memory.set(String.format(Locale.ROOT, "%,d MB", usedBytes.getAsLong() / MIB));
    }

    /** The phase in words, with the seconds that it has lasted if it will end by itself. */
    public ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    /** Memory in use. */
    public ReadOnlyStringProperty memory() {
        return memory.getReadOnlyProperty();
    }
}
