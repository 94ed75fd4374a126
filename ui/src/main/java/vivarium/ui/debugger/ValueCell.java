package vivarium.ui.debugger;

import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import vivarium.debug.Variable;

/** A value: coloured when it has changed, with a way to the whole of it when it is cut, and with a field while it is edited. */
final class ValueCell extends TreeTableCell<VariableNode, VariableRow> {
    private final Hyperlink all = new Hyperlink("show all");
    private final TextField field = new TextField();

    ValueCell(Consumer<VariableNode> showAll) {
        getStyleClass().addAll("variable-value", "mono");
        all.getStyleClass().add("show-all");
        all.setOnAction(event -> showAll.accept(getTableRow().getItem()));
        all.setFocusTraversable(false);
        setContentDisplay(ContentDisplay.RIGHT);
        field.getStyleClass().addAll("value-field", "mono");
        field.setId("debug-value-field");
        field.setOnAction(event -> commit());
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                cancelEdit();
                key.consume();
            }
        });
    }

    private void commit() {
        VariableRow row = getItem();
        Variable old = row.variable();
        commitEdit(new VariableRow(
                row.kind(),
                new Variable(
                        old.name(),
                        old.type(),
                        field.getText().strip(),
                        old.cut(),
                        old.reference(),
                        old.children(),
                        old.path()),
                row.parent(),
                row.changed()));
    }

    @Override
    public void startEdit() {
        VariableRow row = getItem();
        if (row != null && row.assignable()) {
            super.startEdit();
            field.setText(row.variable().value());
            setText(null);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setGraphic(field);
            field.selectAll();
            field.requestFocus();
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        draw(getItem());
    }

    @Override
    protected void updateItem(@Nullable VariableRow row, boolean empty) {
        super.updateItem(row, empty);
        if (!isEditing() || empty) {
            draw(empty ? null : row);
        }
    }

    private void draw(@Nullable VariableRow row) {
        setContentDisplay(ContentDisplay.RIGHT);
        pseudoClassStateChanged(VariablesTree.CHANGED, row != null && row.changed());
        setText(row == null ? null : row.variable().value().replace('\n', '⏎'));
        setGraphic(row != null && row.variable().cut() ? all : null);
        boolean told = row != null && !row.variable().value().isEmpty();
        setTooltip(told && row != null ? new Tooltip(row.variable().value()) : null);
    }
}
