package vivarium.ui.threads;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vivarium.ui.Navigator;
import vivarium.ui.parts.ShortPath;

/** A frame of a stack: function, place, line of source, and the local variables where they were asked for. */
final class FrameCell extends ListCell<ShownFrame> {
    private final Path folder;
    private final Navigator navigator;
    private final Label function = new Label();
    private final Hyperlink place = new Hyperlink();
    private final Label source = new Label();
    private final VBox locals = new VBox();
    private final VBox box;

    FrameCell(Path folder, Navigator navigator) {
        this.folder = folder;
        this.navigator = navigator;
        function.getStyleClass().add("frame-function");
        function.setMinWidth(Region.USE_PREF_SIZE);
        place.getStyleClass().add("frame-place");
        place.setFocusTraversable(false);
        source.getStyleClass().addAll("frame-source", "mono");
        locals.getStyleClass().add("frame-locals");
        var first = new HBox(8, function, place);
        first.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(1, first, source, locals);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ShownFrame item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        function.setText(item.frame().function());
        place.setText(
                ShortPath.of(folder, item.frame().file()) + ":" + item.frame().line());
        place.setOnAction(event -> open(item, navigator));
        source.setText(item.source());
        show(source, !item.source().isEmpty());
        locals.getChildren().setAll(item.locals().stream().map(FrameCell::local).toList());
        show(locals, !item.locals().isEmpty());
        setGraphic(box);
    }

    private static Label local(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("frame-local", "mono");
        return label;
    }

    private static void show(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** Shows the frame's line of source, where there is a file. */
    static void open(ShownFrame item, Navigator navigator) {
        try {
            Path file = Path.of(item.frame().file());
            if (Files.isRegularFile(file)) {
                navigator.showSource(file, item.frame().line());
            }
        } catch (InvalidPathException noFile) {
            // code without a file, such as <string>
        }
    }
}
