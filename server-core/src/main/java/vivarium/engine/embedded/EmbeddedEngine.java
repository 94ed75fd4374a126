package vivarium.engine.embedded;

import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.jspecify.annotations.Nullable;
import vivarium.debug.Debugger;
import vivarium.engine.LoadException;
import vivarium.engine.PythonEngine;
import vivarium.engine.PythonStack;
import vivarium.engine.WsgiCall;
import vivarium.journal.ErrorLog;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;

/**
 * GraalPy in this process. One context for the life of the engine: a second one in the same process could not load the
 * native parts of the standard library, so a reload exchanges modules, not contexts.
 */
public final class EmbeddedEngine implements PythonEngine {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);
    private static final long STACK_BYTES = 64L << 20;

    private final EmbeddedOptions options;
    private final ErrorLog log;
    private final ExecutorService main;
    private final ThreadStates threads = new ThreadStates();
    private final EmbeddedDebugger debugger;
    private final LineTap stdout;
    private final LineTap stderr;
    private @Nullable Context context;
    private @Nullable Value agent;
    private volatile @Nullable Value serve;
    private volatile @Nullable Value examine;
    private volatile @Nullable Value walk;
    private volatile @Nullable SafepointInstrument instrument;

    /** Nothing is started before {@link #boot}. */
    public EmbeddedEngine(EmbeddedOptions options, ErrorLog log) {
        this.options = options;
        this.log = log;
        debugger = new EmbeddedDebugger(threads, log, options);
        stdout = new LineTap(
                options.stdout(), line -> log.write(threads.exchange(), LogLevel.INFO, LogStream.STDOUT, line));
        stderr = new LineTap(OutputStream.nullOutputStream(), this::errorLine);
        // Python's main thread is the one that made the context; the application is imported there, as elsewhere.
        main = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(null, task, "python-main", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void boot() {
        onMain(() -> {
            startOnce();
            return true;
        });
    }

    /** Begins what {@link #boot} does and returns at once; whoever boots later hears of what went wrong. Any thread. */
    public void bootSoon() {
        Future<?> _ = main.submit(this::startOnce);
    }

    private void startOnce() {
        if (context == null) {
            start();
        }
    }

    private void start() {
        Engine started = Engine.newBuilder("python")
                .allowExperimentalOptions(true) // lib/java.options sets when the JIT begins
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        Context created = Context.newBuilder("python")
                .engine(started)
                .in(options.stdin())
                .out(stdout)
                .err(stderr)
                .allowExperimentalOptions(true)
                .allowIO(IOAccess.ALL)
                .allowNativeAccess(true)
                .allowCreateThread(true)
                .allowCreateProcess(true)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowEnvironmentAccess(EnvironmentAccess.INHERIT)
                .allowHostAccess(HostAccess.EXPLICIT)
                .allowHostClassLookup(name -> false)
                .option("python.UnbufferedIO", "true")
                .option("python.DontWriteBytecodeFlag", "false")
                .option("python.PyCachePrefix", options.bytecode().toString())
                .build();
        context = created;
        Value path = created.eval("python", "import sys; sys.path").getMember("append");
        path.executeVoid(options.agent().toString());
        agent = created.eval("python", "from vivarium_agent.agent import Agent; Agent")
                .execute(new HostChannel(log, threads, options.console()), debugger.host());
        walk = agent.getMember("walk");
        instrument = Objects.requireNonNull(started.getInstruments().get(SafepointInstrument.ID))
                .lookup(SafepointInstrument.class);
        debugger.booted(started, created, agent.getMember("hooks"), Objects.requireNonNull(instrument));
    }

    /** A line of standard error is a line of the error log; one that a logging handler writes has that record's level. */
    private void errorLine(String line) {
        int level = threads.loggingLevel();
        if (level > 0) {
            log.write(threads.exchange(), LogLevel.ofPython(level), LogStream.LOGGING, line);
        } else {
            log.write(threads.exchange(), LogLevel.ERROR, LogStream.STDERR, line);
        }
        debugger.logged(line);
    }

    @Override
    public void load(Application application) throws LoadException {
        boot();
        debugger.loading(OwnCode.of(application));
        Value problem = onMain(() -> loading(
                "load",
                application.kind(),
                application.name(),
                application.attribute(),
                application.folder(),
                ListProxy.of(application.path()),
                ListProxy.of(application.sitePackages()),
                ListProxy.of(flat(application.variables())),
                application.threads()));
        serve = agent().getMember("serve");
        examine = agent().getMember("examine");
        check(problem);
    }

    @Override
    public void reload() throws LoadException {
        debugger.reloading();
        check(onMain(() -> loading("reload")));
    }

    @Override
    public void serve(WsgiCall call) {
        Value gateway = call.examine() ? examine : serve;
        if (gateway == null) {
            throw new IllegalStateException("no application is loaded");
        }
        threads.serves(call);
        boolean armed = debugger.begin(call);
        try {
            var host = new HostCall(call, threads, debugger::logged);
            gateway.executeVoid(host, call.environ(), armed);
            host.send();
        } catch (PolyglotException ended) {
            throw new IllegalStateException(
                    ended.isInterrupted() || ended.isCancelled()
                            ? "it was stopped"
                            : String.valueOf(ended.getMessage()),
                    ended);
        } finally {
            stdout.finishLine();
            stderr.finishLine();
            debugger.ended(call.exchange());
            threads.serves(null);
        }
    }

    @Override
    public void interrupt(Duration patience) {
        Context running = context;
        if (running != null) {
            try {
                running.interrupt(patience);
            } catch (TimeoutException deaf) {
                log.server(
                        LogLevel.WARNING, "A Python thread did not answer: it is probably waiting in a native call.");
            }
        }
    }

    @Override
    public List<PythonStack> stacks(boolean withLocals, Duration patience) {
        Value walker = walk;
        SafepointInstrument asked = instrument;
        if (walker == null || asked == null) {
            return List.of();
        }
        Map<Thread, StackTraceElement[]> before = Thread.getAllStackTraces();
        Map<Thread, String> answers =
                asked.onEveryThread(() -> walker.execute(withLocals).asString(), patience);
        return Stacks.of(before, answers);
    }

    @Override
    public Map<String, String> environConstants() {
        return onMain(() -> {
            Value pairs = invoke("constants");
            Map<String, String> constants = new LinkedHashMap<>();
            for (long i = 0; i + 1 < pairs.getArraySize(); i += 2) {
                constants.put(
                        pairs.getArrayElement(i).asString(),
                        pairs.getArrayElement(i + 1).asString());
            }
            return constants;
        });
    }

    @Override
    public Debugger debugger() {
        return debugger;
    }

    /** The version of the Python language, for example {@code 3.12.8}. Boots where that has not happened yet; blocks. */
    public String pythonVersion() {
        boot();
        return onMain(() -> invoke("version").asString());
    }

    /**
     * Calls what the application registered with {@code atexit}. The context itself is left to the end of
     * the process: closing one that has native modules loaded, such as {@code _sqlite3}, corrupts the heap on GraalPy 25.0.3.
     */
    @Override
    public void close() {
        if (agent != null) {
            Future<?> farewell = main.submit(() -> invoke("farewell"));
            try {
                farewell.get(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                log.server(
                        LogLevel.WARNING, "What the application registered with atexit takes too long; it is cut off.");
                interrupt(CLOSE_PATIENCE);
            } catch (ExecutionException failed) {
                log.server(LogLevel.WARNING, "The application's end failed: " + failed.getMessage());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        main.shutdownNow();
    }

    private Value agent() {
        if (agent == null) {
            throw new IllegalStateException("the engine was not booted");
        }
        return agent;
    }

    /** No step goes beyond. */
    private Value loading(String method, Object... arguments) {
        try {
            return invoke(method, arguments);
        } finally {
            debugger.ended(0);
        }
    }

    private Value invoke(String method, Object... arguments) {
        return agent().invokeMember(method, arguments);
    }

    private static void check(Value problem) throws LoadException {
        if (!problem.isNull()) {
            throw new LoadException(HostCall.failure(
                    problem.getArrayElement(0).asString(),
                    problem.getArrayElement(1).asString(),
                    problem.getArrayElement(2).asString(),
                    problem.getArrayElement(3).asString()));
        }
    }

    private static List<String> flat(Map<String, String> variables) {
        List<String> pairs = new ArrayList<>();
        variables.forEach((name, value) -> {
            pairs.add(name);
            pairs.add(value);
        });
        return pairs;
    }

    private <T> T onMain(Supplier<T> work) {
        Future<T> result = main.submit(work::get);
        try {
            return result.get();
        } catch (InterruptedException stop) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Python was busy", stop);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }
}
