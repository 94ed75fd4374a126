package vivarium.ui.dock;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Orientation;

/**
 * Where panes are, as the settings keep it: a tree whose leaves are rows of tabs. Exactly one of {@code parts} and {@code panes} has
 * entries.
 *
 * @param dividers between the parts, as fractions of the whole; one fewer than parts
 * @param panes ids, in the order of the tabs
 * @param front the id of the pane that is in front; empty for the first
 */
public record DockLayout(
        Orientation orientation, List<Double> dividers, List<DockLayout> parts, List<String> panes, String front) {
    public DockLayout {
        dividers = List.copyOf(dividers);
        parts = List.copyOf(parts);
        panes = List.copyOf(panes);
    }

    /** A row of tabs. */
    public static DockLayout tabs(String... panes) {
        return new DockLayout(Orientation.HORIZONTAL, List.of(), List.of(), List.of(panes), panes[0]);
    }

    /** Two parts, the first of which has this fraction of the width or height. */
    public static DockLayout split(Orientation orientation, double at, DockLayout first, DockLayout second) {
        return new DockLayout(orientation, List.of(at), List.of(first, second), List.of(), "");
    }

    /** The ids of all panes in it. */
    public Stream<String> ids() {
        return Stream.concat(panes.stream(), parts.stream().flatMap(DockLayout::ids));
    }
}
