package vivarium.ui.settings;

import java.util.OptionalDouble;

/**
 * Where the window is and how large, in logical pixels.
 *
 * @param x of its left edge; empty to have it in the middle of the screen
 */
public record WindowPlace(OptionalDouble x, OptionalDouble y, double width, double height, boolean maximized) {
    /** In the middle, large enough for every pane. */
    public static WindowPlace standard() {
        return new WindowPlace(OptionalDouble.empty(), OptionalDouble.empty(), 1280, 800, false);
    }
}
