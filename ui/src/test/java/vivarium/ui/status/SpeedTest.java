package vivarium.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpeedTest {
    @Test
    void bothAreNamedWhetherInUseOrNot() {
        assertEquals("JIT · AOT cache", new Speed(Optional.empty(), true).words());
        assertEquals("No JIT · no AOT cache", new Speed(Optional.of("no compiler"), false).words());
    }

    @Test
    void theReasonIsExplained() {
        assertTrue(new Speed(Optional.of("no compiler"), false).explanation().contains("no compiler"));
    }
}
