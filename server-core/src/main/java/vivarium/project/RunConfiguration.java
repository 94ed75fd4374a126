package vivarium.project;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to run a project: all that an engine needs to know, checked.
 *
 * @param application what to load, and what else was found
 * @param pythonPath the start of {@code sys.path}: the project's folder, its {@code src}, then what the user added; the
 *     virtual environment's packages are not in it
 * @param environment variables to set for the application, on top of those Vivarium was started with
 * @param threads requests served at once
 * @param reload whether a changed source file loads the application again
 */
public record RunConfiguration(
        Project project,
        Applications application,
        List<Path> pythonPath,
        Map<String, String> environment,
        Optional<VirtualEnvironment> virtualEnvironment,
        int threads,
        boolean reload) {
    public RunConfiguration {
        pythonPath = List.copyOf(pythonPath);
        environment = Map.copyOf(environment);
    }

    /**
     * Works it out from the project's files; blocks on the disk.
     *
     * @param variables those that Vivarium was started with
     * @throws ProjectException if there is no application, or an option names what is not there
     */
    public static RunConfiguration of(Project project, RunOptions options, Map<String, String> variables) {
        var added = options.pythonPath().stream().map(RunConfiguration::folder).toList();
        var virtualEnvironment = VirtualEnvironment.of(project, variables);
        var searched = Stream.concat(added.stream(), virtualEnvironment.map(VirtualEnvironment::sitePackages).stream())
                .toList();
        var finder = new ApplicationFinder(project, searched);
        return new RunConfiguration(
                project,
                options.application().map(finder::named).orElseGet(finder::find),
                Stream.concat(project.sourceRoots().stream(), added.stream())
                        .distinct()
                        .toList(),
                options.environment(),
                virtualEnvironment,
                options.threads(),
                options.reload());
    }

    /** What to load. */
    public ApplicationTarget target() {
        return application.chosen().target();
    }

    private static Path folder(String text) {
        try {
            var folder = Path.of(text).toAbsolutePath().normalize();
            if (Files.isDirectory(folder)) {
                return folder;
            }
            throw new ProjectException(
                    "--python-path " + text + " is not a folder: there is none at " + folder + "; check the spelling.");
        } catch (InvalidPathException failure) {
            throw new ProjectException(
                    "--python-path " + text + " cannot be a path (" + failure.getReason() + "): check the spelling.",
                    failure);
        }
    }
}
