package vivarium.ui.requests;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import vivarium.exchange.Outline;

/** A cell that shows one fact of an exchange, anew whenever the exchange has changed. FX thread only. */
final class OutlineCell extends TableCell<RequestRow, Outline> {
    /** Puts a fact into a cell. */
    interface Drawing {
        void draw(OutlineCell cell, Outline outline);
    }

    private final Drawing drawing;
    private @Nullable String tone;

    OutlineCell(Drawing drawing, String... styles) {
        this.drawing = drawing;
        getStyleClass().addAll(styles);
    }

    /** At most one of these classes is on the cell at a time; empty for none. */
    void tone(String next) {
        if (!next.equals(tone)) {
            getStyleClass().remove(tone);
            if (!next.isEmpty()) {
                getStyleClass().add(next);
            }
            tone = next;
        }
    }

    @Override
    protected void updateItem(@Nullable Outline outline, boolean empty) {
        super.updateItem(outline, empty);
        if (empty || outline == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            tone("");
        } else {
            drawing.draw(this, outline);
        }
    }
}
