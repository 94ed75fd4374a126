package vivarium.engine.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one console that several paused threads share: it shows what the current one writes and gives it what is typed. What the
 * others write waits until they are the current one.
 */
final class PauseConsole {
    /** Characters of a pause that is not shown; older ones give way. */
    private static final int MOST_WAITING = 1 << 16;

    private final InputStream stdin;
    private final OutputStream stdout;
    private final Map<PausedThread, StringBuilder> waiting = new HashMap<>();
    private @Nullable PausedThread current;
    private @Nullable Thread reader;

    PauseConsole(InputStream stdin, OutputStream stdout) {
        this.stdin = stdin;
        this.stdout = stdout;
    }

    /** Whose prompt is shown from now on; empty for none. */
    synchronized void show(Optional<PausedThread> pause) {
        PausedThread next = pause.orElse(null);
        if (next == current) {
            return;
        }
        PausedThread before = current;
        current = next;
        if (reader != null) {
            reader.interrupt(); // it has another prompt now, or none
        }
        if (next != null) {
            if (before != null && before.alive()) {
                print("\n");
            }
            StringBuilder text = waiting.remove(next);
            if (text != null) {
                print(text.toString());
            } else if (next.reading()) {
                print("-- " + next.thread() + ", #" + next.exchange() + "\n" + next.prompt());
            }
            if (next.reading()) {
                awaitLine(next);
            }
        }
    }

    synchronized void write(PausedThread pause, String text) {
        if (pause == current) {
            print(text);
        } else {
            StringBuilder kept = waiting.computeIfAbsent(pause, key -> new StringBuilder());
            kept.append(text);
            kept.delete(0, Math.max(0, kept.length() - MOST_WAITING));
        }
    }

    synchronized void forget(PausedThread pause) {
        waiting.remove(pause);
    }

    /** This pause has nothing to do but to wait for a line. */
    synchronized void awaitLine(PausedThread pause) {
        if (pause == current && reader == null) {
            reader = Thread.ofPlatform().name("debugger-console").daemon().start(this::read);
        }
    }

    /** Reads one line, and goes on as long as somebody waits for another. */
    private void read() {
        String line;
        boolean interrupted = false;
        try {
            line = line();
        } catch (InterruptedIOException stop) {
            line = null;
            interrupted = !Thread.interrupted();
        } catch (IOException broken) {
            line = "";
        }
        synchronized (this) {
            reader = null;
            PausedThread pause = current;
            if (pause == null) {
                return;
            }
            if (line != null) {
                pause.typed(line);
            } else if (interrupted) {
                pause.interrupt();
            } else if (pause.reading()) {
                awaitLine(pause);
            }
        }
    }

    /** Empty at the end of the input. */
    private String line() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        int next = stdin.read();
        while (next >= 0) {
            bytes.write(next);
            if (next == '\n') {
                break;
            }
            next = stdin.read();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void print(String text) {
        try {
            stdout.write(text.getBytes(StandardCharsets.UTF_8));
            stdout.flush();
        } catch (IOException gone) {
            // Nobody is there to read it; the pane still is.
        }
    }
}
