package vivarium.app.inspect;

import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command has that prints text or JSON. */
final class Printing {
    @Mixin
    private Streams streams = new Streams();

    @Option(names = "--json", description = "Print JSON, for scripts.")
    boolean json;

    PrintWriter out() {
        return streams.out();
    }

    /** Prints a line to standard error. */
    void err(String line) {
        streams.err(line);
    }
}
