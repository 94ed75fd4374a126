package vivarium.ui.debugger;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.ui.parts.Completer;
import vivarium.ui.parts.Parts;
import vivarium.ui.parts.Typed;

/** Evaluates what is typed, in the frame that is looked at; with history and completion. FX thread only. */
final class EvaluateBox {
    private static final int MOST_TYPED = 500;

    private final VariablesViewModel model;
    private final TextField line = new TextField();
    private final Typed typed = new Typed(MOST_TYPED);
    private final Completer completer;
    private final HBox root;

    EvaluateBox(VariablesViewModel model) {
        this.model = model;
        line.setId("debug-evaluate");
        line.getStyleClass().add("mono");
        line.setPromptText("Evaluate in this frame; Tab completes");
        line.setOnAction(event -> evaluate());
        line.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        HBox.setHgrow(line, Priority.ALWAYS);
        completer = new Completer(line, "debug-completions", model::complete);
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
                completer.key(key);
                return;
            }
        }
        key.consume();
    }

    private void recall(String text) {
        line.setText(text);
        line.end();
    }
}
