package vivarium.ui.requests;

import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a table at its newest row until its user looks elsewhere, and what its user looks at in place while rows come and go above.
 * Only what the user does changes it, never a row that arrives. FX thread only.
 */
final class Follower {
    private final TableView<?> table;
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);

    Follower(TableView<?> table) {
        this.table = table;
        table.addEventFilter(ScrollEvent.SCROLL, scrolled -> lookLater());
        table.addEventFilter(KeyEvent.KEY_PRESSED, key -> lookLater());
        table.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::lookIfOn);
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, this::lookIfOn);
    }

    ReadOnlyBooleanProperty following() {
        return following.getReadOnlyProperty();
    }

    /** Goes to the newest row and stays there. */
    void follow() {
        following.set(true);
        toEnd();
    }

    /** The user has chosen something that is not the newest. */
    void stay() {
        following.set(false);
    }

    /** Makes changes to the rows without the user losing what is looked at. */
    void keeping(boolean above, Runnable changes) {
        var flow = flow();
        var first = following.get() || !above || flow == null ? null : flow.getFirstVisibleCell();
        var item = first == null ? null : first.getItem();
        double offset = first == null ? 0 : first.getLayoutY();
        changes.run();
        if (following.get()) {
            toEnd();
        } else if (flow != null && item != null) {
            int index = table.getItems().indexOf(item);
            if (index >= 0) {
                flow.scrollToTop(index);
                flow.scrollPixels(-offset);
            }
        }
    }

    private void toEnd() {
        // Beyond the last row: that alone means the very end, whatever the table's height will be.
        table.scrollTo(table.getItems().size());
    }

    private void lookIfOn(MouseEvent event) {
        if (event.getTarget() instanceof Node node && inScrollBar(node)) {
            lookLater();
        }
    }

    private boolean inScrollBar(Node node) {
        for (@Nullable Node n = node; n != null && n != table; n = n.getParent()) {
            if (n instanceof ScrollBar) {
                return true;
            }
        }
        return false;
    }

    /** When the table has done what the user asked for. */
    private void lookLater() {
        Platform.runLater(() -> {
            var flow = flow();
            var last = flow == null ? null : flow.getLastVisibleCell();
            following.set(last == null || last.getIndex() >= table.getItems().size() - 2);
        });
    }

    private @Nullable VirtualFlow<?> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }
}
