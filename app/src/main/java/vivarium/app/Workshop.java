package vivarium.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.HostServices;
import javafx.application.Platform;
import vivarium.console.Console;
import vivarium.engine.embedded.EmbeddedEngine;
import vivarium.engine.embedded.EmbeddedOptions;
import vivarium.engine.embedded.PythonRuntime;
import vivarium.journal.ErrorLog;
import vivarium.journal.EventJournal;
import vivarium.journal.JournalBounds;
import vivarium.journal.JournalClock;
import vivarium.journal.LateRecorder;
import vivarium.journal.LogLevel;
import vivarium.journal.SessionException;
import vivarium.journal.SessionStore;
import vivarium.server.Capture;
import vivarium.ui.MainWindow;
import vivarium.ui.Recording;
import vivarium.ui.Surroundings;
import vivarium.ui.status.Speed;

/** What a window works with: made before it, ended after it. */
record Workshop(EmbeddedEngine engine, EventJournal journal, Surroundings surroundings) implements AutoCloseable {
    private static final int CONSOLE_CHARACTERS = 1 << 20;

    /** Events that wait for the project to be known; Python's start makes a handful. */
    private static final int EARLY_EVENTS = 10_000;

    /** As a shell has it for a program that was interrupted. */
    private static final int AT_ONCE = 130;

    static Workshop open(VivariumCommand asked, HostServices services) {
        Installation installation = Installation.current();
        JournalClock clock = JournalClock.started();
        var recorder = new LateRecorder(EARLY_EVENTS);
        EventJournal journal = EventJournal.open(clock, JournalBounds.standard(), recorder);
        var log = new ErrorLog(journal);
        LibraryLogs.into(log);
        var console = new Console(CONSOLE_CHARACTERS);
        var engine = new EmbeddedEngine(
                new EmbeddedOptions(
                        installation.agent(),
                        installation.bytecode(),
                        console.streams().stdin(),
                        console.streams().stdout(),
                        new FileOutputStream(FileDescriptor.err)),
                log);
        Recording recording = (project, limits) -> {
            Session.tidy(project, asked.record().limits(limits), log);
            try {
                var store = Session.recorder(asked.record(), project, clock);
                store.ifPresent(recorder::begin);
                return store.map(SessionStore::file);
            } catch (SessionException cannotRecord) {
                log.server(LogLevel.ERROR, String.valueOf(cannotRecord.getMessage()));
                return Optional.empty();
            }
        };
        Consumer<URI> browser = address -> services.showDocument(address.toString());
        return new Workshop(
                engine,
                journal,
                new Surroundings(
                        engine,
                        console,
                        journal,
                        clock,
                        new Capture(!asked.record().noCapture),
                        recording,
                        installation.settings(),
                        System.getenv(),
                        browser,
                        folder -> openElsewhere(installation, folder, log),
                        speed()));
    }

    private static Speed speed() {
        return new Speed(PythonRuntime.inspect().whyNoJit(), AotCache.inUse());
    }

    private static void openElsewhere(Installation installation, Path folder, ErrorLog log) {
        try {
            installation.start(folder.toString().isEmpty() ? List.of() : List.of(folder.toString()));
        } catch (IOException cannot) {
            log.server(LogLevel.ERROR, "Another window cannot be opened: " + cannot.getMessage());
        }
    }

    /** A signal closes the window without asking; a second one ends the process at once. */
    void endOnSignals(MainWindow window) {
        var asked = new AtomicBoolean();
        Runnable end = () -> {
            if (asked.getAndSet(true)) {
                Runtime.getRuntime().halt(AT_ONCE);
            }
            Platform.runLater(window::close);
        };
        List.of("INT", "TERM", "HUP").forEach(signal -> Signals.on(signal, end));
    }

    /** Does this on a thread of its own, so that it may block. */
    void thread(String name, Runnable work) {
        Thread.ofPlatform().name(name).start(work);
    }

    /** Ends Python, and makes the session file complete. Blocks; not for the FX thread. */
    @Override
    public void close() {
        engine.close();
        journal.close();
    }
}
