package vivarium.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vivarium.debug.Debugger;
import vivarium.debug.StopReason;
import vivarium.engine.LoadException;
import vivarium.engine.PythonEngine;
import vivarium.journal.ErrorLog;
import vivarium.journal.Event;
import vivarium.journal.Journal;
import vivarium.journal.LogLevel;
import vivarium.journal.PythonFailure;
import vivarium.journal.Subscription;
import vivarium.project.SourceWatcher;
import vivarium.server.ActiveRequest;
import vivarium.server.Capture;
import vivarium.server.WsgiServer;
import vivarium.threads.ThreadDumps;

/**
 * One project being served. Made once, started once, stopped once; the engine and the journal are its caller's and stay open.
 *
 * <p>{@link #start}, {@link #reload} and {@link #stop} block; any thread may call them.
 */
public final class Run {
    /** How long a reload waits for the requests that are in the application. */
    private static final Duration RELOAD_PATIENCE = Duration.ofSeconds(5);

    /** Touching this file asks for the stacks; with the word "locals" in it, for the local variables too. */
    private static final String DUMP_TRIGGER = "dump-stacks";

    private static final Duration INTERRUPT_PATIENCE = Duration.ofSeconds(2);

    private final RunPlan plan;
    private final PythonEngine engine;
    private final Journal journal;
    private final ErrorLog log;
    private final Capture capture;
    private final InstantSource wall;
    private final List<Consumer<RunState>> listeners;
    private final AtomicReference<RunState> state = new AtomicReference<>(RunState.NEW);
    private final AtomicReference<WsgiServer> server = new AtomicReference<>();
    private final AtomicReference<SourceWatcher> watcher = new AtomicReference<>();
    private final Executor background;
    private int generation;
    private boolean changedWhileLoading;

    /**
     * @param background runs reloads and thread dumps that a changed file asks for, one after another
     * @param listeners hear each new state, on the thread that made it; must not block
     */
    public Run(
            RunPlan plan,
            PythonEngine engine,
            Journal journal,
            InstantSource wall,
            Executor background,
            List<Consumer<RunState>> listeners) {
        this(plan, engine, journal, new Capture(plan.server().capture()), wall, background, listeners);
    }

    /**
     * As above, for a journal that other runs write to before or after.
     *
     * @param capture numbers the exchanges, and says which are recorded
     */
    public Run(
            RunPlan plan,
            PythonEngine engine,
            Journal journal,
            Capture capture,
            InstantSource wall,
            Executor background,
            List<Consumer<RunState>> listeners) {
        this.plan = plan;
        this.engine = engine;
        this.journal = journal;
        this.log = new ErrorLog(journal);
        this.capture = capture;
        this.wall = wall;
        this.background = background;
        this.listeners = List.copyOf(listeners);
    }

    /** Where the run is now. */
    public RunState state() {
        return Objects.requireNonNull(state.get());
    }

    /** The port that is listened on, once {@link #start} has returned. */
    public int port() {
        return serving().port();
    }

    /** The requests that are in the application now. */
    public Collection<ActiveRequest> activeRequests() {
        WsgiServer running = server.get();
        return running == null ? List.of() : running.activeRequests();
    }

    /** Writes the stacks of all Python threads to the error log, the journal and a file in the project's private folder. */
    public void dumpThreads(boolean withLocals) {
        threadDumps().write(plan.privateFolder(), withLocals);
    }

    /** Dumps of this run's Python threads. */
    public ThreadDumps threadDumps() {
        return new ThreadDumps(engine, this::activeRequests, journal, wall);
    }

    /**
     * Opens the port, boots Python where that has not happened yet, and loads the application; who connects early waits. An
     * application that cannot be loaded is no exception: it is in the error log, and the state is {@link RunState#FAILED}.
     *
     * @throws IOException when the port cannot be listened on; the message is for the user
     */
    public void start() throws IOException {
        move(RunState.BOOTING);
        var created = new WsgiServer(plan.server(), plan.callable(), engine, journal, capture);
        created.open();
        server.set(created);
        tell(created);
        warnOfExposure(created);
        engine.debugger().breakpoints().of(plan.configuration().project().folder());
        engine.debugger().resume();
        engine.boot();
        if (!move(RunState.LOADING)) {
            return;
        }
        plan.introduction().forEach(line -> log.server(LogLevel.INFO, line));
        // Before the import, so that what is changed while it runs is not missed.
        watcher.set(SourceWatcher.watch(
                plan.configuration().project(), plan.privateFolder().resolve(DUMP_TRIGGER), background, new Changes()));
        Optional<PythonFailure> failure = load(() -> engine.load(plan.application()));
        if (state() != RunState.LOADING) {
            return;
        }
        failure.ifPresent(created::answerWith);
        created.start();
        if (loaded(failure.isPresent() ? RunState.FAILED : RunState.SERVING)) {
            background.execute(this::reload);
        }
    }

    /** The first import is over; says whether a file was changed meanwhile. */
    private synchronized boolean loaded(RunState next) {
        move(next);
        return changedWhileLoading;
    }

    private synchronized void reloadUnlessLoading() {
        if (state() == RunState.LOADING) {
            changedWhileLoading = true;
        } else {
            reload();
        }
    }

    /** Imports the application anew, once no request is in it; where that fails, the old one serves on. */
    public synchronized void reload() {
        RunState before = state();
        if (!move(RunState.RELOADING)) {
            return;
        }
        awaitResumption();
        boolean idle = serving()
                .whileIdle(
                        RELOAD_PATIENCE,
                        () -> load(engine::reload)
                                .filter(failure -> before == RunState.FAILED)
                                .ifPresentOrElse(serving()::answerWith, serving()::serveAgain));
        if (!idle) {
            log.server(
                    LogLevel.WARNING,
                    "Reloaded while requests were still in the application: "
                            + String.join(
                                    ", ",
                                    activeRequests().stream().map(Run::name).toList()));
        }
        move(generation > 0 ? RunState.SERVING : RunState.FAILED);
    }

    /** A thread that the debugger has stopped is in the application for as long as its user likes. */
    private void awaitResumption() {
        Debugger debugger = engine.debugger();
        if (paused(debugger).isEmpty()) {
            return;
        }
        log.server(
                LogLevel.INFO, "The reload waits until what is paused goes on: " + String.join(", ", paused(debugger)));
        var news = new Semaphore(0);
        try (Subscription _ = debugger.subscribe(news::release)) {
            while (state() == RunState.RELOADING && !paused(debugger).isEmpty()) {
                news.acquire();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> paused(Debugger debugger) {
        return debugger.pauses().stream()
                .filter(pause -> pause.reason().kind() != StopReason.Kind.POST_MORTEM)
                .map(pause -> pause.exchange() > 0 ? "#" + pause.exchange() : pause.thread())
                .toList();
    }

    /**
     * Stops listening, lets running requests end, interrupts those that do not, and closes every connection.
     *
     * @param patience how long running requests get
     */
    public void stop(Duration patience) {
        if (!move(RunState.STOPPING)) {
            return;
        }
        engine.debugger().release();
        SourceWatcher watching = watcher.get();
        if (watching != null) {
            watching.close();
        }
        WsgiServer running = server.get();
        if (running != null) {
            if (!running.drain(patience)) {
                log.server(
                        LogLevel.WARNING,
                        "Ended while still running: "
                                + String.join(
                                        ", ",
                                        activeRequests().stream().map(Run::name).toList()));
                engine.interrupt(INTERRUPT_PATIENCE);
            }
            running.close();
            takeBack();
        }
        move(RunState.STOPPED);
    }

    /** Empty when all went well. */
    private Optional<PythonFailure> load(Loading loading) {
        long start = journal.now();
        try {
            loading.load();
            generation++;
            long now = journal.now();
            journal.append(new Event.ApplicationLoaded(now, plan.label(), generation, now - start));
            log.server(
                    LogLevel.INFO,
                    String.format(
                            "%s %s in %.1f s",
                            generation == 1 ? "Loaded" : "Reloaded", plan.label(), (now - start) / 1e9));
            return Optional.empty();
        } catch (LoadException failed) {
            journal.append(new Event.ApplicationFailed(journal.now(), plan.label(), failed.failure()));
            log.server(
                    LogLevel.ERROR,
                    plan.label() + " could not be loaded. It is loaded again when a file changes."
                            + (generation > 0 ? " Until then what was loaded before serves on." : "")
                            + "\n" + failed.failure().traceback());
            return Optional.of(failed.failure());
        }
    }

    private void tell(WsgiServer created) {
        try {
            new RunFile(created.port(), created.replayMark().secret()).tell(plan.privateFolder());
        } catch (IOException unwritable) {
            log.server(
                    LogLevel.DEBUG, "Replays from the command line will not be linked to their origins: " + unwritable);
        }
    }

    private void takeBack() {
        try {
            RunFile.forget(plan.privateFolder());
        } catch (IOException unwritable) {
            log.server(LogLevel.DEBUG, "The file of this run stays behind: " + unwritable);
        }
    }

    private void warnOfExposure(WsgiServer created) {
        if (created.exposed()) {
            log.server(
                    LogLevel.WARNING,
                    "Listening on " + plan.server().host()
                            + ": everyone who can reach this machine can use the application,"
                            + " which is served here with a developer's tools and without a production server's protection.");
        }
    }

    private WsgiServer serving() {
        WsgiServer running = server.get();
        if (running == null) {
            throw new IllegalStateException("the run was not started");
        }
        return running;
    }

    private static String name(ActiveRequest request) {
        return "#" + request.exchange() + " " + request.head().method() + " "
                + request.head().target();
    }

    /** Makes the move if it is legal from wherever the run is by now. */
    private boolean move(RunState next) {
        RunState now = state();
        while (now.mayBecome(next)) {
            if (state.compareAndSet(now, next)) {
                listeners.forEach(listener -> listener.accept(next));
                return true;
            }
            now = state();
        }
        return false;
    }

    /** What the watcher has to say. */
    private final class Changes implements SourceWatcher.Listener {
        @Override
        public void changed(Set<Path> files) {
            if (plan.configuration().reload()) {
                Path folder = plan.configuration().project().folder();
                log.server(
                        LogLevel.INFO,
                        "Changed: "
                                + files.stream()
                                        .map(file -> file.equals(folder)
                                                ? "something"
                                                : folder.relativize(file).toString())
                                        .sorted()
                                        .collect(Collectors.joining(", ")));
                reloadUnlessLoading();
            }
        }

        @Override
        public void triggered(Path file) {
            dumpThreads(asksForLocals(file));
        }

        @Override
        public void troubled(String message) {
            log.server(LogLevel.WARNING, message);
        }

        private static boolean asksForLocals(Path file) {
            try {
                return Files.readString(file).contains("locals");
            } catch (IOException empty) {
                return false;
            }
        }
    }

    private interface Loading {
        void load() throws LoadException;
    }
}
