package vivarium.ui.replay;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import vivarium.debug.Breakpoint;
import vivarium.debug.Breakpoints;
import vivarium.debug.RequestScope;
import vivarium.debug.Trigger;
import vivarium.exchange.Exchange;
import vivarium.journal.Event.LogLine;
import vivarium.journal.PythonFailure;
import vivarium.ui.exchange.LiveExchanges;
import vivarium.ui.parts.ShortPath;
import vivarium.ui.parts.SourceLinks;

/** Where the debugger can stop in the next replay of an exchange: once, and in no other request. FX thread only. */
public record ReplayStops(LiveExchanges exchanges, Breakpoints breakpoints, Path project) {
    /** As the application is called. */
    Breakpoint atEntry(long exchange) {
        return add(Breakpoint.on(new Trigger.Entry()), exchange);
    }

    /** As the application calls {@code start_response}. */
    Breakpoint atResponse(long exchange) {
        return add(Breakpoint.on(new Trigger.ResponseStart(0)), exchange);
    }

    /** After a line that holds this text was written to the error log. */
    Breakpoint atLog(long exchange, String text) {
        return add(Breakpoint.on(new Trigger.Logged(text)), exchange);
    }

    /** At this line of code. */
    Breakpoint atLine(long exchange, Path file, int line) {
        return add(Breakpoint.at(file, line), exchange);
    }

    /** At the project's own line that raised; empty where no exception of the exchange names one. */
    Optional<Breakpoint> atFailure(long exchange) {
        return exchanges.exchange(exchange).flatMap(this::line).map(line -> add(line, exchange));
    }

    /** It was not reached. Says false where it was. */
    boolean takeBack(Breakpoint breakpoint) {
        boolean there = breakpoints.find(breakpoint.id()).isPresent();
        breakpoints.remove(breakpoint.id());
        return there;
    }

    private Breakpoint add(Breakpoint breakpoint, long exchange) {
        return breakpoints.add(breakpoint.once().within(new RequestScope("", "", "", exchange)));
    }

    /** The innermost line of the project in the traceback, of an exception that left the application or of one that was logged. */
    private Optional<Breakpoint> line(Exchange exchange) {
        Stream<String> tracebacks = Stream.concat(
                exchange.failure().map(PythonFailure::traceback).stream(),
                exchange.log().stream().map(LogLine::text).filter(text -> text.contains("Traceback (most recent")));
        return tracebacks.flatMap(text -> innermost(text).stream()).findFirst();
    }

    private Optional<Breakpoint> innermost(String traceback) {
        return SourceLinks.of(traceback).stream()
                .filter(link -> ShortPath.own(project, link.file()))
                .reduce((first, second) -> second)
                .map(link -> Breakpoint.at(Path.of(link.file()), link.line()));
    }
}
