package vivarium.ui.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vivarium.exchange.FormField;
import vivarium.ui.edit.FieldTable.Entry;

/** A query or a form between its spelling and the rows of a table: what is not changed keeps its spelling. */
final class Pairs {
    private Pairs() {}

    static List<Entry> rows(String text) {
        var rows = new ArrayList<Entry>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                var field = FormField.of(pair);
                rows.add(new Entry(field.name(), field.value(), pair));
            }
        }
        return rows;
    }

    static String text(List<Entry> rows) {
        return rows.stream()
                .map(row -> row.written().isEmpty() ? new FormField(row.name(), row.value()).encoded() : row.written())
                .collect(Collectors.joining("&"));
    }
}
