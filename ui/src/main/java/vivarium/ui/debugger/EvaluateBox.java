package vivarium.ui.debugger;

import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.ui.parts.Parts;
import vivarium.ui.parts.Typed;

/** Evaluates what is typed, in the frame that is looked at; with history and completion. FX thread only. */
final class EvaluateBox {
    private static final int MOST_TYPED = 500;

    private final VariablesViewModel model;
    private final TextField line = new TextField();
    private final Typed typed = new Typed(MOST_TYPED);
    private final ContextMenu words = new ContextMenu();
    private final HBox root;

    EvaluateBox(VariablesViewModel model) {
        this.model = model;
        line.setId("debug-evaluate");
        line.getStyleClass().add("mono");
        line.setPromptText("Evaluate in this frame; Tab completes");
        line.setOnAction(event -> evaluate());
        line.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(line, Priority.ALWAYS);
        words.setId("debug-completions");
        words.setAutoHide(true);
        root = new HBox(
                6,
                new FontIcon(Feather.CHEVRON_RIGHT),
                line,
                working(),
                Parts.button(Feather.EYE, "Watch this expression at each stop (Ctrl+Enter)", this::watch));
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("evaluate-box");
    }

    private Node working() {
        var ring = new ProgressIndicator();
        ring.setPrefSize(16, 16);
        var stop = Parts.named(
                Parts.button(Feather.SQUARE, "End what is being evaluated (Escape)", model::interrupt), "Interrupt");
        stop.setId("debug-interrupt");
        var box = new HBox(6, ring, stop);
        box.setId("debug-working");
        box.setAlignment(Pos.CENTER);
        box.visibleProperty().bind(model.working());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    Node node() {
        return root;
    }

    void focus() {
        line.requestFocus();
    }

    private void evaluate() {
        String code = line.getText().strip();
        if (!code.isEmpty()) {
            typed.add(code);
            line.clear();
            model.evaluate(code);
        }
    }

    private void watch() {
        typed.add(line.getText());
        model.watches().add(line.getText());
        line.clear();
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case UP -> recall(typed.older(line.getText()));
            case DOWN -> recall(typed.newer(line.getText()));
            case TAB -> {
                if (line.getText().isBlank() || key.isShiftDown()) {
                    return;
                }
                complete();
            }
            case SPACE -> {
                if (!key.isControlDown()) {
                    return;
                }
                complete();
            }
            case ESCAPE -> {
                if (!model.working().get()) {
                    return;
                }
                model.interrupt();
            }
            case ENTER -> {
                if (!key.isShortcutDown()) {
                    return;
                }
                watch();
            }
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void recall(String text) {
        line.setText(text);
        line.end();
    }

    private void complete() {
        String text = line.getText();
        int cursor = line.getCaretPosition();
        model.complete(text, cursor, found -> {
            if (text.equals(line.getText()) && !found.isEmpty()) {
                offer(found, Completion.start(text, cursor, found), cursor);
            }
        });
    }

    private void offer(List<String> found, int start, int cursor) {
        String common = Completion.common(found);
        if (found.size() == 1 || common.length() > cursor - start) {
            line.replaceText(start, cursor, common);
        }
        if (found.size() > 1) {
            int end = line.getCaretPosition();
            words.getItems()
                    .setAll(found.stream()
                            .limit(30)
                            .map(word -> item(word, start, end))
                            .toList());
            words.show(line, Side.TOP, 0, 0);
        }
    }

    private MenuItem item(String word, int start, int end) {
        var item = new MenuItem(word);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> line.replaceText(start, end, word));
        return item;
    }
}
