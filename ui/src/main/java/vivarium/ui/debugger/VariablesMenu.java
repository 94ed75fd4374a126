package vivarium.ui.debugger;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import vivarium.ui.exchange.Clipboards;

/**
 * What can be done with a variable. FX thread only.
 *
 * @param whole shows long values
 */
record VariablesMenu(VariablesTree tree, VariablesViewModel model, WholeValue whole) {
    ContextMenu menu() {
        var menu = new ContextMenu();
        MenuItem set = item("Change the value…", node -> tree.editChosen());
        MenuItem all = item("Show all of it", whole::show);
        MenuItem copy = item(
                "Copy the value", node -> Clipboards.put(node.now().variable().value()));
        MenuItem path = item(
                "Copy as expression",
                node -> Clipboards.put(node.now().variable().path()));
        MenuItem watch =
                item("Watch", node -> model.watches().add(node.now().variable().path()));
        MenuItem unwatch = item(
                "Do not watch any more",
                node -> model.watches().remove(node.now().variable().name()));
        menu.getItems().setAll(set, all, copy, path, watch, unwatch);
        menu.setOnShowing(event -> {
            enable(set, row -> row.assignable());
            enable(all, row -> row.variable().cut());
            enable(copy, row -> !row.variable().value().isEmpty());
            enable(path, row -> !row.variable().path().isEmpty());
            enable(watch, row -> !row.variable().path().isEmpty() && row.kind() != VariableRow.Kind.WATCH);
            enable(unwatch, row -> row.kind() == VariableRow.Kind.WATCH || row.kind() == VariableRow.Kind.PROBLEM);
        });
        return menu;
    }

    private void enable(MenuItem item, Predicate<VariableRow> possible) {
        Optional<VariableRow> row = tree.chosen().map(VariableNode::now);
        item.setDisable(row.filter(possible).isEmpty());
    }

    private MenuItem item(String words, Consumer<VariableNode> action) {
        var item = new MenuItem(words);
        item.setOnAction(event -> tree.chosen().ifPresent(action));
        return item;
    }
}
