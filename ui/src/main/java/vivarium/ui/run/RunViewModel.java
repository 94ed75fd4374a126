package vivarium.ui.run;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vivarium.engine.PythonEngine;
import vivarium.journal.Event;
import vivarium.journal.Journal;
import vivarium.project.Project;
import vivarium.project.ProjectException;
import vivarium.project.RunConfiguration;
import vivarium.run.Run;
import vivarium.run.RunPlan;
import vivarium.run.RunState;
import vivarium.server.ActiveRequest;
import vivarium.server.Capture;
import vivarium.server.PortInUseException;

/**
 * Starts, stops and reloads the runs of one window, one after another. Methods are for the FX thread and return at once, unless they
 * say otherwise; properties change on the FX thread.
 */
public final class RunViewModel {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration INTERRUPT_PATIENCE = Duration.ofSeconds(2);

    private final PythonEngine engine;
    private final Journal journal;
    private final Capture capture;
    private final Map<String, String> variables;
    private final Workers workers;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.BOOTING);
    private final ReadOnlyObjectWrapper<Optional<URI>> address = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ProjectSettings> settings =
            new ReadOnlyObjectWrapper<>(ProjectSettings.standard());
    private Optional<Project> project = Optional.empty();
    private boolean booted;

    /** Whether this run has an application already that serves on when a reload fails. */
    private boolean loaded;

    private volatile @Nullable Run current;

    /** @param variables those that Vivarium was started with */
    public RunViewModel(
            PythonEngine engine, Journal journal, Capture capture, Map<String, String> variables, Workers workers) {
        this.engine = engine;
        this.journal = journal;
        this.capture = capture;
        this.variables = Map.copyOf(variables);
        this.workers = workers;
    }

    /** Starts Python, so that the first run need not wait for it. */
    public void boot() {
        workers.commands().execute(() -> {
            try {
                engine.boot();
                onFx(() -> {
                    booted = true;
                    if (phase.get() == Phase.BOOTING) {
                        phase.set(Phase.READY);
                    }
                });
            } catch (RuntimeException broken) {
                tell(Notice.problem("Python could not be started", String.valueOf(broken.getMessage())), Phase.STOPPED);
            }
        });
    }

    /** From now on this is the project that runs. */
    public void open(Project opened, ProjectSettings how) {
        project = Optional.of(opened);
        settings.set(how);
    }

    /** Changes how the next run is made. */
    public void change(ProjectSettings how) {
        settings.set(how);
    }

    /** Runs the project, unless it runs already. */
    public void run() {
        if (project.isEmpty() || !phase.get().startable()) {
            return;
        }
        notice.set(Optional.empty());
        loaded = false;
        phase.set(booted ? Phase.LOADING : Phase.BOOTING);
        Project what = project.get();
        ProjectSettings how = settings.get();
        workers.commands().execute(() -> start(what, how));
    }

    private void start(Project what, ProjectSettings how) {
        RunPlan plan;
        try {
            plan = new RunPlan(RunConfiguration.of(what, how.runOptions(), variables), how.serverOptions());
        } catch (ProjectException wrong) {
            tell(
                    Notice.problem(
                            "Nothing to run yet",
                            String.valueOf(wrong.getMessage()),
                            new Remedy.NameApplication(),
                            new Remedy.OpenFolder()),
                    Phase.STOPPED);
            return;
        }
        var run = new Run(
                plan,
                engine,
                journal,
                capture,
                InstantSource.system(),
                workers.commands(),
                List.of(state -> moved(plan, state)));
        current = run;
        engine.debugger().resume();
        if (how.application().isEmpty()) {
            others(plan).ifPresent(also -> onFx(() -> notice.set(Optional.of(also))));
        }
        try {
            run.start();
        } catch (PortInUseException taken) {
            run.stop(Duration.ZERO);
            tell(
                    Notice.problem(
                            "Port " + how.port() + " is in use",
                            "Something else is listening on " + how.host() + ":" + how.port()
                                    + ", perhaps another server that you forgot. Stop it and try again, or use another port.",
                            new Remedy.UseFreePort(),
                            new Remedy.TryAgain()),
                    Phase.STOPPED);
        } catch (IOException | RuntimeException broken) {
            run.stop(Duration.ZERO);
            tell(
                    Notice.problem("It could not be run", String.valueOf(broken.getMessage()), new Remedy.TryAgain()),
                    Phase.STOPPED);
        }
    }

    private static Optional<Notice> others(RunPlan plan) {
        var found = plan.configuration().application();
        if (found.others().isEmpty()) {
            return Optional.empty();
        }
        List<Remedy> choices = found.others().stream()
                .limit(3)
                .<Remedy>map(other -> new Remedy.RunApplication(other.name()))
                .toList();
        return Optional.of(new Notice(
                Notice.Kind.INFORMATION,
                "Running " + found.chosen().name(),
                "This project has more than one application. This one was chosen because "
                        + found.chosen().reason() + ".",
                choices));
    }

    /** On whichever thread moved it. */
    private void moved(RunPlan plan, RunState state) {
        Run run = current;
        Optional<URI> now =
                Phase.of(state).listening() && run != null ? Optional.of(address(plan, run.port())) : Optional.empty();
        onFx(() -> {
            booted |= state == RunState.LOADING;
            phase.set(Phase.of(state));
            address.set(now);
        });
    }

    private static URI address(RunPlan plan, int port) {
        String host = plan.server().host();
        String reachable = host.equals("0.0.0.0") ? "127.0.0.1" : host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return URI.create("http://" + reachable + ":" + port + "/");
    }

    /** Ends the run: requests get a few seconds, then they are interrupted. */
    public void stop() {
        workers.urgent().execute(this::stopNow);
    }

    private void stopNow() {
        Run run = current;
        if (run == null) {
            return;
        }
        boolean loading = run.state() == RunState.LOADING;
        engine.debugger().release();
        run.stop(PATIENCE);
        if (loading) {
            engine.interrupt(INTERRUPT_PATIENCE);
        }
    }

    /** Stops and runs anew. */
    public void restart() {
        workers.urgent().execute(() -> {
            stopNow();
            onFx(this::run);
        });
    }

    /** Imports the application anew, as a changed file does. */
    public void reload() {
        Run run = current;
        if (run != null && phase.get().listening()) {
            workers.commands().execute(run::reload);
        }
    }

    /** Blocks until the run is over. Any thread but FX. */
    public void close() {
        stopNow();
    }

    /** Turns news of loading into notices. Give this to the feed of the journal. */
    public void accept(List<Event> events) {
        for (Event event : events) {
            switch (event) {
                case Event.ApplicationFailed failed ->
                    notice.set(Optional.of(LoadErrors.notice(
                            failed, project.map(Project::folder).orElse(null), loaded)));
                case Event.ApplicationLoaded ignored -> {
                    loaded = true;
                    notice.set(notice.get().filter(shown -> shown.kind() == Notice.Kind.INFORMATION));
                }
                default -> {}
            }
        }
    }

    /** Takes the notice away. */
    public void dismiss() {
        notice.set(Optional.empty());
    }

    /** Shows a notice that comes from elsewhere. */
    public void tell(Notice news) {
        notice.set(Optional.of(news));
    }

    private void tell(Notice news, Phase next) {
        onFx(() -> {
            notice.set(Optional.of(news));
            phase.set(next);
        });
    }

    private void onFx(Runnable change) {
        workers.fx().execute(change);
    }

    /** Where things stand. */
    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** What a browser is to be sent to, while the port is open. */
    public ReadOnlyObjectProperty<Optional<URI>> address() {
        return address.getReadOnlyProperty();
    }

    /** What the user should know. */
    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    /** How the project is run. */
    public ReadOnlyObjectProperty<ProjectSettings> settings() {
        return settings.getReadOnlyProperty();
    }

    /** The run, once there was one; for panes that ask it for stacks. Any thread. */
    public Optional<Run> current() {
        return Optional.ofNullable(current);
    }

    /** The requests that are in the application now. Any thread. */
    public Collection<ActiveRequest> activeRequests() {
        Run run = current;
        return run == null ? List.of() : run.activeRequests();
    }
}
