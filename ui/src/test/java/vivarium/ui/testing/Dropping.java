package vivarium.ui.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.util.Map;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.util.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Drags something from another program to a node: the platform without a display has no drags of its own, so the events that a real one
 * has the scene deliver are fired here, with a real dragboard over content of the test.
 */
final class Dropping implements TKClipboard {
    private final Map<DataFormat, Object> content;

    private Dropping(Map<DataFormat, Object> content) {
        this.content = Map.copyOf(content);
    }

    /** Drops it in the middle of the node, which has to accept it. */
    static void drop(Node node, Map<DataFormat, Object> content) {
        var dragboard = DragboardHelper.createDragboard(new Dropping(content));
        var over = event(DragEvent.DRAG_OVER, node, dragboard);
        Event.fireEvent(node, over);
        assertTrue(over.isAccepted(), () -> content + " is not accepted by " + node);
        var dropped = event(DragEvent.DRAG_DROPPED, node, dragboard);
        Event.fireEvent(node, dropped);
        assertTrue(dropped.isDropCompleted(), () -> content + " was dropped in vain on " + node);
    }

    private static DragEvent event(EventType<DragEvent> type, Node node, Dragboard dragboard) {
        Bounds local = node.getLayoutBounds();
        Bounds screen = node.localToScreen(local);
        return new DragEvent(
                type,
                dragboard,
                local.getCenterX(),
                local.getCenterY(),
                screen.getCenterX(),
                screen.getCenterY(),
                TransferMode.COPY,
                null,
                node,
                null);
    }

    @Override
    public Set<DataFormat> getContentTypes() {
        return content.keySet();
    }

    @Override
    @SafeVarargs
    public final boolean putContent(Pair<DataFormat, Object>... more) {
        return false;
    }

    @Override
    public @Nullable Object getContent(DataFormat format) {
        return content.get(format);
    }

    @Override
    public boolean hasContent(DataFormat format) {
        return content.containsKey(format);
    }

    @Override
    public Set<TransferMode> getTransferModes() {
        return Set.of(TransferMode.ANY);
    }

    @Override
    public void setDragView(Image image) {}

    @Override
    public void setDragViewOffsetX(double x) {}

    @Override
    public void setDragViewOffsetY(double y) {}

    @Override
    public @Nullable Image getDragView() {
        return null;
    }

    @Override
    public double getDragViewOffsetX() {
        return 0;
    }

    @Override
    public double getDragViewOffsetY() {
        return 0;
    }
}
