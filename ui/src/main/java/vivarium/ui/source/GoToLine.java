package vivarium.ui.source;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;
import vivarium.ui.parts.Parts;

/** A little field that asks for a line number. */
final class GoToLine {
    private GoToLine() {}

    static void ask(Node over, SourceViewModel model) {
        var field = new TextField();
        field.setPrefColumnCount(6);
        field.setId("source-go-to-line");
        field.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().matches("[0-9]{0,7}") ? change : null));
        HBox box = Parts.bar(new Label("Go to line"), field);
        box.getStyleClass().add("go-to-line");
        box.getStylesheets().setAll(over.getScene().getRoot().getStylesheets());
        Parts.style(box, SourceView.class, "source.css");
        var popup = new Popup();
        popup.setAutoHide(true);
        popup.getContent().add(box);
        field.setOnAction(event -> {
            popup.hide();
            if (!field.getText().isEmpty()) {
                model.goTo(Integer.parseInt(field.getText()));
            }
        });
        Bounds bounds = over.localToScreen(over.getBoundsInLocal());
        popup.show(over, bounds.getCenterX() - 100, bounds.getMinY() + 40);
        field.requestFocus();
    }
}
