package vivarium.ui.notes;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import vivarium.exchange.Outline;
import vivarium.journal.Note;
import vivarium.ui.exchange.Copying;
import vivarium.ui.modal.Modals;
import vivarium.ui.modal.Modals.Choice;

/** What can be noted about requests of the table. FX thread only. */
public final class NotesMenu {
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final NotesViewModel model;
    private final Supplier<List<Outline>> chosen;
    private final Modals modals;

    /** @param chosen the rows that are selected */
    public NotesMenu(NotesViewModel model, Supplier<List<Outline>> chosen, Modals modals) {
        this.model = model;
        this.chosen = chosen;
        this.modals = modals;
    }

    /** The items, for the menu of a table. */
    public List<MenuItem> items() {
        return List.of(
                Copying.item("Mark or unmark (M)", this::mark),
                Copying.item("Pin or unpin (P)", this::pin),
                Copying.item("Comment… (C)", this::comment));
    }

    /** What its keys do, in the table. */
    public void key(KeyEvent key) {
        boolean plain = !key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown();
        if (UNDO.match(key)) {
            model.undo();
        } else if (plain && key.getCode() == KeyCode.M) {
            mark();
        } else if (plain && key.getCode() == KeyCode.P) {
            pin();
        } else if (plain && key.getCode() == KeyCode.C) {
            comment();
        } else {
            return;
        }
        key.consume();
    }

    private void mark() {
        boolean on = !all(Note::marked);
        model.change(ids(), note -> note.withMark(on));
    }

    private void pin() {
        boolean on = !all(Note::pinned);
        model.change(ids(), note -> note.withPin(on));
    }

    private void comment() {
        var ids = ids();
        if (ids.isEmpty()) {
            return;
        }
        var field = new TextField(chosen.get().getFirst().note().comment());
        field.setId("comment-text");
        field.setPrefColumnCount(40);
        field.setPromptText("Nothing: the comment goes");
        var name = new Label("What is to be remembered about it?");
        name.setLabelFor(field);
        modals.show(
                ids.size() == 1 ? "Comment on #" + ids.getFirst() : "Comment on " + ids.size() + " requests",
                new VBox(8, name, field),
                Choice.cancel(),
                new Choice("Save", () -> model.change(ids, note -> note.withComment(field.getText()))));
        Platform.runLater(() -> {
            field.requestFocus();
            field.selectAll();
        });
    }

    private boolean all(Predicate<Note> is) {
        return chosen.get().stream().map(Outline::note).allMatch(is);
    }

    private List<Long> ids() {
        return chosen.get().stream().map(Outline::id).toList();
    }
}
