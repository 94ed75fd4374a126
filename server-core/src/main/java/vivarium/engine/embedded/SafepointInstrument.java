package vivarium.engine.embedded;

import com.oracle.truffle.api.ThreadLocalAction;
import com.oracle.truffle.api.TruffleContext;
import com.oracle.truffle.api.instrumentation.ContextsListener;
import com.oracle.truffle.api.instrumentation.EventBinding;
import com.oracle.truffle.api.instrumentation.SourceFilter;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import com.oracle.truffle.api.nodes.LanguageInfo;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/**
 * Has every thread that runs Python do something at its next safepoint. Python's own {@code sys._current_frames()} sees only
 * the calling thread on this engine.
 */
public final class SafepointInstrument extends TruffleInstrument {
    static final String ID = "vivarium-safepoints";

    /** What a thread can be made to raise. */
    enum Interruption {
        /** {@code bdb.BdbQuit}: the user has had enough of a request. */
        QUIT("raise_quit"),
        /** {@code stops.TooLong}: an evaluation has used up its time. */
        TOO_LONG("raise_too_long"),
        /** {@code KeyboardInterrupt}: the user does not want to wait for an evaluation. */
        KEYBOARD("raise_interrupt");

        private final String function;

        Interruption(String function) {
            this.function = function;
        }

        private Source source() {
            String text = "import vivarium_agent.debugging.stops as stops; stops." + function + "()";
            return Source.newBuilder("python", text, function).internal(true).build();
        }
    }

    private final Set<TruffleContext> contexts = ConcurrentHashMap.newKeySet();
    private final Set<RootNode> seen = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private @Nullable Env env;
    private @Nullable EventBinding<?> watched;

    @Override
    protected void onCreate(Env created) {
        env = created;
        created.registerService(this);
        created.getInstrumenter().attachContextsListener(new Contexts(contexts), true);
    }

    /**
     * Calls {@code work} on every thread that is in Python now; threads that are asleep or wait for a lock are woken for it,
     * those in a native call do not answer.
     *
     * @return what each thread answered within the time
     */
    Map<Thread, String> onEveryThread(Supplier<String> work, Duration patience) {
        Map<Thread, String> answers = new ConcurrentHashMap<>();
        for (TruffleContext context : contexts) {
            Future<Void> done = submit(context, work, answers);
            try {
                done.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException silent) {
                done.cancel(true);
            } catch (CancellationException closed) {
                // the context is gone, and with it its threads
            } catch (InterruptedException stop) {
                done.cancel(true);
                Thread.currentThread().interrupt();
            }
        }
        return Map.copyOf(answers);
    }

    private Future<Void> submit(TruffleContext context, Supplier<String> work, Map<Thread, String> answers) {
        if (env == null) {
            throw new IllegalStateException("the instrument was not created by its engine");
        }
        return env.submitThreadLocal(context, null, new ThreadLocalAction(true, false) {
            @Override
            protected void perform(Access access) {
                try {
                    answers.put(access.getThread(), work.get());
                } catch (PolyglotException failed) {
                    // What escapes here is raised in the thread that was asked. Only what is to end the thread may.
                    if (failed.isCancelled() || failed.isInterrupted() || failed.isExit()) {
                        throw failed;
                    }
                }
            }
        });
    }

    /** The texts that were loaded from this place so far and are still in use, each once. */
    Set<Source> loaded(URI place) {
        if (env == null) {
            throw new IllegalStateException("the instrument was not created by its engine");
        }
        Set<Source> found = ConcurrentHashMap.newKeySet();
        var here = SourceFilter.newBuilder()
                .sourceIs(source -> place.equals(source.getURI()))
                .build();
        env.getInstrumenter()
                .attachLoadSourceListener(here, load -> found.add(load.getSource()), true)
                .dispose();
        return found;
    }

    /**
     * Has the lines of these sources known to the engine as they are loaded. Code that was loaded without it cannot be stopped in
     * while it runs, and generators never.
     */
    synchronized void watch(Predicate<Source> sources) {
        if (env == null) {
            throw new IllegalStateException("the instrument was not created by its engine");
        }
        if (watched != null) {
            watched.dispose();
        }
        watched = env.getInstrumenter()
                .attachLoadSourceSectionListener(
                        SourceSectionFilter.newBuilder()
                                .sourceIs(sources::test)
                                .tagIs(StandardTags.StatementTag.class)
                                .build(),
                        loaded -> seen(Objects.requireNonNull(loaded.getNode().getRootNode())),
                        false);
    }

    /**
     * For a breakpoint that comes later, the engine looks into those roots only whose call target was called. The body of a generator
     * has none: it is run by other roots. So it is given one here, and that is called with too few arguments to get anywhere.
     */
    private void seen(RootNode root) {
        if (seen.add(root)) {
            try {
                root.getCallTarget().call();
            } catch (ArrayIndexOutOfBoundsException tooFewArguments) {
                // as was meant
            }
        }
    }

    /**
     * Has a thread raise this at its next safepoint.
     *
     * @param still whether that is still wanted; asked on the thread itself, at the safepoint
     */
    void interrupt(Thread thread, Interruption what, BooleanSupplier still) {
        Env asked = env;
        if (asked == null) {
            throw new IllegalStateException("the instrument was not created by its engine");
        }
        for (TruffleContext context : contexts) {
            Future<Void> _ =
                    asked.submitThreadLocal(context, new Thread[] {thread}, new ThreadLocalAction(true, false) {
                        @Override
                        protected void perform(Access access) {
                            if (!still.getAsBoolean()) {
                                return;
                            }
                            try {
                                asked.parse(what.source()).call();
                            } catch (IOException impossible) {
                                throw new UncheckedIOException(impossible);
                            }
                        }
                    });
        }
    }

    /** Keeps the set of open contexts. */
    private record Contexts(Set<TruffleContext> open) implements ContextsListener {
        @Override
        public void onContextCreated(TruffleContext context) {
            open.add(context);
        }

        @Override
        public void onContextClosed(TruffleContext context) {
            open.remove(context);
        }

        @Override
        public void onLanguageContextCreated(TruffleContext context, LanguageInfo language) {}

        @Override
        public void onLanguageContextInitialized(TruffleContext context, LanguageInfo language) {}

        @Override
        public void onLanguageContextFinalized(TruffleContext context, LanguageInfo language) {}

        @Override
        public void onLanguageContextDisposed(TruffleContext context, LanguageInfo language) {}
    }

    /** How the engine finds the instrument; named in {@code META-INF/services}. */
    @Registration(id = ID, name = "Python safepoints", services = SafepointInstrument.class)
    public static final class Provider extends TruffleInstrumentProvider {
        @Override
        protected String getInstrumentClassName() {
            return SafepointInstrument.class.getName();
        }

        @Override
        protected Object create() {
            return new SafepointInstrument();
        }

        @Override
        protected Collection<String> getServicesClassNames() {
            return List.of(SafepointInstrument.class.getName());
        }
    }
}
