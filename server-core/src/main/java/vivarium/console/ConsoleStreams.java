package vivarium.console;

import java.io.InputStream;
import java.io.OutputStream;

/** What an engine is given as Python's standard input and standard output; whoever made them closes them, if anybody. */
public record ConsoleStreams(InputStream stdin, OutputStream stdout) {
    /** The process's own: the terminal that Vivarium was started in, or whatever it was redirected to. */
    public static ConsoleStreams terminal() {
        return new ConsoleStreams(System.in, System.out);
    }
}
