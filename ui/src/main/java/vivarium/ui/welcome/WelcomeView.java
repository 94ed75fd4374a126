package vivarium.ui.welcome;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.icons.Icons;
import vivarium.ui.parts.Parts;

/** Says what to do first, and offers the projects of before. FX thread only. */
public final class WelcomeView {
    private final VBox node = new VBox(14);
    private final Consumer<Path> open;
    private final Consumer<String> forget;

    /**
     * @param recent folders, the last one first
     * @param choose asks for a folder
     * @param forget takes a folder off the list
     */
    public WelcomeView(List<String> recent, Runnable choose, Consumer<Path> open, Consumer<String> forget) {
        this.open = open;
        this.forget = forget;
        var mark = new ImageView(Icons.png(Icons.MARK, 128).toString());
        mark.setFitWidth(96);
        mark.setFitHeight(96);
        var title = new Label("Watch your Python web application work");
        title.getStyleClass().add(Styles.TITLE_2);
        var text = new Label(
                "Open a project folder, press Run, and click a link in your browser: every request, its environ,"
                        + " the error log and all threads appear here. Your code stays as it is.");
        text.setWrapText(true);
        text.setMaxWidth(480);
        text.getStyleClass().addAll(Styles.TEXT_MUTED, "centred");
        var button = new Button("Open a project folder…", new FontIcon(Feather.FOLDER));
        button.setId("welcome-open");
        button.getStyleClass().addAll(Styles.ACCENT, Styles.LARGE);
        button.setDefaultButton(true);
        button.setOnAction(event -> choose.run());
        var drop = new Label("or drop one here");
        drop.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        node.setId("welcome");
        node.getStyleClass().add("welcome");
        node.setAlignment(Pos.CENTER);
        node.getChildren().addAll(mark, title, text, button, drop);
        if (!recent.isEmpty()) {
            node.getChildren().add(recent(recent));
        }
    }

    private Region recent(List<String> folders) {
        var title = new Label("Recent projects");
        title.getStyleClass().add(Styles.TEXT_BOLD);
        var list = new VBox(2, title);
        list.getStyleClass().add("recent");
        list.setMaxWidth(480);
        folders.stream().limit(6).map(this::line).forEach(list.getChildren()::add);
        return list;
    }

    private Node line(String folder) {
        Path path = Path.of(folder);
        Path name = path.getFileName();
        var link = new Hyperlink(String.valueOf(name == null ? path : name), new FontIcon(Feather.FOLDER));
        link.setOnAction(event -> open.accept(path));
        link.setMinWidth(Region.USE_PREF_SIZE);
        Path above = path.getParent();
        var place = new Label(above == null ? "" : above.toString());
        place.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        var line = new HBox(8, link, place, Parts.space());
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().add(Parts.button(Feather.X, "Take " + link.getText() + " off the list", () -> {
            forget.accept(folder);
            line.setVisible(false);
            line.setManaged(false);
        }));
        return line;
    }

    /** The whole. */
    public Node node() {
        return node;
    }
}
