package vivarium.engine.embedded;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * One of pdb's commands about breakpoints, typed while no thread is paused.
 *
 * @param line without white space around it
 */
record UnpausedCommand(String line) {
    /** What follows the name is no breakpoint where it makes the line a statement of Python's: {@code b = 1}. */
    private static final Pattern COMMAND =
            Pattern.compile("(?:b|break|tbreak|cl|clear|disable|enable|condition|ignore)(?:\\s+[\\w./~'\"\\\\].*)?");

    /** Empty where the line is none. */
    static Optional<UnpausedCommand> of(String line) {
        return COMMAND.matcher(line.strip()).matches()
                ? Optional.of(new UnpausedCommand(line.strip()))
                : Optional.empty();
    }

    /**
     * What pdb answers. It is asked on a thread of its own: Python may be busy.
     *
     * @param stops the module
     */
    CompletableFuture<String> execute(Value stops, HostDebugger host) {
        var answer = new CompletableFuture<String>();
        Thread.ofPlatform().name("debugger-command").daemon().start(() -> {
            try {
                answer.complete(stops.invokeMember("command", host, line).asString());
            } catch (PolyglotException broken) {
                answer.complete("*** " + broken.getMessage() + "\n");
            }
        });
        return answer;
    }
}
