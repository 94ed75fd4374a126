package vivarium.ui;

import java.util.OptionalDouble;
import javafx.stage.Screen;
import javafx.stage.Stage;
import vivarium.ui.settings.WindowPlace;

/** Where a window is on the screens. FX thread only. */
final class Placement {
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    private Placement() {}

    /** Puts the window there, as far as there is a screen. */
    static void apply(WindowPlace place, Stage stage) {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setWidth(Math.max(LEAST_WIDTH, place.width()));
        stage.setHeight(Math.max(LEAST_HEIGHT, place.height()));
        if (place.x().isPresent()
                && place.y().isPresent()
                && !Screen.getScreensForRectangle(
                                place.x().getAsDouble(), place.y().getAsDouble(), 100, 40)
                        .isEmpty()) {
            stage.setX(place.x().getAsDouble());
            stage.setY(place.y().getAsDouble());
        }
        stage.setMaximized(place.maximized());
    }

    /** Where the window is; of a maximized one, where it was before. */
    static WindowPlace of(Stage stage, WindowPlace before) {
        return stage.isMaximized()
                ? new WindowPlace(before.x(), before.y(), before.width(), before.height(), true)
                : new WindowPlace(
                        OptionalDouble.of(stage.getX()),
                        OptionalDouble.of(stage.getY()),
                        stage.getWidth(),
                        stage.getHeight(),
                        false);
    }
}
