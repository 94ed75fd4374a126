package vivarium.app;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What to load, and into which surroundings. */
final class ApplicationOptions {
    @Option(
            names = "--application",
            paramLabel = "MODULE:CALLABLE|FILE.wsgi",
            description = "The application, where the project has several or hides it well: shop.web:app,"
                    + " shop.web:create_app, deploy/shop.wsgi. Otherwise it is found, and the log says how.")
    @Nullable
    String application;

    @Option(
            names = "--python-path",
            paramLabel = "DIR",
            description = "A folder to import from besides the project and its virtual environment. May be repeated.")
    List<String> pythonPath = new ArrayList<>();

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "Sets an environment variable for the application. May be repeated.")
    List<String> variables = new ArrayList<>();

    @Option(
            names = "--reload",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Load the application again when one of the project's files changes, once no request is in it;"
                            + " --no-reload: only at the start. Default: --reload.")
    boolean reload = true;
}
