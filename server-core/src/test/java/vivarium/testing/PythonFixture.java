package vivarium.testing;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import vivarium.console.Console;
import vivarium.engine.LoadException;
import vivarium.engine.PythonEngine;
import vivarium.engine.embedded.EmbeddedEngine;
import vivarium.engine.embedded.EmbeddedOptions;
import vivarium.journal.ErrorLog;

/**
 * The one Python of a test JVM: booting takes seconds, and a second one in the same process could not load native modules.
 *
 * <p>It lives as long as JUnit's session, which a second try of failed tests belongs to, and is booted by the first test that asks
 * for it. Tests run one
 * after another; whoever loads an application replaces the one before.
 */
public final class PythonFixture implements AutoCloseable {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(PythonFixture.class);

    private final MemoryJournal journal = new MemoryJournal();
    private final Console console = new Console(1 << 20);
    private final Path root = Path.of("").toAbsolutePath();
    private final EmbeddedEngine engine = new EmbeddedEngine(
            new EmbeddedOptions(
                    root.resolve("src/main/python"),
                    root.resolve("target/python-bytecode"),
                    console.streams().stdin(),
                    console.streams().stdout(),
                    OutputStream.nullOutputStream()),
            new ErrorLog(journal));

    private PythonFixture() {
        engine.boot();
    }

    /** The test JVM's Python, booted. */
    public static PythonFixture of(ExtensionContext context) {
        return context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, HERE)
                .computeIfAbsent(PythonFixture.class, key -> new PythonFixture(), PythonFixture.class);
    }

    /** The engine; it belongs to the fixture and is not closed by tests. */
    public EmbeddedEngine engine() {
        return engine;
    }

    /** What the application reads and prints; drained by whoever begins a test. */
    public Console console() {
        return console;
    }

    /** Where the engine's log lines go; cleared by whoever begins a test. */
    public MemoryJournal journal() {
        return journal;
    }

    /** The folder with the Python side of the tests. */
    public Path folder() {
        return root.resolve("src/test/python");
    }

    /** Loads {@code application} of a module in {@link #folder()}. */
    public void load(String module, int threads) {
        try {
            engine.load(new PythonEngine.Application(
                    "module", module, "application", folder().toString(), List.of(), List.of(), Map.of(), threads));
        } catch (LoadException broken) {
            throw new AssertionError(broken.failure().traceback(), broken);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
