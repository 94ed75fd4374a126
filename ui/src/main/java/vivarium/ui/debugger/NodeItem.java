package vivarium.ui.debugger;

import javafx.collections.ListChangeListener;
import javafx.scene.control.TreeItem;

/** A node of the variables as trees want it. Asks for its parts when it is opened. FX thread only. */
final class NodeItem extends TreeItem<VariableNode> {
    private final VariablesViewModel model;

    NodeItem(VariableNode node, VariablesViewModel model) {
        super(node);
        this.model = model;
        setExpanded(node.expanded());
        node.children().addListener((ListChangeListener<VariableNode>) change -> show());
        show();
        expandedProperty().subscribe(open -> {
            if (node.expanded() != open) {
                model.expand(node, open);
            }
        });
        node.row().subscribe(row -> {
            if (node.expanded() != isExpanded()) {
                setExpanded(node.expanded());
            }
        });
    }

    private void show() {
        var items = getValue().children().stream().map(this::item).toList();
        getChildren().setAll(items);
        setExpanded(getValue().expanded());
    }

    private TreeItem<VariableNode> item(VariableNode node) {
        return getChildren().stream()
                .filter(known -> known.getValue() == node)
                .findFirst()
                .orElseGet(() -> new NodeItem(node, model));
    }

    @Override
    public boolean isLeaf() {
        return getValue() != null && getValue().leaf();
    }
}
