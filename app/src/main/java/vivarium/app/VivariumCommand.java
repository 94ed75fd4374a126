package vivarium.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vivarium.app.inspect.DiffCommand;
import vivarium.app.inspect.ExportCommand;
import vivarium.app.inspect.ImportCommand;
import vivarium.app.inspect.ListCommand;
import vivarium.app.inspect.MarkCommand;
import vivarium.app.inspect.ReplayCommand;
import vivarium.app.inspect.SessionsCommand;
import vivarium.app.inspect.ShowCommand;
import vivarium.project.RunOptions;
import vivarium.ui.run.ProjectSettings;

/** The command line as it was given. */
@Command(
        name = "vivarium",
        versionProvider = VersionReport.class,
        sortOptions = false,
        usageHelpWidth = 100,
        synopsisHeading = "%nUsage: ",
        customSynopsis = {"vivarium [PROJECT] [options]", "       vivarium COMMAND [options]"},
        subcommands = {
            SessionsCommand.class,
            ListCommand.class,
            ShowCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            DiffCommand.class,
            ReplayCommand.class,
            MarkCommand.class
        },
        commandListHeading = "%nLook into what was recorded (vivarium COMMAND --help):%n",
        header = "A glass house for watching Python web applications.",
        description = {
            "",
            "Opens a project in a window, serves its WSGI application and shows everything that happens: each request and"
                    + " response, its environ, the error log, every thread. With --no-window it does so in this terminal: what"
                    + " the application prints appears here, what it reads is typed here, so breakpoint() in a request opens a"
                    + " debugger prompt.",
            ""
        },
        footer = {
            "",
            "While it runs: Ctrl-C ends it once running requests have had 5 seconds, a second Ctrl-C at once."
                    + " kill -USR1, or touching .vivarium/dump-stacks in the project, writes the stacks of all Python"
                    + " threads to the log and to a file.",
            "",
            "Examples:",
            "  vivarium                                            open the window",
            "  vivarium shop --run                                 ... with the project in shop, and run it",
            "  vivarium --no-window                                serve the project in this folder",
            "  vivarium shop --no-window --port 0                  ... in shop, on any free port",
            "  vivarium shop --no-window --application shop.web:create_app --env DEBUG=1",
            "",
            "Exit codes: 0 it was asked to end; 2 something is missing or wrong that a message names."
        })
final class VivariumCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PROJECT",
            arity = "0..1",
            description = "The project's folder, or the .py or .wsgi file that has the application."
                    + " Where it is left out, the window asks; with --no-window it is this folder.")
    private @Nullable Path project;

    @Option(names = "--no-window", description = "Serve in this terminal, without a window, until Ctrl-C.")
    private boolean noWindow;

    @ArgGroup(exclusive = false, validate = false, heading = "%nThe window:%n")
    private WindowOptions window = new WindowOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli's doing
    private CommandSpec spec;

    @ArgGroup(exclusive = false, validate = false, heading = "%nThe application:%n")
    private ApplicationOptions application = new ApplicationOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nThe server:%n")
    private ListenOptions server = new ListenOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nWhat is kept and shown:%n")
    private RecordOptions record = new RecordOptions();

    @ArgGroup(exclusive = false, validate = false, heading = "%nThe debugger, with --no-window:%n")
    private DebugOptions debug = new DebugOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = "--version",
            versionHelp = true,
            description = "Show the versions of everything inside, and whether JIT and AOT cache are in use.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    @Override
    public @Nullable Integer call() {
        if (noWindow) {
            new Serving(
                            Installation.current(),
                            Optional.ofNullable(project).orElse(Path.of(".")),
                            application,
                            server,
                            record,
                            debug)
                    .untilSignal();
            return 0;
        }
        if (window.screenshots != null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        Installation.current();
        Display.current().require();
        Application.launch(
                Vivarium.class,
                spec.commandLine().getParseResult().originalArgs().toArray(String[]::new));
        return 0;
    }

    /** The project that was named. */
    Optional<Path> folder() {
        return Optional.ofNullable(project);
    }

    /** What holds for the window. */
    WindowOptions window() {
        return window;
    }

    /** What is kept. */
    RecordOptions record() {
        return record;
    }

    /** How the project is to be run; empty where nothing was said about it, so that it is run as the last time. */
    Optional<ProjectSettings> settings() {
        var said = new ProjectSettings(
                Optional.ofNullable(application.application),
                server.host,
                server.port,
                server.threads,
                RunOptions.environment(application.variables),
                application.pythonPath,
                application.reload,
                server.passAuthorization);
        return said.equals(ProjectSettings.standard()) ? Optional.empty() : Optional.of(said);
    }
}
