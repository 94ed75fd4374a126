package vivarium.ui.exchange;

import java.util.AbstractList;
import java.util.RandomAccess;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vivarium.exchange.HexDump;

/** A dump as a list whose rows are made when they come into sight. */
final class HexRows extends AbstractList<String> implements RandomAccess {
    private final HexDump dump;

    private HexRows(HexDump dump) {
        this.dump = dump;
    }

    static ObservableList<String> of(HexDump dump) {
        return FXCollections.observableList(new HexRows(dump));
    }

    @Override
    public String get(int index) {
        return dump.row(index);
    }

    @Override
    public int size() {
        return dump.rows();
    }
}
