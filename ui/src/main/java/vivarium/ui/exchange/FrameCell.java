package vivarium.ui.exchange;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vivarium.journal.PythonFailure.Frame;
import vivarium.project.OwnFiles;
import vivarium.ui.parts.ShortPath;

/** A frame of a traceback: where it is, and its source line. The project's own frames stand out; a click opens the source. */
final class FrameCell extends ListCell<Frame> {
    private final Path project;
    private final Label place = new Label();
    private final Label function = new Label();
    private final Label source = new Label();
    private final Tooltip whole = new Tooltip();
    private final VBox box;

    FrameCell(Path project, Consumer<Frame> open) {
        this.project = project;
        place.getStyleClass().add("frame-place");
        function.getStyleClass().add("frame-function");
        source.getStyleClass().add("frame-source");
        var head = new HBox(place, function);
        head.getStyleClass().add("frame-head");
        box = new VBox(head, source);
        place.setTooltip(whole);
        setPrefWidth(0);
        setOnMouseClicked(click -> {
            var frame = getItem();
            if (frame != null && click.isStillSincePress()) {
                open.accept(frame);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Frame frame, boolean empty) {
        super.updateItem(frame, empty);
        getStyleClass().removeAll("own-frame", "foreign-frame");
        if (empty || frame == null) {
            setGraphic(null);
            return;
        }
        boolean own = OwnFiles.has(project, frame.file());
        getStyleClass().add(own ? "own-frame" : "foreign-frame");
        place.setText(ShortPath.of(project, frame.file()) + ":" + frame.line());
        whole.setText(frame.file());
        function.setText("in " + frame.function());
        source.setText(frame.source());
        source.setManaged(!frame.source().isEmpty());
        setGraphic(box);
    }
}
