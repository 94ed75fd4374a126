package vivarium.ui.exchange;

import java.nio.file.Path;

/** Replays of an exchange that stop in the debugger. FX thread only. */
public interface Replaying {
    /** After this line was written to the log. */
    void toLogLine(long exchange, String line);

    /** At this line of code. */
    void toLine(long exchange, Path file, int line);

    /** As the application calls {@code start_response}. */
    void toResponse(long exchange);
}
