package vivarium.ui;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import vivarium.console.Console;
import vivarium.engine.PythonEngine;
import vivarium.journal.EventJournal;
import vivarium.journal.JournalClock;
import vivarium.server.Capture;
import vivarium.ui.status.Speed;

/**
 * What the program gives to its window. The window owns none of it: whoever made it ends it, after {@link MainWindow#close}.
 *
 * @param engine not booted yet
 * @param console the engine's standard input and output
 * @param journal open already; the window subscribes to it
 * @param clock that of the journal
 * @param capture of that journal
 * @param recording called once in the background when the project is known
 * @param settings the folder in which settings are kept; made when needed
 * @param variables those that the process was started with
 * @param browser opens an address in the user's browser
 * @param newWindow opens another window, as a process of its own; an empty path opens none in it
 * @param speed the state of JIT and AOT cache, for the status bar
 */
public record Surroundings(
        PythonEngine engine,
        Console console,
        EventJournal journal,
        JournalClock clock,
        Capture capture,
        Recording recording,
        Path settings,
        Map<String, String> variables,
        Consumer<URI> browser,
        Consumer<Path> newWindow,
        Speed speed) {}
