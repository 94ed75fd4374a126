package vivarium.ui.testing;

import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import vivarium.console.Console;
import vivarium.engine.PythonEngine;
import vivarium.engine.embedded.EmbeddedEngine;
import vivarium.engine.embedded.EmbeddedOptions;
import vivarium.journal.ErrorLog;
import vivarium.journal.Event;
import vivarium.journal.Journal;

/** The one Python of a test JVM; it lives as long as JUnit's session, to which a second try belongs. Its log lines go to the window that is open. */
final class OnePython implements AutoCloseable {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(OnePython.class);

    private final long opened = System.nanoTime();
    private volatile Journal journal = new Journal() {
        @Override
        public long now() {
            return System.nanoTime() - opened;
        }

        @Override
        public void append(Event event) {}
    };
    private final Console console = new Console(1 << 20);
    private final EmbeddedEngine engine = new EmbeddedEngine(
            new EmbeddedOptions(
                    root().resolve("server-core/src/main/python"),
                    root().resolve("ui/target/python-bytecode"),
                    console.streams().stdin(),
                    console.streams().stdout(),
                    OutputStream.nullOutputStream()),
            new ErrorLog(new Journal() {
                @Override
                public long now() {
                    return journal.now();
                }

                @Override
                public void append(Event event) {
                    journal.append(event);
                }
            }));

    static OnePython of(ExtensionContext context) {
        return context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, HERE)
                .computeIfAbsent(OnePython.class, key -> new OnePython(), OnePython.class);
    }

    /** The folder of the whole source tree. */
    static Path root() {
        return Path.of(System.getProperty("vivarium.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    PythonEngine engine() {
        return engine;
    }

    Console console() {
        return console;
    }

    /** From now on the engine's log lines go there. */
    void logTo(Journal now) {
        journal = now;
    }

    @Override
    public void close() {
        engine.close();
    }
}
