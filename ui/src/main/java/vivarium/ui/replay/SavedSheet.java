package vivarium.ui.replay;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vivarium.replay.SavedRequest;
import vivarium.ui.modal.Modals;
import vivarium.ui.parts.Parts;

/** The requests that the project keeps: to send, to change, to rename, to delete. FX thread only. */
final class SavedSheet {
    private final SavedRequestsModel model;
    private final Modals modals;
    private final Consumer<SavedRequest> send;
    private final Consumer<SavedRequest> edit;
    private final ListView<SavedRequest> list;
    private final TextField name = new TextField();
    private final Label problem = new Label();

    SavedSheet(SavedRequestsModel model, Modals modals, Consumer<SavedRequest> send, Consumer<SavedRequest> edit) {
        this.model = model;
        this.modals = modals;
        this.send = send;
        this.edit = edit;
        list = new ListView<>(model.list());
        list.setId("saved-requests");
        list.setPrefSize(620, 260);
        list.getStyleClass().add(Styles.DENSE);
        list.setPlaceholder(new Label("None yet. Edit a request (E in the table), give it a name and press Save."));
        list.setCellFactory(_ -> new SavedCell());
        list.getSelectionModel().selectedItemProperty().subscribe((@Nullable SavedRequest saved) -> {
            name.setText(saved == null ? "" : saved.name());
            problem.setText("");
        });
        list.setOnKeyPressed(key -> {
            switch (key.getCode()) {
                case DELETE, BACK_SPACE -> chosen().ifPresent(model::remove);
                case F2 -> name.requestFocus();
                default -> {
                    return;
                }
            }
            key.consume();
        });
    }

    void show() {
        name.setId("saved-name");
        name.setPrefWidth(200);
        name.setAccessibleText("name of the saved request");
        name.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                rename();
                key.consume();
            }
        });
        problem.getStyleClass().add(Styles.DANGER);
        var none = Bindings.isNull(list.getSelectionModel().selectedItemProperty());
        var rename =
                Parts.labelled("saved-rename", "Rename", "Gives it the name in the field (F2, Enter)", this::rename);
        var delete =
                Parts.labelled("saved-delete", "Delete", "Forget it (Delete)", () -> chosen().ifPresent(model::remove));
        var undo = Parts.labelled("saved-undo", "Undo", "Take the last deletion back", model::undo);
        var change = Parts.labelled("saved-edit", "Edit…", "Change it, then send or save it", () -> then(edit));
        var go = Parts.labelled("saved-send", "Send", "Send it to the running application (Enter)", () -> then(send));
        go.setDefaultButton(true);
        go.getStyleClass().add(Styles.ACCENT);
        for (Button button : java.util.List.of(rename, delete, change, go)) {
            button.disableProperty().bind(none);
        }
        undo.visibleProperty().bind(model.undoable());
        name.disableProperty().bind(none);
        var row = new HBox(8, name, rename, delete, undo, Parts.space(), change, go);
        row.setAlignment(Pos.CENTER_LEFT);
        var content = new VBox(8, list, problem, row);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        list.getSelectionModel().selectFirst();
        modals.show("Saved requests", content);
        javafx.application.Platform.runLater(list::requestFocus);
    }

    private Optional<SavedRequest> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void then(Consumer<SavedRequest> action) {
        chosen().ifPresent(saved -> {
            modals.hide();
            action.accept(saved);
        });
    }

    private void rename() {
        chosen().ifPresent(saved -> {
            var wanted = name.getText().strip();
            if (!wanted.equals(saved.name())) {
                boolean done = model.rename(saved, wanted);
                problem.setText(
                        done ? "" : wanted.isEmpty() ? "It needs a name." : "Another one is called " + wanted + ".");
            }
        });
    }

    private static final class SavedCell extends ListCell<SavedRequest> {
        private final Label name = new Label();
        private final Label target = new Label();
        private final HBox row = new HBox(12, name, target);

        SavedCell() {
            name.setMinWidth(Region.USE_PREF_SIZE);
            target.getStyleClass().addAll("mono", Styles.TEXT_MUTED);
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable SavedRequest saved, boolean empty) {
            super.updateItem(saved, empty);
            if (empty || saved == null) {
                setGraphic(null);
                return;
            }
            name.setText(saved.name());
            target.setText(saved.request().request().method() + " "
                    + saved.request().request().target());
            setGraphic(row);
        }
    }
}
