package vivarium.ui.debugger;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** Variables by scope; values can be edited where they stand. FX thread only. */
final class VariablesTree extends TreeTableView<VariableNode> {
    private static final int SCROLL_BAR = 18;

    private final VariablesViewModel model;
    private final TreeTableColumn<VariableNode, VariableRow> value;

    /** @param showAll shows the whole of a long value */
    VariablesTree(VariablesViewModel model, Consumer<VariableNode> showAll) {
        this.model = model;
        setId("debug-variables");
        getStyleClass().addAll(Styles.DENSE, "variables-tree");
        setShowRoot(false);
        setFixedCellSize(24);
        setEditable(true);
        var name = column("Name", 160, row -> row.variable().name(), "variable-name");
        value = column("Value", 260, row -> "", "variable-value");
        value.setEditable(true);
        value.setCellFactory(_ -> new ValueCell(showAll));
        value.setOnEditCommit(edit -> model.assign(
                edit.getRowValue().getValue(), edit.getNewValue().variable().value()));
        var type = column("Type", 84, VariableRow::type, "variable-type");
        value.prefWidthProperty()
                .bind(widthProperty()
                        .subtract(name.widthProperty())
                        .subtract(type.widthProperty())
                        .subtract(SCROLL_BAR));
        getColumns().setAll(List.of(name, value, type));
        setRowFactory(_ -> new Row());
        setRoot(new NodeItem(model.root(), model));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The row that is selected. */
    Optional<VariableNode> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    }

    /** Lets the user type another value for what is selected. */
    void editChosen() {
        chosen().filter(node -> node.now().assignable())
                .ifPresent(node -> edit(getSelectionModel().getSelectedIndex(), value));
    }

    private void key(KeyEvent key) {
        if (getEditingCell() != null) {
            return;
        }
        if (key.getCode() == KeyCode.F2 || key.getCode() == KeyCode.ENTER) {
            TreeItem<VariableNode> item = getSelectionModel().getSelectedItem();
            if (item == null || !more(item)) {
                editChosen();
            }
            key.consume();
        } else if (key.getCode() == KeyCode.DELETE) {
            chosen().map(VariableNode::now)
                    .ifPresent(row -> model.watches().remove(row.variable().name()));
            key.consume();
        }
    }

    /** Asks for more parts where this row stands for them. */
    private boolean more(TreeItem<VariableNode> item) {
        boolean more = item.getValue().now().kind() == VariableRow.Kind.MORE && item.getParent() != null;
        if (more) {
            model.more(item.getParent().getValue());
        }
        return more;
    }

    private static TreeTableColumn<VariableNode, VariableRow> column(
            String title, int width, Function<VariableRow, String> fact, String style) {
        var column = new TreeTableColumn<VariableNode, VariableRow>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setEditable(false);
        column.setCellValueFactory(features -> features.getValue().getValue().row());
        column.setCellFactory(_ -> {
            var cell = new TreeTableCell<VariableNode, VariableRow>() {
                @Override
                protected void updateItem(@Nullable VariableRow row, boolean empty) {
                    super.updateItem(row, empty);
                    setText(empty || row == null ? null : fact.apply(row));
                }
            };
            cell.getStyleClass().add(style);
            return cell;
        });
        return column;
    }

    private final class Row extends TreeTableRow<VariableNode> {
        private String tone = "";

        Row() {
            setOnMouseClicked(click -> {
                VariableNode node = getItem();
                if (node == null || click.getButton() != MouseButton.PRIMARY) {
                    return;
                }
                if (!more(getTreeItem()) && click.getClickCount() == 2) {
                    editChosen();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable VariableNode node, boolean empty) {
            super.updateItem(node, empty);
            getStyleClass().remove(tone);
            tone = empty || node == null
                    ? ""
                    : "variable-" + node.now().kind().name().toLowerCase(Locale.ROOT);
            if (!tone.isEmpty()) {
                getStyleClass().add(tone);
            }
        }
    }

    /** Set on values that are others than at the stop before. */
    static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
}
