package vivarium.ui.source;

import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Left of each line: a slot for a marker, and the line's number. FX thread only. */
final class Gutter implements IntFunction<Node> {
    private final Markers markers;
    private String format = "%3d";

    /** What can be in the slot: breakpoints, later. */
    interface Markers {
        /** Puts what belongs to the line, from 1, into its empty slot. */
        void mark(int line, StackPane slot);

        /** The slot or the number of a line was clicked. */
        void clicked(int line);

        /** No markers. */
        static Markers none() {
            return new Markers() {
                @Override
                public void mark(int line, StackPane slot) {}

                @Override
                public void clicked(int line) {}
            };
        }
    }

    Gutter(Markers markers) {
        this.markers = markers;
    }

    /** All numbers get as much room as the last one needs. */
    void lines(int count) {
        format = "%" + Math.max(3, Integer.toString(count).length()) + "d";
    }

    @Override
    public Node apply(int index) {
        int line = index + 1;
        var slot = new StackPane();
        slot.getStyleClass().add("gutter-slot");
        markers.mark(line, slot);
        var number = new Label(String.format(format, line));
        number.getStyleClass().addAll("gutter-number", "mono");
        var box = new HBox(slot, number);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("gutter");
        box.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                markers.clicked(line);
            }
        });
        return box;
    }
}
