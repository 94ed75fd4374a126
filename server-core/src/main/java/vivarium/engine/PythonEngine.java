package vivarium.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vivarium.debug.Debugger;

/**
 * A Python that can load one application and serve requests with it.
 *
 * <p>{@link #boot}, {@link #load} and {@link #reload} are called one after another, from any thread, and block until they
 * are done. {@link #serve} is called from many threads at once, in between.
 */
public interface PythonEngine extends AutoCloseable {
    /** Starts Python. Blocks for seconds; done in the background while the user is still choosing. */
    void boot();

    /**
     * Imports the application.
     *
     * @throws LoadException when Python raised something; the engine stays usable and {@link #reload} tries again
     */
    void load(Application application) throws LoadException;

    /**
     * Drops the project's modules and imports the application anew. When that fails, the old one serves on.
     *
     * @throws LoadException when Python raised something
     */
    void reload() throws LoadException;

    /** Serves one request to its end on the calling thread. What the application raises is told to the call. */
    void serve(WsgiCall call);

    /** Ends all Python code that is running now, such as an endless loop; blocks at most that long. */
    void interrupt(Duration patience);

    /**
     * Asks every thread that runs Python where it is; each answers for itself, at its next safepoint.
     *
     * @param withLocals also asks for the local variables, which calls their {@code __repr__}
     * @param patience how long to wait for the slowest; blocks at most that long
     */
    List<PythonStack> stacks(boolean withLocals, Duration patience);

    /** The keys of the environ that hold no strings and are the same in each request, with the {@code repr} of their values. */
    Map<String, String> environConstants();

    /** What stops its threads; there before {@link #boot}. */
    Debugger debugger();

    /** Unloads the application, once no request is in it; nothing may be called after. Blocks for seconds at most. */
    @Override
    void close();

    /**
     * What to load and where.
     *
     * @param kind {@code script}, {@code module}, {@code factory} or {@code django}
     * @param name the script's absolute path, or the module's name
     * @param attribute the callable's name; for {@code django} the settings module
     * @param folder the project's folder: the working directory and the first entry of {@code sys.path}
     * @param path further entries of {@code sys.path}, in order
     * @param sitePackages folders whose {@code .pth} files count as well
     * @param variables additions to {@code os.environ}
     * @param threads how many requests are served at once
     */
    record Application(
            String kind,
            String name,
            String attribute,
            String folder,
            List<String> path,
            List<String> sitePackages,
            Map<String, String> variables,
            int threads) {}
}
