package vivarium.journal;

import java.util.List;

/**
 * A Python exception as it was when it left the application.
 *
 * @param type qualified, as Python prints it, for example {@code sqlite3.OperationalError}
 * @param message {@code str(exception)}
 * @param traceback the whole text as Python prints it, causes and notes included, our own frames left out
 * @param frames outermost first
 */
public record PythonFailure(String type, String message, String traceback, List<Frame> frames) {
    /**
     * One entry of a traceback.
     *
     * @param line from 1
     * @param source the line's text without indentation; empty where it is not known
     */
    public record Frame(String file, int line, String function, String source) {}
}
