package vivarium.ui.source;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;

/** Shows what the name under the resting mouse is worth in a paused thread. FX thread only. */
final class ValueUnderMouse {
    private static final Duration REST = Duration.ofMillis(350);
    private static final int BELOW = 14;

    private final Tooltip shown = new Tooltip();
    private long asked;

    /** @param source what the area shows */
    ValueUnderMouse(CodeArea area, LineMarks marks, Supplier<Optional<SourceText>> source) {
        shown.getStyleClass().addAll("value-under-mouse", "mono");
        shown.setWrapText(true);
        shown.setMaxWidth(640);
        area.setMouseOverTextDelay(REST);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, event -> {
            long question = ++asked;
            Point2D place = event.getScreenPosition();
            source.get()
                    .ifPresent(text -> ExpressionAt.of(text, event.getCharacterIndex())
                            .ifPresent(expression -> marks.value(text.file(), expression, value -> {
                                if (question == asked) {
                                    shown.setText(expression + " = " + value);
                                    shown.show(area, place.getX(), place.getY() + BELOW);
                                }
                            })));
        });
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, event -> {
            asked++;
            shown.hide();
        });
    }
}
