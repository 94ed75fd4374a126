package vivarium.ui.requests;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongPredicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import vivarium.exchange.Exchanges.Changes;
import vivarium.exchange.Outline;

/**
 * The rows of the table: filtered, sorted with those that are pinned on top, and told of in one change for each batch. FX thread
 * only.
 *
 * <p>As many as the exchanges that the batches come from may be: what those evict leaves here.
 */
final class RequestsViewModel {
    /** For how long rows are judged before others get their turn. */
    private static final long SLICE_NANOS = 6_000_000;

    /** So many rows are not put into their places one by one. */
    private static final int MANY = 500;

    private static final Comparator<RequestRow> ARRIVAL = Comparator.comparingLong(RequestRow::id);

    /** Above the others, in whichever order these are. */
    private static final Comparator<RequestRow> PINNED =
            Comparator.comparing(row -> !row.outline().note().pinned());

    private final Map<Long, RequestRow> all = new LinkedHashMap<>();
    private final BatchList<RequestRow> shown = new BatchList<>();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private RequestFilter filter = RequestFilter.ALL;
    private Runnable changed = () -> {};
    private Comparator<RequestRow> order = PINNED.thenComparing(ARRIVAL);
    private boolean byArrival = true;
    private final Search search;
    private final Executor later;
    private Optional<LongPredicate> query = Optional.empty();
    private Iterator<RequestRow> unjudged = Collections.emptyIterator();

    /** @param later runs on the FX thread when other things have had their turn */
    RequestsViewModel(Search search, Executor later) {
        this.search = search;
        this.later = later;
    }

    /** What the table shows. */
    ObservableList<RequestRow> shown() {
        return shown;
    }

    /** How many there are, shown or not. */
    ReadOnlyIntegerProperty total() {
        return total.getReadOnlyProperty();
    }

    /** Whether newer ones come after older ones. */
    boolean inOrderOfArrival() {
        return byArrival;
    }

    RequestFilter filter() {
        return filter;
    }

    /** The row of this exchange, shown or not. */
    Optional<RequestRow> row(long id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Where it is among those shown, or -1. */
    int indexOf(RequestRow row) {
        if (!row.shown()) {
            return -1;
        }
        int index = Collections.binarySearch(shown, row, order);
        return index >= 0 && shown.get(index) == row ? index : shown.indexOf(row);
    }

    /** Takes what a batch of events did. */
    void accept(Changes changes) {
        shown.change(() -> {
            update(changes.changed());
            evict(changes.evicted());
        });
        total.set(all.size());
    }

    /** Shows those that pass from now on; where finding them takes time, what is shown stays until then. */
    void filter(RequestFilter next) {
        filter = next;
        if (next.query().isEmpty()) {
            query = Optional.empty();
            showAnew();
            return;
        }
        search.find(next.query().get(), found -> {
            if (filter.equals(next)) {
                query = Optional.of(found);
                showAnew();
                changed.run();
            }
        });
    }

    /** Is told when rows have come or gone for another reason than a call of this. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Shows those that pass by now: what the filter asks for has changed without an event. */
    void judgeAgain() {
        showAnew();
    }

    /** Sorts like this from now on; null for the order of arrival. */
    void sort(@Nullable Comparator<RequestRow> comparator) {
        byArrival = comparator == null;
        order = PINNED.thenComparing(comparator == null ? ARRIVAL : comparator.thenComparing(ARRIVAL));
        showAnew();
    }

    void clear() {
        unjudged = Collections.emptyIterator();
        all.clear();
        shown.clear();
        total.set(0);
    }

    private void update(List<Outline> changed) {
        Set<RequestRow> leaving = new HashSet<>();
        List<RequestRow> entering = new ArrayList<>();
        for (var outline : changed) {
            var row = all.get(outline.id());
            boolean moved = true;
            if (row == null) {
                row = new RequestRow(outline);
                all.put(outline.id(), row);
            } else {
                var before = new RequestRow(row.outline());
                row.update(outline);
                moved = order.compare(before, row) != 0;
            }
            boolean passes = passes(outline);
            if (row.shown() && (moved || !passes)) {
                leaving.add(row);
            }
            if (passes && (moved || !row.shown())) {
                entering.add(row);
            }
            row.shown(passes);
        }
        if (!leaving.isEmpty()) {
            shown.removeMatching(leaving::contains);
        }
        if (entering.size() > MANY) {
            showPassing(); // each by itself would move all that come after it
        } else {
            entering.forEach(this::insert);
        }
    }

    private void insert(RequestRow row) {
        int size = shown.size();
        if (size == 0 || order.compare(shown.get(size - 1), row) <= 0) {
            shown.add(row);
        } else {
            int index = Collections.binarySearch(shown, row, order);
            shown.add(index < 0 ? -index - 1 : index, row);
        }
    }

    private void evict(List<Long> evicted) {
        Set<RequestRow> leaving = new HashSet<>();
        for (var id : evicted) {
            var row = all.remove(id);
            if (row != null && row.shown()) {
                leaving.add(row);
            }
        }
        if (!leaving.isEmpty()) {
            shown.removeMatching(leaving::contains);
        }
    }

    private boolean passes(Outline outline) {
        return filter.matches(outline) && (query.isEmpty() || query.get().test(outline.id()));
    }

    private void showAnew() {
        if (query.isEmpty()) {
            unjudged = Collections.emptyIterator();
            all.values().forEach(row -> row.shown(filter.matches(row.outline())));
            showPassing();
        } else {
            // Bodies may have to be decoded: the window goes on meanwhile.
            all.values().forEach(row -> row.shown(false));
            shown.clear();
            unjudged = List.copyOf(all.values()).iterator();
            judge(unjudged);
        }
    }

    private void judge(Iterator<RequestRow> rows) {
        if (rows != unjudged) {
            return; // another filter has come
        }
        long end = System.nanoTime() + SLICE_NANOS;
        while (rows.hasNext() && System.nanoTime() < end) {
            var row = rows.next();
            row.shown(all.get(row.id()) == row && passes(row.outline()));
        }
        if (rows.hasNext()) {
            later.execute(() -> judge(rows));
        } else {
            showPassing();
            changed.run();
        }
    }

    private void showPassing() {
        shown.replaceAll(
                all.values().stream().filter(RequestRow::shown).sorted(order).toList());
    }
}
