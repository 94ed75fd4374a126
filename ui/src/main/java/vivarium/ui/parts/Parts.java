package vivarium.ui.parts;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes the controls that look the same in every pane. FX thread only. */
public final class Parts {
    /** Pixels that an empty pane needs for its drawing, title and three lines of text; and for those without the drawing. */
    private static final double ROOM_FOR_ALL = 140;

    private static final double ROOM_FOR_TEXT = 90;

    private Parts() {}

    /** A button with words, and what they mean when the mouse rests on it. */
    public static Button labelled(String id, String words, String hint, Runnable action) {
        var button = new Button(words);
        button.setId(id);
        button.setTooltip(new Tooltip(hint));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(click -> action.run());
        return button;
    }

    /** A flat button that shows an icon; {@code words} are its tooltip and what a screen reader says. */
    public static Button button(Ikon icon, String words, Runnable action) {
        var button = dressed(new Button(), icon, words);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** The same as a switch. */
    public static ToggleButton toggle(Ikon icon, String words) {
        return dressed(new ToggleButton(), icon, words);
    }

    /** The same button with a word beside its icon. */
    public static <B extends ButtonBase> B named(B button, String name) {
        button.getStyleClass().remove(Styles.BUTTON_ICON);
        button.setText(name);
        return button;
    }

    private static <B extends ButtonBase> B dressed(B button, Ikon icon, String words) {
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setFocusTraversable(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** The row of controls above a pane's content. */
    public static HBox bar(Node... controls) {
        var bar = new HBox(4, controls);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("pane-bar");
        return bar;
    }

    /** Pushes what comes after it to the right. */
    public static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /** What an empty pane shows: what will appear here, and how to make it appear. */
    public static VBox empty(Ikon icon, String what, String how) {
        var title = new Label(what);
        title.getStyleClass().add("empty-title");
        var text = new Label(how);
        text.setWrapText(true);
        text.setMaxWidth(420);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("empty-text");
        var drawing = new FontIcon(icon);
        drawing.getStyleClass().add("empty-icon");
        var box = new VBox(8, drawing, title, text);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty-pane");
        box.setMouseTransparent(true);
        fit(box, drawing, text);
        return box;
    }

    /** Leaves the drawing, and then the text, out of an empty pane that is too low for them. */
    public static void fit(Region pane, Node drawing, Node text) {
        pane.setMinHeight(0);
        pane.heightProperty().subscribe(height -> {
            only(drawing, height.doubleValue() >= ROOM_FOR_ALL);
            only(text, height.doubleValue() >= ROOM_FOR_TEXT);
        });
    }

    private static void only(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Adds the parts' own style sheet and the one beside {@code owner} to a pane. */
    public static void style(Parent pane, Class<?> owner, String sheet) {
        pane.getStylesheets().addAll(sheet(Parts.class, "parts.css"), sheet(owner, sheet));
    }

    private static String sheet(Class<?> owner, String name) {
        return Objects.requireNonNull(owner.getResource(name), name).toExternalForm();
    }
}
