package vivarium.engine.embedded;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the embedded engine needs from its surroundings.
 *
 * @param agent the folder that holds the package {@code vivarium_agent}
 * @param bytecode where compiled modules are kept between runs; made when needed
 * @param stdin what Python reads; the streams are the caller's and are not closed
 * @param debuggerIn commands to the debugger; a read that fails with {@link java.io.InterruptedIOException} is a {@code
 *     KeyboardInterrupt} at its prompt, unless the reading thread is still interrupted
 * @param debuggerOut what the debugger says, with its prompt behind the last line feed
 */
public record EmbeddedOptions(
        Path agent,
        Path bytecode,
        InputStream stdin,
        OutputStream stdout,
        OutputStream stderr,
        InputStream debuggerIn,
        OutputStream debuggerOut) {
    /** Where the debugger shares the application's streams. */
    public EmbeddedOptions(Path agent, Path bytecode, InputStream stdin, OutputStream stdout, OutputStream stderr) {
        this(agent, bytecode, stdin, stdout, stderr, stdin, stdout);
    }

    /**
     * Standard input where a read that fails with {@link java.io.InterruptedIOException} is to be a {@code KeyboardInterrupt}; null
     * where it is the process's own, to which a terminal sends a signal.
     */
    @Nullable
    InputStream console() {
        return stdin == System.in ? null : stdin;
    }
}
