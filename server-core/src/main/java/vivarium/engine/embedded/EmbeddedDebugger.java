package vivarium.engine.embedded;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vivarium.debug.Breakpoints;
import vivarium.debug.Debugger;
import vivarium.debug.Frame;
import vivarium.debug.Pause;
import vivarium.debug.PostMortem;
import vivarium.debug.StopReason;
import vivarium.engine.WsgiCall;
import vivarium.journal.ErrorLog;
import vivarium.journal.Journal;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;
import vivarium.journal.PythonFailure;
import vivarium.journal.Subscription;

/** The debugger of the embedded engine: which threads stand still, and which of them console and pane are about. */
final class EmbeddedDebugger implements Debugger {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDebugger.class);

    private final Breakpoints breakpoints = new Breakpoints();
    private final ConsoleMarks marks = new ConsoleMarks(breakpoints);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final PostMortems postMortems = new PostMortems();
    private final Map<Long, Thread> serving = new ConcurrentHashMap<>();
    private final Map<Long, WsgiCall> calls = new ConcurrentHashMap<>();
    private final ThreadLocal<@Nullable Long> about = new ThreadLocal<>();
    private final AtomicLong lastPause = new AtomicLong();
    private final ThreadStates threads;
    private final ErrorLog log;
    private final Journal journal;
    private final Decisions decisions;
    private final Pauses pauses;
    private final HostDebugger host = new HostDebugger(this);
    private volatile OwnCode own = OwnCode.none();
    private volatile boolean onlyMine = true;
    private volatile boolean uncaught;
    private volatile boolean startup;
    private volatile boolean released;
    private volatile @Nullable Suspensions suspensions;
    private volatile @Nullable Context context;
    private volatile @Nullable Value hooks;
    private volatile @Nullable SafepointInstrument instrument;
    private volatile @Nullable Value stops;

    EmbeddedDebugger(ThreadStates threads, ErrorLog log, EmbeddedOptions options) {
        this.threads = threads;
        this.log = log;
        this.journal = log.journal();
        this.decisions = new Decisions(breakpoints, log, this::call, this::python, new TimeLimit(this::tooLong));
        this.pauses = new Pauses(
                journal,
                new PauseConsole(options.debuggerIn(), options.debuggerOut()),
                exchange -> Optional.ofNullable(calls.get(exchange)),
                this::keyboard,
                this::tell);
    }

    /** What Python's side of the debugger is given. */
    HostDebugger host() {
        return host;
    }

    /** Python is there. */
    void booted(Engine engine, Context python, Value agentHooks, SafepointInstrument threadsAsked) {
        context = python;
        hooks = agentHooks;
        instrument = threadsAsked;
        var made = new Suspensions(
                engine,
                breakpoints,
                this::mine,
                threadsAsked::loaded,
                new Suspended(),
                () -> threadsAsked.interrupt(
                        Thread.currentThread(), SafepointInstrument.Interruption.QUIT, () -> true));
        suspensions = made;
        breakpoints.onDefinition(made::sync);
        made.sync();
    }

    /** This application is about to be loaded. */
    void loading(OwnCode code) {
        own = code;
        resume();
        SafepointInstrument watching = instrument;
        if (watching != null) {
            watching.watch(source -> source.getPath() != null && code.holds(source.getPath()));
        }
        reloading();
    }

    /** The application is about to be loaded anew. */
    void reloading() {
        breakpoints.forget();
        Suspensions machinery = suspensions;
        if (machinery != null) {
            machinery.again();
        }
    }

    /** The calling thread begins a request; whether the gateway is to tell of its moments. */
    boolean begin(WsgiCall call) {
        serving.put(call.exchange(), Thread.currentThread());
        calls.put(call.exchange(), call);
        return decisions.armed();
    }

    /** The calling thread is done with a request, or with loading the application; no step goes beyond. */
    void ended(long exchange) {
        serving.remove(exchange);
        calls.remove(exchange);
        Suspensions machinery = suspensions;
        if (machinery != null) {
            machinery.ended();
        }
        pauses.endStep();
    }

    ConsoleMarks marks() {
        return marks;
    }

    boolean mine(String file) {
        return own.holds(file);
    }

    long exchange() {
        Long other = about.get();
        return other == null ? threads.exchange() : other;
    }

    private Optional<WsgiCall> call() {
        return threads.call();
    }

    /** Ends what a thread evaluates for a breakpoint, unless it stopped meanwhile: users may take their time. */
    private void tooLong(Thread thread, BooleanSupplier still) {
        SafepointInstrument asked = instrument;
        if (asked != null && !pauses.has(thread)) {
            asked.interrupt(thread, SafepointInstrument.Interruption.TOO_LONG, still);
        }
    }

    /** Ends what a paused thread was given to evaluate. */
    private void keyboard(Thread thread, BooleanSupplier still) {
        SafepointInstrument asked = instrument;
        if (asked != null) {
            asked.interrupt(thread, SafepointInstrument.Interruption.KEYBOARD, still);
        }
    }

    long due(String kind, int number, Value names) {
        return released ? 0 : decisions.due(kind, number, names);
    }

    /** The calling thread has written this to the error log. */
    void logged(String text) {
        long number = released ? 0 : decisions.logged(text);
        if (number > 0) {
            suspendSoon(
                    new StopReason(StopReason.Kind.BREAKPOINT, number, "breakpoint " + number + ": it logged " + text));
        }
    }

    void passed(String text) {
        log.write(exchange(), LogLevel.WARNING, LogStream.SERVER, text);
    }

    boolean startup() {
        return startup && !released;
    }

    void suspendSoon(StopReason reason) {
        Suspensions machinery = suspensions;
        if (machinery != null && !released) {
            machinery.next(reason);
        }
    }

    /** An exception left the application: where to stop, 0 to stop without a breakpoint, −1 to go on. */
    long left(String kinds, PythonFailure failure) {
        postMortems.add(new PostMortem(exchange(), journal.now(), failure));
        tell();
        if (released) {
            return -1;
        }
        long number = decisions.left(kinds);
        return number > 0 ? number : uncaught ? 0 : -1;
    }

    /** Stops the calling thread where the engine's own machinery does not know of it. */
    String stopDirectly(Value stop, StopReason reason, @Nullable PythonFailure failure) {
        String wish = hold(stop, reason, Optional.ofNullable(failure), LocalVariables.none());
        if (wish.equals("over") || wish.equals("into") || wish.equals("out") || wish.startsWith("until")) {
            suspendSoon(new StopReason(StopReason.Kind.STEP, 0, "step"));
        }
        return wish;
    }

    private String hold(Value stop, StopReason reason, Optional<PythonFailure> failure, LocalVariables locals) {
        if (released) {
            return "continue";
        }
        List<Frame> frames = PauseJson.frames(stop.invokeMember("described").asString(), this::mine);
        var pause = new PausedThread(lastPause.incrementAndGet(), exchange(), reason, failure, stop, frames, pauses);
        pauses.begin(pause);
        if (released) {
            pause.release();
        }
        long start = journal.now();
        String wish = "continue";
        try {
            String said = stop.invokeMember("hold", new HostPause(pause, host, locals))
                    .asString();
            wish = pause.released() ? "continue" : said;
        } catch (PolyglotException broken) {
            if (broken.isInterrupted() || broken.isCancelled()) {
                throw broken;
            }
            LOG.error("The debugger failed, and the request goes on", broken);
        } finally {
            pauses.end(pause, wish, journal.now() - start);
        }
        return wish;
    }

    private void tell() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException failed) {
                LOG.error("A view of the debugger failed", failed);
            }
        }
    }

    /** The module {@code stops}, imported when something stops first. For threads that run Python. */
    private Value python() {
        Value loaded = stops;
        if (loaded == null) {
            loaded = Objects.requireNonNull(context)
                    .eval("python", "import vivarium_agent.debugging.stops as stops; stops");
            stops = loaded;
        }
        return loaded;
    }

    @Override
    public Breakpoints breakpoints() {
        return breakpoints;
    }

    @Override
    public List<Pause> pauses() {
        return pauses.list();
    }

    @Override
    public Optional<Pause> current() {
        return pauses.current().map(pause -> pause);
    }

    @Override
    public boolean idle() {
        return pauses.none();
    }

    @Override
    public void choose(Pause pause) {
        pauses.choose(pause);
    }

    @Override
    public Subscription subscribe(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public void pause(long exchange) {
        Thread thread = serving.get(exchange);
        Suspensions machinery = suspensions;
        if (thread != null && machinery != null && !released) {
            machinery.next(thread);
        }
    }

    @Override
    public boolean onlyMine() {
        return onlyMine;
    }

    @Override
    public void onlyMine(boolean on) {
        onlyMine = on;
        Suspensions machinery = suspensions;
        if (machinery != null) {
            machinery.onlyMine(on);
        }
        tell();
    }

    @Override
    public void stopAtUncaught(boolean on) {
        uncaught = on;
    }

    @Override
    public void stopAtStartup(boolean on) {
        startup = on;
    }

    @Override
    public List<PostMortem> postMortems() {
        return postMortems.list();
    }

    @Override
    public boolean open(PostMortem postMortem) {
        long exchange = postMortem.exchange();
        Optional<PausedThread> there = pauses.postMortem(exchange);
        if (there.isPresent()) {
            choose(there.get());
            return true;
        }
        Value opener = hooks;
        if (opener == null || !postMortems().contains(postMortem)) {
            return false;
        }
        Thread.ofPlatform().name("post-mortem-" + exchange).daemon().start(() -> {
            about.set(exchange);
            opener.invokeMember("post_mortem", exchange);
        });
        return true;
    }

    @Override
    public Optional<CompletableFuture<String>> command(String line) {
        return UnpausedCommand.of(line)
                .filter(command -> pauses.none())
                .map(command -> hooks == null
                        ? CompletableFuture.completedFuture("*** Python is not there yet. Try again in a moment.\n")
                        : command.execute(python(), host));
    }

    @Override
    public void release() {
        released = true;
        Suspensions machinery = suspensions;
        if (machinery != null) {
            machinery.off(true);
        }
        pauses.release();
    }

    @Override
    public void resume() {
        released = false;
        Suspensions machinery = suspensions;
        if (machinery != null) {
            machinery.off(false);
        }
    }

    /** What the engine's own machinery asks. */
    private final class Suspended implements Suspensions.Listener {
        @Override
        public long decide(List<Long> reached) {
            return released ? 0 : decisions.reached(reached);
        }

        @Override
        public boolean uncaught(int line, List<String> kinds) {
            return python().invokeMember("uncaught", line, String.join("\n", kinds))
                    .asBoolean();
        }

        @Override
        public boolean entered() {
            return python().invokeMember("entered").asBoolean();
        }

        @Override
        public String hold(
                StopReason reason, Optional<PythonFailure> failure, Suspensions.Place place, LocalVariables locals) {
            Value stop = python().invokeMember("suspended", place.line(), place.returned(), reason.breakpoint());
            return EmbeddedDebugger.this.hold(stop, reason, failure, locals);
        }
    }
}
