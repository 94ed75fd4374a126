package vivarium.app;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vivarium.debug.Breakpoint;
import vivarium.debug.Breakpoints;
import vivarium.debug.Debugger;

/** Where the debugger stops from the start. */
final class DebugOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli's doing, before any option is set
    private CommandSpec command;

    @Option(
            names = "--debug",
            description = "Stop where an exception leaves the application, with pdb's prompt on its frames.")
    boolean uncaught;

    @Option(names = "--debugger-startup", description = "Stop right after the application was loaded.")
    boolean startup;

    private List<String> places = List.of();

    @Option(
            names = "--break",
            paramLabel = "FILE:LINE[:CONDITION]",
            description =
                    "Stop before this line of a file of the project, where the Python expression CONDITION is true."
                            + " It is kept with the project's other breakpoints.")
    void places(List<String> given) {
        for (String place : given) {
            if (!place.matches("(?s)[^:]+:[1-9]\\d{0,8}(:.+)?")) {
                throw new ParameterException(
                        command.commandLine(),
                        "--break " + place + ": a file, a colon and a line number are needed, for example app.py:12");
            }
        }
        places = List.copyOf(given);
    }

    /** Tells the debugger, whose breakpoints become those of the project in this folder. */
    void apply(Debugger debugger, Path folder) {
        debugger.stopAtUncaught(uncaught);
        debugger.stopAtStartup(startup);
        Breakpoints breakpoints = debugger.breakpoints();
        breakpoints.of(folder);
        for (String place : places) {
            Breakpoint wanted = breakpoint(folder, place);
            boolean known = breakpoints.list().stream()
                    .anyMatch(status -> status.breakpoint().numbered(0).equals(wanted));
            if (!known) {
                breakpoints.add(wanted);
            }
        }
    }

    private static Breakpoint breakpoint(Path folder, String place) {
        int colon = place.indexOf(':');
        int second = place.indexOf(':', colon + 1);
        int line = Integer.parseInt(place.substring(colon + 1, second < 0 ? place.length() : second));
        Breakpoint plain = Breakpoint.at(folder.resolve(place.substring(0, colon)), line);
        return second < 0 ? plain : plain.when(place.substring(second + 1).strip());
    }
}
