package vivarium.ui.source;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.feather.Feather;
import vivarium.ui.parts.Parts;

/** Finds text in the area and selects it. */
final class FindBar {
    private final CodeArea area;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final HBox node;

    FindBar(CodeArea area) {
        this.area = area;
        field.setPromptText("Find");
        field.setId("source-find");
        field.setPrefColumnCount(18);
        node = Parts.bar(
                field,
                Parts.button(Feather.CHEVRON_UP, "Previous (Shift+Enter)", this::previous),
                Parts.button(Feather.CHEVRON_DOWN, "Next (Enter)", this::next),
                count,
                Parts.space(),
                Parts.button(Feather.X, "Close (Escape)", this::close));
        field.textProperty().subscribe(text -> select(area.getSelection().getStart(), 0));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        node.setVisible(false);
        node.setManaged(false);
    }

    HBox node() {
        return node;
    }

    /** Opens it, with what is selected. */
    void open() {
        String selected = area.getSelectedText();
        node.setVisible(true);
        node.setManaged(true);
        if (!selected.isEmpty() && !selected.contains("\n")) {
            field.setText(selected);
        }
        field.requestFocus();
        field.selectAll();
    }

    private void close() {
        node.setVisible(false);
        node.setManaged(false);
        area.requestFocus();
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                previous();
            } else {
                next();
            }
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else {
            return;
        }
        event.consume();
    }

    private void next() {
        select(area.getSelection().getStart() + 1, 0);
    }

    private void previous() {
        select(area.getSelection().getStart(), -1);
    }

    /** @param direction −1 for the one before the offset, otherwise the one from there on */
    private void select(int offset, int direction) {
        var found = Find.in(area.getText(), field.getText());
        int index = direction < 0 ? found.before(offset) : found.from(offset);
        if (index < 0) {
            count.setText(field.getText().isEmpty() ? "" : "Not found");
            return;
        }
        int start = found.starts().get(index);
        count.setText((index + 1) + " of " + found.starts().size());
        area.selectRange(start, start + found.length());
        area.requestFollowCaret();
    }
}
