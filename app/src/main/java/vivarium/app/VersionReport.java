package vivarium.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;
import vivarium.engine.embedded.PythonRuntime;
import vivarium.server.WsgiServer;
import vivarium.ui.JavaFx;

/** What {@code --version} says: everything inside, and whether the two things that make it quick are at work. */
public final class VersionReport implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var python = PythonRuntime.inspect();
        return new String[] {
            "Vivarium  " + vivarium(),
            "Python    " + python.python(),
            "GraalPy   " + built().getProperty("graalpy"),
            "Java      " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")",
            "Jetty     " + WsgiServer.jettyVersion(),
            "JavaFX    " + JavaFx.version().orElse("unknown"),
            "JIT       " + inUse(python.whyNoJit()),
            "AOT cache " + inUse(new AotCache(Installation.current()).whyNotInUse())
        };
    }

    /** Vivarium's own version. */
    static String vivarium() {
        return built().getProperty("vivarium", "unknown");
    }

    private static String inUse(Optional<String> whyNot) {
        return whyNot.map(reason -> "not in use: " + reason).orElse("in use");
    }

    /** What the build knew. */
    private static Properties built() {
        try (InputStream file = VersionReport.class.getResourceAsStream("versions.properties")) {
            var versions = new Properties();
            versions.load(file);
            return versions;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
