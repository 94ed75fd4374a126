package vivarium.console;

import java.io.IOError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Sized;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalExt;
import org.jspecify.annotations.Nullable;

/**
 * Edits one line at a time at a terminal: the application's as they are, the debugger's with history and completion. Makes the
 * terminal its own while a line is being typed, and leaves it as it was in between.
 */
final class LineEditor implements AutoCloseable {
    private static final int MOST_REMEMBERED = 1_000;

    /** Of a terminal that does not know its own. */
    private static final Sized UNKNOWN = Size.of(80, 24);

    private final Terminal terminal;
    private final LineReader application;
    private final LineReader debugger;

    /** What the last word before the cursor may become. */
    interface Words {
        /** Whole words; none where nobody knows. */
        List<String> complete(String line, int cursor);
    }

    /**
     * On this terminal, which it closes.
     *
     * @param history the file where the debugger's lines are kept; made when there is one
     */
    LineEditor(Terminal terminal, Path history, Words words) {
        this.terminal = terminal;
        if (terminal.getColumns() == 0 || terminal.getRows() == 0) {
            terminal.setSize(UNKNOWN); // a serial line, or a program in the place of a person
        }
        application = reader().build();
        application.setVariable(LineReader.DISABLE_HISTORY, true);
        debugger = reader().variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.HISTORY_SIZE, MOST_REMEMBERED)
                .variable(LineReader.HISTORY_FILE_SIZE, MOST_REMEMBERED)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .completer((reader, line, candidates) -> words.complete(line.line(), line.cursor())
                        .forEach(word -> candidates.add(new Candidate(word, word, null, null, null, null, false))))
                .build();
    }

    /** On the terminal that this process was started in. */
    static LineEditor here(Path history, Words words) throws IOException {
        return new LineEditor(
                TerminalBuilder.builder()
                        .system(true)
                        .provider(TerminalBuilder.PROP_PROVIDER_FFM)
                        .dumb(true)
                        .encoding(StandardCharsets.UTF_8)
                        .nativeSignals(false)
                        .graphemeCluster(false) // it would ask the terminal, and wait for an answer
                        .build(),
                history,
                words);
    }

    private LineReaderBuilder reader() {
        return LineReaderBuilder.builder()
                .terminal(terminal)
                .parser((line, cursor, context) -> new LastWord(line, cursor))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true) // ! begins a statement
                .option(LineReader.Option.INSERT_TAB, true);
    }

    /**
     * Reads a line of the application's; null at an end of file.
     *
     * @param begun what of it was typed before
     * @throws UserInterruptException when the calling thread is interrupted, with what was typed
     */
    @Nullable
    String application(String prompt, String begun) {
        return read(application, prompt, begun);
    }

    /**
     * Reads a command to the debugger, or an answer to a question of its; null at an end of file.
     *
     * @throws UserInterruptException when the calling thread is interrupted
     */
    @Nullable
    String debugger(Prompt prompt) {
        debugger.setVariable(LineReader.DISABLE_HISTORY, !prompt.worthKeeping());
        return read(debugger, prompt.text(), "");
    }

    private @Nullable String read(LineReader reader, String prompt, String begun) {
        reader.getWidgets().put(LineReader.CALLBACK_INIT, this::heedSignals);
        try {
            return reader.readLine(prompt.replace("%", "%%"), null, (Character) null, begun);
        } catch (EndOfFileException | IOError end) { // the latter when the terminal has gone
            return null;
        }
    }

    /** Ctrl+C, Ctrl+Z and Ctrl+\ stay signals while a line is typed. */
    private boolean heedSignals() {
        Attributes raw = terminal.getAttributes();
        raw.setLocalFlag(Attributes.LocalFlag.ISIG, true);
        terminal.setAttributes(raw);
        terminal.flush(); // what the terminal was told of its keys; without a prompt it would wait for the first one
        return true;
    }

    /** Shows whole lines above the debugger's line, or the application's. */
    Consumer<String> above(boolean ofDebugger) {
        return ofDebugger ? debugger::printAbove : application::printAbove;
    }

    /** Whether something stands in the debugger's line. */
    boolean begun() {
        return debugger.getBuffer().length() > 0;
    }

    /** The terminal has another size. */
    void resized() {
        terminal.raise(Terminal.Signal.WINCH);
    }

    /** The process goes on after it was stopped with Ctrl+Z. */
    void resumed() {
        if (application.isReading() || debugger.isReading()) {
            terminal.raise(Terminal.Signal.CONT);
            heedSignals();
        }
    }

    /** Whether standard error goes to the terminal, too. */
    boolean showsErrors() {
        return !(terminal instanceof TerminalExt known)
                || known.getProvider() == null
                || known.getProvider().isSystemStream(SystemStream.Error);
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
