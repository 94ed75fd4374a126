package vivarium.ui.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;
import vivarium.journal.Event;
import vivarium.journal.Event.LogLine;

/**
 * The tail of the error log, and what of it is shown. FX thread only, like everything that a list on the screen is bound to.
 *
 * <p>A filter is applied in slices, oldest entries first: {@link #proceed} once a pulse while it is {@link #behindProperty}. New
 * entries take the same way.
 */
public final class LogViewModel {
    /** Of a pulse's sixteen milliseconds, what a filter may take. */
    private static final long SLICE_NANOS = 6_000_000;

    /** Entries between two looks at the clock. */
    private static final int BETWEEN_LOOKS = 64;

    private final int most;
    private final int slice;
    private final LongSupplier nanos;
    private final RowBuffer<LogEntry> entries = new RowBuffer<>();
    private final RowList rows = new RowList();
    private final Set<Long> unfolded = new HashSet<>();
    private final ReadOnlyIntegerWrapper unreadErrors = new ReadOnlyIntegerWrapper(this, "unreadErrors", 0);
    private final ReadOnlyIntegerWrapper kept = new ReadOnlyIntegerWrapper(this, "kept", 0);
    private final ReadOnlyBooleanWrapper behind = new ReadOnlyBooleanWrapper(this, "behind", false);
    private LogFilter filter = LogFilter.all();
    private boolean watched;
    private long next;
    private long looked;

    /**
     * @param most entries that are kept; when there are more, the oldest hundredth goes
     * @param slice entries that the filter looks at in one go, or fewer when they take too long
     * @param nanos a clock
     */
    public LogViewModel(int most, int slice, LongSupplier nanos) {
        if (most < 1 || slice < 1) {
            throw new IllegalArgumentException("A log needs room for an entry: " + most + ", " + slice);
        }
        this.most = most;
        this.slice = slice;
        this.nanos = nanos;
    }

    /** For one developer's machine: 200,000 entries. */
    public static LogViewModel standard() {
        return new LogViewModel(200_000, 5_000, System::nanoTime);
    }

    /** What is shown, oldest first; changed by one bulk change for each batch. */
    ObservableList<LogRow> rows() {
        return rows;
    }

    /** Entries that are kept, shown or not. */
    ReadOnlyIntegerProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** Errors that came while nobody looked at the log. */
    public ReadOnlyIntegerProperty unreadErrorsProperty() {
        return unreadErrors.getReadOnlyProperty();
    }

    /** Says whether the log is in front of the user now; what it shows counts as read. */
    public void watched(boolean isWatched) {
        watched = isWatched;
        if (isWatched) {
            unreadErrors.set(0);
        }
    }

    /** Takes the log's lines out of a batch of the journal. */
    public void accept(List<Event> events) {
        int errors = 0;
        var lines = new ArrayList<LogEntry>();
        for (Event event : events) {
            if (event instanceof LogLine line) {
                var entry = LogEntry.of(next++, line);
                lines.add(entry);
                errors += entry.isError() ? 1 : 0;
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        if (!watched) {
            unreadErrors.set(unreadErrors.get() + errors);
        }
        entries.insert(entries.size(), lines);
        if (entries.size() > most) {
            entries.drop(0, Math.min(entries.size(), entries.size() - most + most / 100));
            unfolded.removeIf(number -> number < oldest());
        }
        kept.set(entries.size());
        proceed();
    }

    private long oldest() {
        return next - entries.size();
    }

    /** Whether there are entries that the filter has not looked at. */
    ReadOnlyBooleanProperty behindProperty() {
        return behind.getReadOnlyProperty();
    }

    /** Looks at the next slice, and drops the rows of entries that are gone. */
    void proceed() {
        looked = Math.max(looked, oldest());
        long end = Math.min(next, looked + slice);
        var found = new ArrayList<LogRow>();
        long enough = nanos.getAsLong() + SLICE_NANOS;
        for (; looked < end && (looked % BETWEEN_LOOKS != 0 || nanos.getAsLong() < enough); looked++) {
            var entry = entries.get((int) (looked - oldest()));
            if (filter.shows(entry.line())) {
                found.addAll(rowsOf(entry, 0));
            }
        }
        int gone = 0;
        while (gone < rows.size() && rows.get(gone).entry().number() < oldest()) {
            gone++;
        }
        rows.roll(gone, found);
        behind.set(looked < next);
    }

    private List<LogRow> rowsOf(LogEntry entry, int from) {
        int lines = unfolded.contains(entry.number()) ? entry.lines() : 1;
        return IntStream.range(from, lines)
                .mapToObj(line -> new LogRow(entry, line))
                .toList();
    }

    /** Shows what passes this, beginning anew. */
    void filter(LogFilter newFilter) {
        if (!filter.equals(newFilter)) {
            filter = newFilter;
            looked = oldest();
            rows.roll(rows.size(), List.of());
            proceed();
        }
    }

    boolean isUnfolded(LogEntry entry) {
        return unfolded.contains(entry.number());
    }

    /** Shows all lines of the entry at this row, or only its first again. */
    void toggle(int row) {
        var entry = rows.get(row).entry();
        int first = row - rows.get(row).line();
        if (entry.lines() == 1) {
            return;
        }
        if (unfolded.remove(entry.number())) {
            rows.drop(first + 1, entry.lines() - 1);
        } else {
            unfolded.add(entry.number());
            rows.insert(first + 1, rowsOf(entry, 1));
        }
    }

    /** Forgets everything. What comes later is shown. */
    public void clear() {
        entries.drop(0, entries.size());
        unfolded.clear();
        looked = next;
        behind.set(false);
        kept.set(0);
        unreadErrors.set(0);
        rows.roll(rows.size(), List.of());
    }

    /** The text of rows, a folded entry with all its lines. */
    String text(List<LogRow> chosen) {
        return chosen.stream()
                .map(row -> row.isFoldable() && !isUnfolded(row.entry())
                        ? row.entry().line().text()
                        : line(row))
                .collect(Collectors.joining("\n"));
    }

    /** What a row says. */
    String line(LogRow row) {
        return row.isFoldable() && !isUnfolded(row.entry())
                ? row.entry().summary()
                : row.entry().line().text().lines().skip(row.line()).findFirst().orElse("");
    }
}
