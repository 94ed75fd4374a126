package vivarium.ui.exchange;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/** Two parts: side by side where there is more width than height, or else one above the other. FX thread only. */
final class WideSplit extends SplitPane {
    /** From this proportion on it counts as wide. */
    private static final double WIDE = 2;

    /** @param share of the first part, from 0 to 1 */
    WideSplit(Node first, Node second, double share) {
        super(first, second);
        setDividerPositions(share);
        orientationProperty()
                .bind(Bindings.createObjectBinding(
                        () -> getWidth() > WIDE * getHeight() ? Orientation.HORIZONTAL : Orientation.VERTICAL,
                        widthProperty(),
                        heightProperty()));
    }
}
