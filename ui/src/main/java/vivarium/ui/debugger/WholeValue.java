package vivarium.ui.debugger;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;
import vivarium.ui.exchange.Clipboards;
import vivarium.ui.parts.Parts;

/** A long value over the variables, of which more is fetched when it is asked for. FX thread only. */
final class WholeValue {
    /** Characters that are fetched at once. */
    private static final int PAGE = 100_000;

    private final VariablesViewModel model;
    private final Label title = new Label();
    private final Label size = new Label();
    private final TextArea text = new TextArea();
    private final Button more = new Button("Show more");
    private final BorderPane root = new BorderPane(text);
    private VariableNode shown = new VariableNode(VariableRow.group("", 0, 0));

    WholeValue(VariablesViewModel model) {
        this.model = model;
        title.getStyleClass().add("mono");
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("mono");
        text.setId("debug-whole-value");
        more.setOnAction(event -> fetch());
        more.setMinWidth(Button.USE_PREF_SIZE);
        size.setMinWidth(Label.USE_PREF_SIZE);
        root.setTop(Parts.bar(
                title,
                Parts.space(),
                size,
                more,
                Parts.button(Feather.COPY, "Copy what is shown", () -> Clipboards.put(text.getText())),
                Parts.button(Feather.X, "Back to the variables (Escape)", this::hide)));
        root.getStyleClass().add("whole-value");
        root.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                hide();
                key.consume();
            }
        });
        hide();
    }

    Node node() {
        return root;
    }

    void show(VariableNode node) {
        shown = node;
        title.setText(node.now().variable().name());
        text.clear();
        more.setVisible(false);
        root.setVisible(true);
        text.requestFocus();
        fetch();
    }

    void hide() {
        root.setVisible(false);
    }

    private void fetch() {
        VariableNode asked = shown;
        int from = text.getLength();
        model.text(asked, from, PAGE, piece -> {
            if (asked == shown && text.getLength() == from) {
                text.appendText(piece);
                text.positionCaret(from);
                more.setVisible(piece.length() == PAGE);
                size.setText(String.format(
                        Locale.ROOT, more.isVisible() ? "first %,d characters" : "%,d characters", text.getLength()));
            }
        });
    }
}
