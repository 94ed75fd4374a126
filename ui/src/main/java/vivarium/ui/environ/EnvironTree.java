package vivarium.ui.environ;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import org.jspecify.annotations.Nullable;
import vivarium.journal.Environ.Group;

/** The keys in their groups. FX thread only. */
final class EnvironTree extends TreeTableView<EnvironLine> {

    EnvironTree() {
        getStyleClass().addAll(Styles.DENSE, "environ-tree");
        setShowRoot(false);
        setFixedCellSize(25);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var key = column("Key", 230, EnvironLine::title, "data", "key");
        var value = column("Value", 250, EnvironLine::value, "data");
        var source = column("Defined in", 96, EnvironLine::source, "meaning");
        var meaning = column("What it is", 200, EnvironLine::meaning, "meaning");
        meaning.prefWidthProperty()
                .bind(widthProperty()
                        .subtract(key.widthProperty())
                        .subtract(value.widthProperty())
                        .subtract(source.widthProperty())
                        .subtract(18));
        getColumns().setAll(List.of(key, value, source, meaning));
        setRowFactory(_ -> new Row());
        setRoot(new TreeItem<>());
    }

    /** Shows these; groups that the user has closed stay closed. */
    void show(Map<Group, List<EnvironRow>> groups) {
        var closed = getRoot().getChildren().stream()
                .filter(item -> !item.isExpanded())
                .map(item -> item.getValue().group())
                .toList();
        var chosen = chosen().findFirst().map(EnvironRow::key);
        var items = groups.entrySet().stream()
                .map(group -> item(group.getKey(), group.getValue()))
                .toList();
        items.forEach(item -> item.setExpanded(!closed.contains(item.getValue().group())));
        getRoot().getChildren().setAll(items);
        chosen.ifPresent(this::choose);
    }

    /** The keys that are selected. */
    Stream<EnvironRow> chosen() {
        return List.copyOf(getSelectionModel().getSelectedItems()).stream()
                .filter(item -> item != null && item.getValue() != null)
                .map(item -> item.getValue().row())
                .flatMap(Optional::stream);
    }

    private void choose(String key) {
        getSelectionModel().clearSelection();
        for (var group : getRoot().getChildren()) {
            for (var item : group.getChildren()) {
                if (item.getValue().title().equals(key) && group.isExpanded()) {
                    getSelectionModel().select(item);
                }
            }
        }
    }

    private static TreeItem<EnvironLine> item(Group group, List<EnvironRow> rows) {
        var item = new TreeItem<>(EnvironLine.of(group, rows.size()));
        item.getChildren()
                .setAll(rows.stream()
                        .map(row -> new TreeItem<>(EnvironLine.of(row)))
                        .toList());
        return item;
    }

    private static TreeTableColumn<EnvironLine, String> column(
            String title, int width, Function<EnvironLine, String> fact, String... styles) {
        var column = new TreeTableColumn<EnvironLine, String>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(features ->
                new ReadOnlyObjectWrapper<>(fact.apply(features.getValue().getValue())));
        column.setCellFactory(_ -> {
            var cell = new TreeTableCell<EnvironLine, String>() {
                @Override
                protected void updateItem(@Nullable String text, boolean empty) {
                    super.updateItem(text, empty);
                    setText(empty ? null : text);
                }
            };
            cell.getStyleClass().addAll(styles);
            return cell;
        });
        return column;
    }

    private static final class Row extends TreeTableRow<EnvironLine> {
        private String tone = "";

        @Override
        protected void updateItem(@Nullable EnvironLine line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().remove(tone);
            tone = empty || line == null ? "" : line.row().isEmpty() ? "environ-group" : line.style();
            if (!tone.isEmpty()) {
                getStyleClass().add(tone);
            }
        }
    }
}
