package vivarium.ui.exchange;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Names with values: headers, or a form's fields. FX thread only. */
final class NameValueTable extends TableView<NameValueTable.Pair> {
    /** One row. */
    record Pair(String name, String value) {}

    NameValueTable(String empty) {
        getStyleClass().addAll(Styles.DENSE, "name-value");
        var name = new TableColumn<Pair, String>("Name");
        name.setCellValueFactory(
                features -> new ReadOnlyStringWrapper(features.getValue().name()));
        name.setPrefWidth(190);
        var value = new TableColumn<Pair, String>("Value");
        value.setCellValueFactory(features ->
                new ReadOnlyStringWrapper(oneLine(features.getValue().value())));
        value.prefWidthProperty()
                .bind(widthProperty().subtract(name.widthProperty()).subtract(18));
        getColumns().setAll(List.of(name, value));
        setFixedCellSize(26);
        setPlaceholder(new Label(empty));
        Copying.rows(this, NameValueTable::text);
        getContextMenu().getItems().add(1, Copying.item("Copy the value", this::copyValue));
    }

    void show(List<Pair> pairs) {
        if (!pairs.equals(getItems())) {
            getItems().setAll(pairs);
        }
    }

    private void copyValue() {
        Clipboards.put(
                getSelectionModel().getSelectedItems().stream().map(Pair::value).collect(Collectors.joining("\n")));
    }

    private static String oneLine(String value) {
        return value.replace("\r\n", "⏎").replace('\n', '⏎');
    }

    private static String text(List<Pair> pairs) {
        return pairs.stream().map(pair -> pair.name() + ": " + pair.value()).collect(Collectors.joining("\n"));
    }
}
