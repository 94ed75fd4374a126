package vivarium.ui.replay;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vivarium.debug.Breakpoint;
import vivarium.debug.Breakpoints;
import vivarium.debug.RequestScope;
import vivarium.exchange.Exchange;
import vivarium.journal.Event.LogLine;
import vivarium.journal.PythonFailure;
import vivarium.ui.exchange.LiveExchanges;

/**
 * Has the debugger stop once, in the next replay of an exchange only, at the project's own line that raised. FX thread only.
 *
 * @param complaints hears why that cannot be done
 */
public record FailureStop(LiveExchanges exchanges, Breakpoints breakpoints, Path project, Consumer<String> complaints)
        implements LongConsumer {
    private static final Pattern FRAME = Pattern.compile("File \"([^\"]+)\", line (\\d+)");

    @Override
    public void accept(long exchange) {
        exchanges
                .exchange(exchange)
                .flatMap(this::line)
                .ifPresentOrElse(
                        breakpoint -> breakpoints.add(breakpoint.once().within(new RequestScope("", "", "", exchange))),
                        () -> complaints.accept(
                                "No exception of this request names a line of the project to stop at."));
    }

    /** The innermost line of the project in the traceback, of an exception that left the application or of one that was logged. */
    private Optional<Breakpoint> line(Exchange exchange) {
        Stream<String> tracebacks = Stream.concat(
                exchange.failure().map(PythonFailure::traceback).stream(),
                exchange.log().stream().map(LogLine::text).filter(text -> text.contains("Traceback (most recent")));
        return tracebacks.flatMap(text -> innermost(text).stream()).findFirst();
    }

    private Optional<Breakpoint> innermost(String traceback) {
        Optional<Breakpoint> last = Optional.empty();
        var frames = FRAME.matcher(traceback);
        while (frames.find()) {
            Path file = Path.of(frames.group(1));
            if (file.startsWith(project) && !frames.group(1).contains("site-packages")) {
                last = Optional.of(Breakpoint.at(file, Integer.parseInt(frames.group(2))));
            }
        }
        return last;
    }
}
