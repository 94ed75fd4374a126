package vivarium.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class EnvironBuilderTest {
    @Test
    void timesAreWrittenAsPythonWritesThem() {
        assertEquals("1795258693.62605", EnvironBuilder.seconds(1_795_258_693_626_050L));
        assertEquals("1795258693.000001", EnvironBuilder.seconds(1_795_258_693_000_001L));
        assertEquals("1795258690.0", EnvironBuilder.seconds(1_795_258_690_000_000L));
    }
}
