package vivarium.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;
import vivarium.debug.Debugger;
import vivarium.debug.Pause;

/**
 * The terminal that Vivarium was started in, shared by the application and the debugger: both get lines that are edited, the
 * debugger's with history and completion, and what is printed meanwhile appears above them. Safe for any thread.
 *
 * <p>It alone reads from the terminal. While something is paused or steps, lines are the debugger's; what was typed for the application
 * until then comes back afterwards.
 */
public final class TerminalConsole implements AutoCloseable {
    private static final long CLOSE_MILLIS = 1_000;

    private enum Typist {
        NOBODY,
        APPLICATION,
        DEBUGGER
    }

    /** Why a line is given up. */
    private enum Cause {
        UNKNOWN,
        CONTROL_C,
        GIVES_WAY,
        CLOSED
    }

    /** Makes what is typed with, when it is needed first: that takes time. */
    interface Opening {
        LineEditor open(LineEditor.Words words) throws IOException;
    }

    private final Opening opening;
    private final Screen screen;
    private final OutputStream out;
    private final PromptOutput prompts;
    private @Nullable LineEditor editor;
    private volatile @Nullable Debugger debugger;
    private volatile Prompt prompt = Prompt.NONE;
    private Typist typist = Typist.NOBODY;
    private Thread thread = Thread.currentThread();
    private Cause cause = Cause.UNKNOWN;
    private int debuggersWaiting;
    private boolean interrupted;
    private boolean closed;

    TerminalConsole(OutputStream out, Opening opening) {
        this.opening = opening;
        this.out = out;
        screen = new Screen(out);
        prompts = new PromptOutput(screen.stream(out));
    }

    /**
     * Where a person sits at the process's standard input and output; empty where these are something else, or a terminal that can do
     * nothing but print.
     *
     * @param history the file for what is typed to the debugger; made when there is something
     */
    public static Optional<TerminalConsole> here(Path history) {
        boolean person = Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
        boolean able = !List.of("", "dumb").contains(Objects.requireNonNullElse(System.getenv("TERM"), ""));
        return person && able
                ? Optional.of(new TerminalConsole(
                        new FileOutputStream(FileDescriptor.out), words -> LineEditor.here(history, words)))
                : Optional.empty();
    }

    /** Until this was called nothing is ever paused. */
    public void serve(Debugger made) {
        debugger = made;
        made.subscribe(this::changed);
    }

    private synchronized void changed() {
        notifyAll();
    }

    /** What the application gets. A read fails with {@link InterruptedIOException} when its thread is interrupted. */
    public ConsoleStreams application() {
        return new ConsoleStreams(new LineInput(this::applicationLine), screen.stream(out));
    }

    /**
     * What the debugger gets. What it prints behind its last line feed is the prompt of the next read. A read fails with {@link
     * InterruptedIOException} after Ctrl+C, and when its thread is interrupted, which then still is.
     */
    public ConsoleStreams debugger() {
        return new ConsoleStreams(new LineInput(this::debuggerLine), prompts);
    }

    /** A stream to the process's standard error. */
    public OutputStream errors() {
        return screen.stream(new FileOutputStream(FileDescriptor.err), this::showsErrors);
    }

    private synchronized boolean showsErrors() {
        return editor == null || editor.showsErrors();
    }

    private @Nullable String applicationLine() throws IOException {
        String asked = "";
        String begun = "";
        for (boolean first = true; ; first = false) {
            LineEditor typing = begin(Typist.APPLICATION);
            Cause why;
            try {
                asked = first ? screen.beforeCursor() : asked;
                screen.begin(first, typing.above(false));
                return typing.application(asked, begun);
            } catch (UserInterruptException stop) {
                begun = stop.getPartialLine();
                why = cause();
            } finally {
                end();
            }
            if (why == Cause.UNKNOWN) {
                throw interruption();
            }
        }
    }

    private @Nullable String debuggerLine() throws IOException {
        LineEditor typing = begin(Typist.DEBUGGER);
        Cause why;
        try {
            prompt = new Prompt(prompts.take());
            screen.begin(false, typing.above(true));
            String line = typing.debugger(prompt);
            forgetInterrupt();
            return line;
        } catch (UserInterruptException stop) {
            why = cause();
        } finally {
            end();
        }
        if (why != Cause.CONTROL_C) {
            throw interruption();
        }
        prompts.write("Ctrl-C once more ends Vivarium.\n".getBytes(StandardCharsets.UTF_8));
        throw new InterruptedIOException("Ctrl-C");
    }

    /** Waits for its turn. */
    private synchronized LineEditor begin(Typist who) throws IOException {
        boolean debugging = who == Typist.DEBUGGER;
        debuggersWaiting += debugging ? 1 : 0;
        try {
            if (debugging && typist == Typist.APPLICATION) {
                giveUp(Cause.GIVES_WAY);
            }
            while (closed || typist != Typist.NOBODY || (!debugging && (debuggersWaiting > 0 || debugging()))) {
                wait();
            }
        } catch (InterruptedException stop) {
            throw interruption();
        } finally {
            debuggersWaiting -= debugging ? 1 : 0;
        }
        if (editor == null) {
            editor = opening.open(this::complete);
        }
        typist = who;
        thread = Thread.currentThread();
        cause = Cause.UNKNOWN;
        return editor;
    }

    private void giveUp(Cause why) {
        cause = why;
        thread.interrupt();
    }

    private static InterruptedIOException interruption() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("The thread was interrupted while it waited for input.");
    }

    private boolean debugging() {
        Debugger now = debugger;
        return now != null && !now.idle();
    }

    private synchronized Cause cause() {
        return cause;
    }

    private synchronized void forgetInterrupt() {
        interrupted = false;
    }

    private synchronized void end() {
        screen.end();
        typist = Typist.NOBODY;
        if (cause != Cause.UNKNOWN) {
            Thread.interrupted(); // which may have come when the line was finished already
        }
        notifyAll();
    }

    /** On the thread that reads the debugger's line. */
    private List<String> complete(String line, int cursor) {
        Debugger asked = debugger;
        return asked == null ? List.of() : new PromptWords(asked).complete(prompt, line, cursor);
    }

    /**
     * Ctrl+C: while something is paused it clears the line at the debugger's prompt, or ends what is evaluated there.
     *
     * @return false where there is nothing for it to do but to end Vivarium: nothing is paused, or no line was typed since the last one
     */
    public synchronized boolean interrupt() {
        Debugger asked = debugger;
        Optional<Pause> pause = asked == null ? Optional.empty() : asked.current();
        boolean prompted = typist == Typist.DEBUGGER;
        boolean begun = prompted && editor != null && editor.begun();
        if (pause.isEmpty() || (interrupted && !begun)) {
            return false;
        }
        interrupted = true;
        if (prompted) {
            giveUp(Cause.CONTROL_C);
        } else {
            pause.get().interrupt();
        }
        return true;
    }

    /** The terminal has another size. */
    public synchronized void resized() {
        if (editor != null) {
            editor.resized();
        }
    }

    /** The process goes on after it was stopped with Ctrl+Z. */
    public synchronized void resumed() {
        if (editor != null) {
            editor.resumed();
        }
    }

    /** Leaves the terminal as it was found; reads wait for ever from now on. Waits a moment for the line that is being typed. */
    @Override
    public synchronized void close() {
        closed = true;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS);
        if (typist != Typist.NOBODY) {
            giveUp(Cause.CLOSED);
        }
        try {
            while (typist != Typist.NOBODY && System.nanoTime() < end) {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            }
            if (editor != null) {
                editor.close();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException gone) {
            // The terminal is not there any more.
        }
    }
}
