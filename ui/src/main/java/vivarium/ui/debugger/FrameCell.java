package vivarium.ui.debugger;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import vivarium.debug.Frame;
import vivarium.ui.parts.ShortPath;

/** A frame of the paused thread, or the libraries' frames between two. */
final class FrameCell extends ListCell<FrameRow> {
    private final Path folder;
    private final Label function = new Label();
    private final Label place = new Label();
    private final HBox box = new HBox(8, function, place);

    /** @param open is given the row that was clicked */
    FrameCell(Path folder, Consumer<FrameRow> open) {
        this.folder = folder;
        function.getStyleClass().add("frame-function");
        function.setMinWidth(Region.USE_PREF_SIZE);
        place.getStyleClass().add("frame-place");
        place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        box.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
        setOnMouseClicked(click -> {
            FrameRow row = getItem();
            if (row != null) {
                open.accept(row);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable FrameRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeAll("own-frame", "foreign-frame", "folded-frames");
        setTooltip(null);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        switch (row) {
            case FrameRow.One(Frame frame) -> {
                getStyleClass().add(frame.mine() ? "own-frame" : "foreign-frame");
                function.setText(frame.function());
                place.setText(ShortPath.of(folder, frame.file()) + ":" + frame.line());
                setTooltip(new Tooltip(frame.file() + ":" + frame.line()));
            }
            case FrameRow.Folded(int _, int count) -> {
                getStyleClass().add("folded-frames");
                function.setText("…");
                place.setText(count + " library frames");
            }
        }
        setGraphic(box);
    }
}
