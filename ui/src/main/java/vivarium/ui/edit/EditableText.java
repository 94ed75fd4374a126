package vivarium.ui.edit;

import java.util.Optional;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A text as a control for text shows it, and back: those know one kind of line end only.
 *
 * @param crlf whether lines end in carriage return and line feed
 */
record EditableText(String shown, boolean crlf) {
    private static final int MOST_ROWS = 4;

    /** Empty where a control would lose something of it. */
    static Optional<EditableText> of(String text) {
        var plain = text.replace("\r\n", "\n");
        boolean crlf = plain.length() < text.length();
        boolean mixed = crlf && plain.chars().filter(c -> c == '\n').count() != text.length() - plain.length();
        boolean control = plain.chars().anyMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f);
        return mixed || control ? Optional.empty() : Optional.of(new EditableText(plain, crlf));
    }

    /** A control with this text: one line, or several where it has several. Tab leads on in both. */
    static TextInputControl control(String shown) {
        if (!shown.contains("\n")) {
            return new TextField(shown);
        }
        var area = new TextArea(shown);
        area.setPrefRowCount((int) Math.min(MOST_ROWS, shown.lines().count() + 1));
        area.setPrefColumnCount(1);
        area.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.TAB) {
                area.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                key.consume();
            }
        });
        return area;
    }

    /** What the control's text stands for. */
    String back(String edited) {
        return crlf ? edited.replace("\n", "\r\n") : edited;
    }
}
