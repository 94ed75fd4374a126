package vivarium.app.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();

    private TerminalProgress progress(boolean terminal) {
        return new TerminalProgress(new PrintStream(out, true, UTF_8), terminal, now::get);
    }

    @Test
    void saysHowFarItIsAfterASecondAndNothingIsLeft() {
        try (var progress = progress(true)) {
            assertTrue(progress.proceed(1, 10));
            assertEquals("", out.toString(UTF_8));
            now.set(1_000_000_000);
            assertTrue(progress.proceed(3, 10));
            now.set(1_100_000_000);
            progress.proceed(4, 10);
            now.set(1_300_000_000);
            progress.proceed(5, 10);
        }
        var said = out.toString(UTF_8).replace("\r\033[K", "|");
        assertEquals(
                "|Making the index for searching: 30 % (Ctrl+C stops; what is done is kept)"
                        + "|Making the index for searching: 50 % (Ctrl+C stops; what is done is kept)|",
                said);
    }

    @Test
    void saysNothingWhereNobodyLooks() {
        try (var progress = progress(false)) {
            now.set(5_000_000_000L);
            assertTrue(progress.proceed(1, 10));
        }
        assertEquals("", out.toString(UTF_8));
    }
}
