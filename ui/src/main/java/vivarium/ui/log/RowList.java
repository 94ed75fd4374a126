package vivarium.ui.log;

import java.util.List;
import javafx.collections.ObservableListBase;

/** The rows that are shown, as one observable list; a bulk change is one notification. FX thread only. */
final class RowList extends ObservableListBase<LogRow> {
    private final RowBuffer<LogRow> rows = new RowBuffer<>();

    @Override
    public LogRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /** Drops from the front and adds at the end; one change. */
    void roll(int dropped, List<LogRow> added) {
        beginChange();
        if (dropped > 0) {
            drop(0, dropped);
        }
        if (!added.isEmpty()) {
            insert(size(), added);
        }
        endChange();
    }

    /** Puts rows in between. */
    void insert(int index, List<LogRow> more) {
        beginChange();
        rows.insert(index, more);
        nextAdd(index, index + more.size());
        endChange();
    }

    /** Takes rows away. */
    void drop(int index, int count) {
        beginChange();
        var removed = List.copyOf(rows.subList(index, index + count));
        rows.drop(index, count);
        nextRemove(index, removed);
        endChange();
    }
}
