package vivarium.app;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where to listen, and how to serve. */
final class ListenOptions {
    private static final int LAST_PORT = 65_535;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli's doing, before any option is set
    private CommandSpec command;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Anything but this machine's own lets others in:"
                    + " 0.0.0.0 is every network it is in. Default: ${DEFAULT-VALUE}.")
    String host = "127.0.0.1";

    int port;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many requests are in the application at once; with 1, wsgi.multithread is false."
                    + " Default: ${DEFAULT-VALUE}.")
    int threads = 5;

    @Option(
            names = "--pass-authorization",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Give the Authorization header to the application, as most expect;"
                    + " --no-pass-authorization: withhold it, as mod_wsgi does unless told otherwise.")
    boolean passAuthorization = true;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8000",
            description = "The port to listen on; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    void port(int wanted) {
        if (wanted < 0 || wanted > LAST_PORT) {
            throw new ParameterException(
                    command.commandLine(),
                    "--port " + wanted + " is no port: they go from 1 to " + LAST_PORT + ", and 0 takes any free one");
        }
        port = wanted;
    }
}
