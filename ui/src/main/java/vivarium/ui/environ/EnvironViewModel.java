package vivarium.ui.environ;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vivarium.exchange.Exchange;
import vivarium.journal.Environ.Entry;
import vivarium.journal.Environ.Group;
import vivarium.journal.PythonRepr;
import vivarium.ui.environ.EnvironRow.Change;

/** An environ beside that of the previous request to the same path. Immutable. */
final class EnvironViewModel {
    private static final Comparator<EnvironRow> ORDER =
            Comparator.comparing(EnvironRow::group).thenComparing(EnvironRow::key);

    private final List<EnvironRow> rows;
    private final Optional<Long> previous;

    private EnvironViewModel(List<EnvironRow> rows, Optional<Long> previous) {
        this.rows = rows;
        this.previous = previous;
    }

    /** Without rows while the application has not been called. */
    static EnvironViewModel of(Exchange exchange, Optional<Exchange> previous) {
        var now = entries(Optional.of(exchange));
        var then = entries(previous);
        boolean comparable = !then.isEmpty() && !now.isEmpty();
        var rows = new ArrayList<EnvironRow>();
        now.forEach((key, entry) -> rows.add(row(
                entry, comparable ? compare(entry, then.get(key)) : Change.SAME, comparable ? then.get(key) : null)));
        if (comparable) {
            then.forEach((key, entry) -> {
                if (!now.containsKey(key)) {
                    rows.add(row(entry, Change.MISSING, null));
                }
            });
        }
        rows.sort(ORDER);
        return new EnvironViewModel(List.copyOf(rows), comparable ? previous.map(Exchange::id) : Optional.empty());
    }

    /** In the order of groups, then of keys. */
    List<EnvironRow> rows() {
        return rows;
    }

    /** The exchange that it is compared with. */
    Optional<Long> previous() {
        return previous;
    }

    /** How many have changed so that it is worth a look. */
    long notable() {
        return rows.stream().filter(EnvironRow::notable).count();
    }

    /** Those that hold these words, by group; with {@code onlyNotable} those that have changed alone. */
    Map<Group, List<EnvironRow>> groups(String words, boolean onlyNotable) {
        var sought = words.strip().toLowerCase(Locale.ROOT);
        var groups = new LinkedHashMap<Group, List<EnvironRow>>();
        for (var row : rows) {
            if ((sought.isEmpty() || row.holds(sought)) && (!onlyNotable || row.notable())) {
                groups.computeIfAbsent(row.group(), group -> new ArrayList<>()).add(row);
            }
        }
        return groups;
    }

    /** The environ as a {@code dict} in Python's own words; values that are objects are quoted, as no text can make them. */
    static String dict(List<EnvironRow> rows) {
        var text = new StringBuilder("{\n");
        for (var row : rows) {
            if (row.change() != Change.MISSING) {
                boolean object = row.repr().startsWith("<");
                text.append("    ")
                        .append(PythonRepr.of(row.key()))
                        .append(": ")
                        .append(object ? PythonRepr.of(row.repr()) : row.repr())
                        .append(",\n");
            }
        }
        return text.append("}\n").toString();
    }

    private static Map<String, Entry> entries(Optional<Exchange> exchange) {
        var entries = new LinkedHashMap<String, Entry>();
        exchange.flatMap(Exchange::entered)
                .ifPresent(entered -> entered.environ().entries().forEach(entry -> entries.put(entry.key(), entry)));
        return entries;
    }

    private static EnvironRow row(Entry entry, Change change, @Nullable Entry before) {
        var was = change == Change.CHANGED && before != null ? before.repr() : "";
        return new EnvironRow(
                entry.group(), entry.key(), entry.repr(), EnvironKeys.of(entry.key(), entry.group()), change, was);
    }

    private static Change compare(Entry now, @Nullable Entry then) {
        return then == null ? Change.ADDED : then.repr().equals(now.repr()) ? Change.SAME : Change.CHANGED;
    }
}
