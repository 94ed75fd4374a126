package vivarium.debug;

import java.nio.file.Path;
import vivarium.exchange.Volatile;

/** What a breakpoint waits for. */
public sealed interface Trigger {
    /**
     * A line is about to be executed.
     *
     * @param file absolute and normal
     * @param line from 1
     */
    record Line(Path file, int line) implements Trigger {}

    /** The application is called for a request. */
    record Entry() implements Trigger {}

    /**
     * The application calls {@code start_response}.
     *
     * @param minStatus only for a status code of at least this; 0 for all
     */
    record ResponseStart(int minStatus) implements Trigger {}

    /**
     * The response yields a part of its body.
     *
     * @param number which one, from 1
     */
    record Chunk(int number) implements Trigger {}

    /**
     * A line was written to the error log; the thread stops at the next line of code after that.
     *
     * @param text what the line holds; dates, numbers that were drawn and the like may be others
     */
    record Logged(String text) implements Trigger {
        /** Whether this line is meant. */
        public boolean matches(String line) {
            return line.contains(text) || Volatile.stable(line).contains(Volatile.stable(text));
        }
    }

    /**
     * An exception.
     *
     * @param type the name of its class or of a base class, qualified or not, for example {@code KeyError}; empty for any
     * @param onlyMine only where the line that raises it is in the project's own code
     */
    record Raised(String type, Mode mode, boolean onlyMine) implements Trigger {}

    /** At which moment of its way an exception stops the thread. */
    enum Mode {
        /** As soon as it is raised. */
        RAISED,
        /** When it is raised and no handler in the project's own code waits for it. */
        UNCAUGHT,
        /** When it leaves the application. */
        LEAVING
    }
}
