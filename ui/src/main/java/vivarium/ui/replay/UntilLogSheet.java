package vivarium.ui.replay;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vivarium.ui.modal.Modals;
import vivarium.ui.parts.Parts;

/** Asks after which line of the log a replay is to stop: one that was logged then, or one that is typed. FX thread only. */
final class UntilLogSheet {
    private UntilLogSheet() {}

    static void show(Modals modals, long exchange, List<String> lines, Consumer<String> go) {
        var list = new ListView<String>();
        list.setId("until-lines");
        list.getItems().setAll(lines);
        list.setPrefSize(620, 200);
        list.getStyleClass().addAll(Styles.DENSE, "mono");
        list.setPlaceholder(new Label("Nothing was logged then; type what the line will hold."));
        var text = new TextField();
        text.setId("until-text");
        text.setPromptText("The line, or a part of it");
        list.getSelectionModel().selectedItemProperty().subscribe((@Nullable String line) -> {
            if (line != null) {
                text.setText(line);
            }
        });
        var send = new Button("Replay until it");
        send.setId("until-send");
        send.setDefaultButton(true);
        send.getStyleClass().add(Styles.ACCENT);
        send.disableProperty().bind(text.textProperty().map(String::isBlank));
        send.setOnAction(click -> {
            modals.hide();
            go.accept(text.getText());
        });
        var row = new HBox(8, Parts.space(), send);
        var about = new Label(
                "The debugger stops at the next line of your code after it. Dates, drawn numbers and tokens may differ.");
        about.getStyleClass().add(Styles.TEXT_MUTED);
        about.setWrapText(true);
        modals.show("Replay #" + exchange + " until a line is logged", new VBox(8, list, text, about, row));
        javafx.application.Platform.runLater(lines.isEmpty() ? text::requestFocus : list::requestFocus);
    }
}
