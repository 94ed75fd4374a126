package vivarium.ui.requests;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import vivarium.exchange.LiveFilter;
import vivarium.filter.Filter;
import vivarium.ui.exchange.LiveExchanges;

/** Finds out which exchanges a filter means. FX thread only. */
@FunctionalInterface
public interface Search {
    /** Hands over, now or later on the FX thread, what says of an exchange's number whether it is meant. Never where it was ended. */
    void find(Filter filter, Consumer<LongPredicate> found);

    /** Looks into exchanges in memory, each when it is asked about. */
    static Search among(LiveExchanges exchanges, Instant started) {
        return (filter, found) -> {
            var meant = new LiveFilter(filter, started);
            found.accept(id -> exchanges.exchange(id).filter(meant).isPresent());
        };
    }
}
