package vivarium.ui.replay;

import java.nio.file.Path;
import java.util.Optional;
import vivarium.debug.Breakpoint;
import vivarium.debug.Breakpoints;
import vivarium.debug.Trigger;
import vivarium.replay.FailingLine;
import vivarium.ui.exchange.LiveExchanges;

/** Where the debugger can stop in the next replay of an exchange: once, and in no other request. FX thread only. */
public record ReplayStops(LiveExchanges exchanges, Breakpoints breakpoints, Path project) {
    /** As the application is called. */
    Breakpoint atEntry(long exchange) {
        return add(new Trigger.Entry(), exchange);
    }

    /** As the application calls {@code start_response}. */
    Breakpoint atResponse(long exchange) {
        return add(new Trigger.ResponseStart(0), exchange);
    }

    /** After a line that holds this text was written to the error log. */
    Breakpoint atLog(long exchange, String text) {
        return add(new Trigger.Logged(text), exchange);
    }

    /** At this line of code. */
    Breakpoint atLine(long exchange, Path file, int line) {
        return add(new Trigger.Line(file, line), exchange);
    }

    /** At the project's own line that raised; empty where no exception of the exchange names one. */
    Optional<Breakpoint> atFailure(long exchange) {
        return exchanges
                .exchange(exchange)
                .flatMap(failed -> FailingLine.of(failed.failure(), failed.log(), project))
                .map(line -> add(line, exchange));
    }

    /** It was not reached. Says false where it was. */
    boolean takeBack(Breakpoint breakpoint) {
        boolean there = breakpoints.find(breakpoint.id()).isPresent();
        breakpoints.remove(breakpoint.id());
        return there;
    }

    private Breakpoint add(Trigger trigger, long exchange) {
        return breakpoints.add(Breakpoint.inReplay(trigger, exchange));
    }
}
