package vivarium.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import vivarium.console.ConsoleStreams;
import vivarium.console.TerminalConsole;
import vivarium.debug.Debugger;

/**
 * The process's standard streams: where a person sits at them, shared by what is typed and what is printed; otherwise as they are.
 *
 * @param out for what Vivarium has to say itself
 * @param err for the error log
 */
record Terminal(
        ConsoleStreams application,
        ConsoleStreams debugger,
        PrintStream out,
        PrintStream err,
        Optional<TerminalConsole> person)
        implements AutoCloseable {

    /** @param history the file for what is typed to the debugger */
    static Terminal here(Path history) {
        return TerminalConsole.here(history).map(Terminal::of).orElseGet(Terminal::plain);
    }

    private static Terminal of(TerminalConsole console) {
        ConsoleStreams application = console.application();
        return new Terminal(
                application,
                console.debugger(),
                new PrintStream(application.stdout(), false, System.out.charset()),
                new PrintStream(console.errors(), false, System.err.charset()),
                Optional.of(console));
    }

    private static Terminal plain() {
        ConsoleStreams process = ConsoleStreams.ofProcess();
        return new Terminal(process, process, System.out, System.err, Optional.empty());
    }

    /** What is typed while something is paused is for this debugger. */
    void serve(Debugger debugger) {
        person.ifPresent(console -> console.serve(debugger));
    }

    /** Follows the terminal's signals, of which Ctrl+C does this where the debugger has no use for it. */
    void listen(Runnable end) {
        Signals.on("INT", () -> {
            if (!person.map(TerminalConsole::interrupt).orElse(false)) {
                end.run();
            }
        });
        person.ifPresent(console -> {
            Signals.on("WINCH", console::resized);
            Signals.on("CONT", console::resumed);
        });
    }

    /** Leaves it as it was found. */
    @Override
    public void close() {
        person.ifPresent(TerminalConsole::close);
    }
}
