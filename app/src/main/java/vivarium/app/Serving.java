package vivarium.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import vivarium.engine.embedded.EmbeddedEngine;
import vivarium.engine.embedded.EmbeddedOptions;
import vivarium.journal.ErrorLog;
import vivarium.journal.EventJournal;
import vivarium.journal.JournalBounds;
import vivarium.journal.JournalClock;
import vivarium.journal.LateRecorder;
import vivarium.journal.PrivateFiles;
import vivarium.journal.SessionLimits;
import vivarium.project.Project;
import vivarium.project.RunConfiguration;
import vivarium.project.RunOptions;
import vivarium.run.Run;
import vivarium.run.RunPlan;
import vivarium.run.RunState;
import vivarium.server.ServerOptions;

/** A project served in the terminal until a signal ends it. */
record Serving(
        Installation installation,
        Path path,
        ApplicationOptions application,
        ListenOptions server,
        RecordOptions record,
        DebugOptions debug) {
    /** Events that wait for the session file; Python's start makes a handful. */
    private static final int EARLY_EVENTS = 1_000;

    /** What was typed to the debugger at the terminal. */
    private static final String HISTORY = PrivateFiles.FOLDER + "/pdb-history";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** As a shell has it for a program that was interrupted. */
    private static final int AT_ONCE = 130;

    /** Serves; ends the process on SIGINT, SIGTERM and SIGHUP, and returns only when the port cannot be opened. */
    void untilSignal() {
        RunPlan plan = plan();
        JournalClock clock = JournalClock.started();
        var recorder = new LateRecorder(EARLY_EVENTS);
        try (EventJournal journal = EventJournal.open(clock, JournalBounds.standard(), recorder)) {
            var project = plan.configuration().project();
            var terminal = Terminal.here(project.folder().resolve(HISTORY));
            journal.subscribe(new ErrorLogPrinter(terminal.err(), record.level)::print);
            var log = new ErrorLog(journal);
            LibraryLogs.into(log);
            var engine = new EmbeddedEngine(options(terminal), log);
            terminal.serve(engine.debugger());
            debug.apply(engine.debugger(), project.folder());
            engine.bootSoon(); // it takes seconds, in which the rest is made ready
            Session.open(record, project, clock, log).ifPresent(recorder::begin);
            Session.tidy(project, record.limits(SessionLimits.standard()), log);
            Run run = run(plan, engine, journal, terminal.out());
            listenToSignals(run, engine, journal, terminal);
            run.start();
            new CountDownLatch(1).await();
        } catch (IOException cannotListen) {
            throw new UserError(String.valueOf(cannotListen.getMessage()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private RunPlan plan() {
        var options = new RunOptions(
                Optional.ofNullable(application.application),
                application.pythonPath,
                RunOptions.environment(application.variables),
                server.threads,
                application.reload);
        return new RunPlan(
                RunConfiguration.of(Project.at(path), options, System.getenv()),
                new ServerOptions(
                        server.host,
                        server.port,
                        server.threads,
                        server.passAuthorization,
                        ServerOptions.DEFAULT_MAX_BODY,
                        !record.noCapture));
    }

    private EmbeddedOptions options(Terminal terminal) {
        return new EmbeddedOptions(
                installation.agent(),
                installation.bytecode(),
                terminal.application().stdin(),
                terminal.application().stdout(),
                new FileOutputStream(FileDescriptor.err),
                terminal.debugger().stdin(),
                terminal.debugger().stdout());
    }

    private Run run(RunPlan plan, EmbeddedEngine engine, EventJournal journal, PrintStream out) {
        var made = new AtomicReference<Run>();
        var run = new Run(
                plan,
                engine,
                journal,
                InstantSource.system(),
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("vivarium-background").daemon().factory()),
                List.of(announcement(plan.configuration().project().name(), made, out)));
        made.set(run);
        return run;
    }

    /** Says where the project is served, once it is: an application that cannot be loaded yet is not. */
    private Consumer<RunState> announcement(String project, AtomicReference<Run> run, PrintStream out) {
        var said = new AtomicBoolean();
        return state -> {
            if (state == RunState.SERVING && !said.getAndSet(true)) {
                int port = Objects.requireNonNull(run.get()).port();
                out.println("Vivarium is serving " + project + " at http://" + server.host + ":" + port + "/");
                out.flush();
            }
        };
    }

    private static void listenToSignals(Run run, EmbeddedEngine engine, EventJournal journal, Terminal terminal) {
        var asked = new AtomicBoolean();
        Runnable end = () -> {
            if (asked.getAndSet(true)) {
                terminal.close();
                Runtime.getRuntime().halt(AT_ONCE);
            }
            run.stop(PATIENCE);
            engine.close();
            journal.close();
            terminal.close();
            System.exit(0);
        };
        terminal.listen(end);
        List.of("TERM", "HUP").forEach(signal -> Signals.on(signal, end));
        Signals.on("USR1", () -> run.dumpThreads(false));
    }
}
