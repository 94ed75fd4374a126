package vivarium.ui.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.project.RunOptions;
import vivarium.server.ServerOptions;

/**
 * How a project is run, as its user wants it.
 *
 * @param application as {@code --application} takes it; empty to have it found
 * @param port 0 for any free one
 * @param threads requests served at once
 * @param environment variables set for the application
 * @param pythonPath folders to import from besides the project
 * @param reload whether a changed file loads the application again
 */
public record ProjectSettings(
        Optional<String> application,
        String host,
        int port,
        int threads,
        Map<String, String> environment,
        List<String> pythonPath,
        boolean reload,
        boolean passAuthorization) {
    public ProjectSettings {
        environment = Map.copyOf(environment);
        pythonPath = List.copyOf(pythonPath);
    }

    /** What holds until the user says otherwise. */
    public static ProjectSettings standard() {
        return new ProjectSettings(Optional.empty(), "127.0.0.1", 8000, 5, Map.of(), List.of(), true, true);
    }

    /** The same on another port. */
    public ProjectSettings withPort(int other) {
        return new ProjectSettings(
                application, host, other, threads, environment, pythonPath, reload, passAuthorization);
    }

    /** The same with this application. */
    public ProjectSettings withApplication(String name) {
        return new ProjectSettings(
                Optional.of(name), host, port, threads, environment, pythonPath, reload, passAuthorization);
    }

    /** The same with further folders to import from. */
    public ProjectSettings withPythonPath(List<String> folders) {
        return new ProjectSettings(application, host, port, threads, environment, folders, reload, passAuthorization);
    }

    RunOptions runOptions() {
        return new RunOptions(application, pythonPath, environment, threads, reload);
    }

    ServerOptions serverOptions() {
        return new ServerOptions(host, port, threads, passAuthorization, ServerOptions.DEFAULT_MAX_BODY, true);
    }
}
