package vivarium.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vivarium.project.Project;
import vivarium.project.RunConfiguration;
import vivarium.project.RunOptions;
import vivarium.run.Run;
import vivarium.run.RunPlan;
import vivarium.server.ServerOptions;

/** One of the sample projects, served for a test, with a client that keeps cookies and follows no redirects. */
public final class RunningProject implements AutoCloseable {
    private final Run run;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private RunningProject(Run run) {
        this.run = run;
    }

    /**
     * Starts it.
     *
     * @param variables where the project is to keep its data, so that nothing is written beside its sources
     */
    public static RunningProject sample(String name, PythonFixture python, Map<String, String> variables)
            throws IOException {
        return at(Path.of(System.getProperty("vivarium.root"), "sample-projects", name), python, variables);
    }

    /** Starts the project in this folder, which is reloaded only when {@link Run#reload} is called. */
    public static RunningProject at(Path folder, PythonFixture python, Map<String, String> variables)
            throws IOException {
        var options = new RunOptions(Optional.empty(), List.of(packages().toString()), variables, 5, false);
        var project = Project.at(folder);
        python.journal().clear();
        var run = new Run(
                new RunPlan(RunConfiguration.of(project, options, Map.of()), ServerOptions.defaults()),
                python.engine(),
                python.journal(),
                InstantSource.system(),
                Runnable::run,
                List.of());
        run.start();
        return new RunningProject(run);
    }

    private static Path packages() {
        return Path.of(System.getProperty("vivarium.pythonPackages"));
    }

    /** The run. */
    public Run run() {
        return run;
    }

    /** Asks for a page. */
    public HttpResponse<String> get(String target) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(target)));
    }

    /** Sends a form: names and values, alternating, percent-encoded by the caller where that is needed. */
    public HttpResponse<String> post(String target, String form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(target))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Sends whatever the builder holds. */
    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The address of a target of this project. */
    public URI uri(String target) {
        return URI.create("http://127.0.0.1:" + run.port() + target);
    }

    @Override
    public void close() {
        run.stop(Duration.ofMillis(500));
        client.shutdownNow();
    }
}
