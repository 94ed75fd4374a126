package vivarium.ui.requests;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vivarium.exchange.Outline;

/** A row of the table: the same object for as long as its exchange is kept, whatever becomes known of it. FX thread only. */
final class RequestRow {
    private final ReadOnlyObjectWrapper<Outline> outline;
    private boolean shown;

    RequestRow(Outline outline) {
        this.outline = new ReadOnlyObjectWrapper<>(outline);
    }

    long id() {
        return outline().id();
    }

    Outline outline() {
        return outline.get();
    }

    /** What the visible cells listen to: rows out of sight cost nothing when they change. */
    ReadOnlyObjectProperty<Outline> outlineProperty() {
        return outline.getReadOnlyProperty();
    }

    void update(Outline next) {
        outline.set(next);
    }

    /** Whether it is in the list that the table shows. */
    boolean shown() {
        return shown;
    }

    void shown(boolean now) {
        shown = now;
    }
}
