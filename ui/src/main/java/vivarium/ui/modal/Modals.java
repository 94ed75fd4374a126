package vivarium.ui.modal;

import atlantafx.base.controls.ModalPane;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vivarium.ui.parts.Parts;

/** Shows one sheet at a time over the window; Escape or a click beside it takes it away. FX thread only. */
public final class Modals {
    private final ModalPane pane = new ModalPane();

    /** Goes above everything else in the window. */
    public Modals() {
        pane.setId("modal");
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
    }

    /** What lies over the window. */
    public Node node() {
        return pane;
    }

    /** Whether a sheet is shown. */
    public ReadOnlyBooleanProperty shown() {
        return pane.displayProperty();
    }

    /** Takes the sheet away. */
    public void hide() {
        pane.hide(true);
    }

    /** Shows a sheet with a title, its content and buttons, the last of which is the one for Enter. */
    public void show(String title, Region content, Choice... choices) {
        var heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_4);
        var top = new HBox(heading, Parts.space(), Parts.button(Feather.X, "Close", this::hide));
        top.setAlignment(Pos.CENTER_LEFT);
        var sheet = new VBox(12, top, content);
        sheet.setId("sheet");
        sheet.getStyleClass().add("modal-sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        List<Button> buttons = new ArrayList<>();
        for (Choice choice : choices) {
            buttons.add(button(choice));
        }
        if (!buttons.isEmpty()) {
            buttons.getLast().setDefaultButton(true);
            buttons.getLast().getStyleClass().add(Styles.ACCENT);
            var row = new HBox(8, buttons.toArray(Button[]::new));
            row.setAlignment(Pos.CENTER_RIGHT);
            sheet.getChildren().add(row);
        }
        pane.show(sheet);
        Platform.runLater(buttons.isEmpty() ? content::requestFocus : buttons.getLast()::requestFocus);
    }

    /** Asks something, in a sentence or two. */
    public void ask(String title, String text, Choice... choices) {
        var words = new Label(text);
        words.setWrapText(true);
        words.setPrefWidth(440);
        words.setMinHeight(Region.USE_PREF_SIZE);
        show(title, words, choices);
    }

    private Button button(Choice choice) {
        var button = new Button(choice.label());
        button.setOnAction(event -> {
            hide();
            choice.action().run();
        });
        return button;
    }

    /** A button, and what happens once the sheet is gone. */
    public record Choice(String label, Runnable action) {
        /** A button that only takes the sheet away. */
        public static Choice cancel() {
            return new Choice("Cancel", () -> {});
        }
    }
}
