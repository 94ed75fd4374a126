package vivarium.ui.debugger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A row of the variables and what is below it. The same object from stop to stop for as long as there is such a name. FX thread only. */
final class VariableNode {
    private final ReadOnlyObjectWrapper<VariableRow> row;
    private final ObservableList<VariableNode> children = FXCollections.observableArrayList();
    private boolean expanded;
    private int asked;

    VariableNode(VariableRow row) {
        this.row = new ReadOnlyObjectWrapper<>(row);
    }

    VariableRow now() {
        return row.get();
    }

    ReadOnlyObjectProperty<VariableRow> row() {
        return row.getReadOnlyProperty();
    }

    void set(VariableRow next) {
        row.set(next);
    }

    ObservableList<VariableNode> children() {
        return children;
    }

    /** Whether its parts are shown. */
    boolean expanded() {
        return expanded;
    }

    void expanded(boolean now) {
        expanded = now;
    }

    /** How many of its parts were asked for. */
    int asked() {
        return asked;
    }

    void asked(int count) {
        asked = count;
    }

    /** Whether it can be opened. */
    boolean leaf() {
        return now().kind() != VariableRow.Kind.GROUP && now().variable().children() == 0;
    }

    /** The child with this name. */
    Optional<VariableNode> child(String name) {
        return children.stream()
                .filter(child -> child.now().variable().name().equals(name))
                .findFirst();
    }

    /** Shows these below it, in this order; a child of that kind and name stays the same object. */
    void show(List<VariableRow> rows) {
        Map<String, VariableNode> before = new HashMap<>();
        children.forEach(child -> before.put(key(child.now()), child));
        var next = new ArrayList<VariableNode>();
        for (VariableRow each : rows) {
            VariableNode known = before.remove(key(each));
            if (known == null) {
                next.add(new VariableNode(each));
            } else {
                known.set(each);
                next.add(known);
            }
        }
        if (!children.equals(next)) {
            children.setAll(next);
        }
    }

    private static String key(VariableRow row) {
        return row.kind() == VariableRow.Kind.MORE ? "" : row.variable().name();
    }
}
