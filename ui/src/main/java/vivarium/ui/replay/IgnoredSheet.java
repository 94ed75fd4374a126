package vivarium.ui.replay;

import atlantafx.base.theme.Styles;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vivarium.ui.modal.Modals;
import vivarium.ui.parts.Parts;

/** What the project leaves out of comparisons: to look at, to add to, to take away. FX thread only. */
final class IgnoredSheet {
    private record Removed(int index, String name) {}

    private final IgnoredModel model;
    private final ListView<String> list;
    private final TextField name = new TextField();
    private final Deque<Removed> removed = new ArrayDeque<>();
    private final Button undo = Parts.labelled("ignored-undo", "Undo", "Put it back", this::undo);

    IgnoredSheet(IgnoredModel model) {
        this.model = model;
        list = new ListView<>(model.names());
        list.setId("ignored");
        list.setPrefSize(520, 200);
        list.getStyleClass().addAll(Styles.DENSE, "mono");
        list.setPlaceholder(new Label("Nothing beside dates, tokens, ports and the like, which never count."));
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE) {
                remove();
                key.consume();
            }
        });
    }

    void show(Modals modals) {
        name.setId("ignored-name");
        name.setPromptText("Date, $.notes[*].id, form.nonce");
        HBox.setHgrow(name, Priority.ALWAYS);
        var add = Parts.labelled("ignored-add", "Add", "Leave it out from now on (Enter)", this::add);
        add.setDefaultButton(true);
        add.disableProperty().bind(name.textProperty().map(String::isBlank));
        var remove = Parts.labelled("ignored-remove", "Remove", "Compare it again (Delete)", this::remove);
        remove.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        undo.setVisible(false);
        var row = new HBox(8, name, add, remove, undo);
        row.setAlignment(Pos.CENTER_LEFT);
        var about = new Label("A header, an environ key, a member of JSON by name or path, a cookie, a field of a form."
                + " Kept with the project; “vivarium diff” and the lights of replays leave it out, too.");
        about.setWrapText(true);
        about.setPrefWidth(520);
        about.setMinHeight(Region.USE_PREF_SIZE);
        about.getStyleClass().add(Styles.TEXT_MUTED);
        modals.show("Left out of comparisons", new VBox(8, about, list, row));
        javafx.application.Platform.runLater(name::requestFocus);
    }

    private void add() {
        model.add(name.getText());
        name.clear();
    }

    private void remove() {
        int index = list.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            removed.push(new Removed(index, model.names().get(index)));
            model.remove(model.names().get(index));
            undo.setVisible(true);
        }
    }

    private void undo() {
        if (!removed.isEmpty()) {
            Removed last = removed.pop();
            model.add(last.index(), last.name());
            undo.setVisible(!removed.isEmpty());
        }
    }
}
