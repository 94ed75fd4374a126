package vivarium.ui.log;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a list at its end while that is wanted, and at what its user reads otherwise, even though rows vanish at the top. Whoever
 * scrolls away from the end stops the following, whoever scrolls back to it starts it again. FX thread only.
 */
final class Follow {
    private final ListView<LogRow> list;
    private final BooleanProperty on;
    private final double rowHeight;

    /** @param on whether to follow; changed by the user's scrolling */
    Follow(ListView<LogRow> list, BooleanProperty on, double rowHeight) {
        this.list = list;
        this.on = on;
        this.rowHeight = rowHeight;
        list.addEventFilter(ScrollEvent.SCROLL, event -> look());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode().isNavigationKey()) {
                look();
            }
        });
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node node && isInScrollBar(node)) {
                look();
            }
        });
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() instanceof Node node && isInScrollBar(node)) {
                on.set(false);
            }
        });
        on.subscribe(this::toEnd);
        list.getItems().addListener(this::changed);
    }

    private boolean isInScrollBar(Node node) {
        Node around = node;
        while (around != null && around != list) {
            if (around.getStyleClass().contains("scroll-bar")) {
                return true;
            }
            around = around.getParent();
        }
        return false;
    }

    /** After the list has made of an event what it makes of it. */
    private void look() {
        Platform.runLater(() -> on.set(isAtEnd()));
    }

    private boolean isAtEnd() {
        var flow = flow();
        if (flow == null || list.getItems().isEmpty()) {
            return true;
        }
        var last = flow.getLastVisibleCell();
        return last != null
                && last.getIndex() >= list.getItems().size() - 1
                && last.getBoundsInParent().getMaxY() <= flow.getHeight() + rowHeight;
    }

    private void changed(ListChangeListener.Change<? extends LogRow> change) {
        int vanished = 0;
        while (change.next()) {
            if (change.wasRemoved() && change.getFrom() == 0 && !list.getItems().isEmpty()) {
                vanished += change.getRemovedSize();
            }
        }
        var flow = flow();
        if (on.get()) {
            toEnd();
        } else if (vanished > 0 && flow != null) {
            flow.scrollPixels(-vanished * rowHeight);
        }
    }

    private void toEnd() {
        if (on.get() && !list.getItems().isEmpty()) {
            list.scrollTo(list.getItems().size() - 1);
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }
}
