package vivarium.app;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A program at a terminal: what is shown there, and what is typed. */
final class AtTerminal implements AutoCloseable {
    /** For a machine that is slow and busy. */
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final StringBuilder shown = new StringBuilder();
    private int seen;
    private boolean over;

    /** @param process whose standard input is the keyboard and whose standard output is the screen; ended by {@link #close} */
    AtTerminal(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("screen").start(this::read);
    }

    private void read() {
        try (Reader screen = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            var some = new char[4096];
            for (int count = screen.read(some); count >= 0; count = screen.read(some)) {
                add(new String(some, 0, count));
            }
        } catch (IOException gone) {
            add("\n" + gone);
        } finally {
            end();
        }
    }

    private synchronized void add(String text) {
        shown.append(text);
        notifyAll();
    }

    private synchronized void end() {
        over = true;
        notifyAll();
    }

    /** Waits until this is shown, behind what was waited for before; returns what is between the two. */
    synchronized String await(String text) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        int at = shown.indexOf(text, seen);
        while (at < 0) {
            long left = end - System.nanoTime();
            if (over || left <= 0) {
                throw new AssertionError(
                        "it never showed " + text + " but:\n" + shown.substring(seen) + "\n-- after:\n" + shown);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
            at = shown.indexOf(text, seen);
        }
        String between = shown.substring(seen, at);
        seen = at + text.length();
        return between;
    }

    /** Waits until a line is being typed behind this prompt: the terminal takes keys one by one, and pasted text as such. */
    void awaitTyping(String prompt) throws InterruptedException {
        await("\033[?2004h" + prompt);
    }

    void type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** The program's process. */
    ProcessHandle program() {
        return process.children().findFirst().orElseThrow();
    }

    /** Waits for the end; its exit code, or 99 where it has left the terminal in another state. */
    int exitCode() throws InterruptedException {
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
