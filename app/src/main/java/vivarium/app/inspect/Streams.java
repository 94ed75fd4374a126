package vivarium.app.inspect;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has: where it prints to, and its help. */
final class Streams {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli's doing
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Prints a line to standard error. */
    void err(String line) {
        var err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
