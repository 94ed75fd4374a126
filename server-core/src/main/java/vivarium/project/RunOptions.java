package vivarium.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user asks for about running a project, as the command line or a dialog has it.
 *
 * @param application as {@code --application} takes it; empty to have it found
 * @param pythonPath folders, relative to where the user stands
 * @param environment variables set for the application
 * @param threads requests served at once, at least 1
 * @param reload whether a changed source file loads the application again
 */
public record RunOptions(
        Optional<String> application,
        List<String> pythonPath,
        Map<String, String> environment,
        int threads,
        boolean reload) {
    private static final int THREADS = 5;

    public RunOptions {
        if (threads < 1) {
            throw new ProjectException(
                    "--threads is " + threads + ": at least one thread is needed to serve a request.");
        }
        pythonPath = List.copyOf(pythonPath);
        environment = Map.copyOf(environment);
    }

    /** What happens without any option. */
    public static RunOptions defaults() {
        return new RunOptions(Optional.empty(), List.of(), Map.of(), THREADS, true);
    }

    /** The variables in {@code NAME=VALUE} texts; a later one wins. The value may be empty and may hold further {@code =}. */
    public static Map<String, String> environment(List<String> pairs) {
        var variables = new LinkedHashMap<String, String>();
        for (var pair : pairs) {
            var equals = pair.indexOf('=');
            // The operating system has no way to hold a zero character.
            if (equals < 1 || pair.indexOf('\0') >= 0) {
                throw new ProjectException(
                        "--env \"" + pair + "\" is not understood: write NAME=VALUE, as in --env DEBUG=1.");
            }
            variables.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return variables;
    }
}
