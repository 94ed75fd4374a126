package vivarium.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vivarium.ui.run.Phase;

final class StatusViewModelTest {
    private final AtomicLong nanos = new AtomicLong();
    private boolean paused;
    private final StatusViewModel model = new StatusViewModel(nanos::get, () -> 300L << 20, () -> paused);

    @Test
    void countsTheSecondsOfWhatIsGoingOn() {
        model.phase(Phase.LOADING);
        assertEquals("Loading application…", model.state().get());

        nanos.addAndGet(3_000_000_000L);
        model.tick();
        assertEquals("Loading application… 3 s", model.state().get());
    }

    @Test
    void saysWhatAReloadWaitsFor() {
        paused = true;
        model.phase(Phase.RELOADING);
        assertEquals(
                "The reload waits until what is paused goes on", model.state().get());

        paused = false;
        model.tick();
        assertEquals("Reloading…", model.state().get());
    }

    @Test
    void countsNothingOnceItServes() {
        model.phase(Phase.SERVING);
        nanos.addAndGet(3_000_000_000L);
        model.tick();

        assertEquals("Serving", model.state().get());
        assertEquals("300 MB", model.memory().get());
    }
}
