package vivarium.ui.source;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Left of each line: a slot for a mark, and the line's number. FX thread only. */
final class Gutter implements IntFunction<Node> {
    private final IntConsumer clicked;
    private final IntFunction<List<MenuItem>> menu;
    private Map<Integer, LineMark> marks = Map.of();
    private int executing;
    private String format = "%3d";

    /**
     * @param clicked is told the line, from 1, that was clicked
     * @param menu what the context menu of a line has
     */
    Gutter(IntConsumer clicked, IntFunction<List<MenuItem>> menu) {
        this.clicked = clicked;
        this.menu = menu;
    }

    /** All numbers get as much room as the last one needs. */
    void lines(int count) {
        format = "%" + Math.max(3, Integer.toString(count).length()) + "d";
    }

    /** What is drawn from now on; nodes made before stay as they are. */
    void show(Map<Integer, LineMark> now, int executingLine) {
        marks = Map.copyOf(now);
        executing = executingLine;
    }

    Map<Integer, LineMark> marks() {
        return marks;
    }

    int executing() {
        return executing;
    }

    @Override
    public Node apply(int index) {
        int line = index + 1;
        var slot = new StackPane();
        slot.getStyleClass().add("gutter-slot");
        var number = new Label(String.format(format, line));
        number.getStyleClass().addAll("gutter-number", "mono");
        var box = new HBox(slot, number);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("gutter");
        box.setId("gutter-" + line);
        LineMark mark = marks.get(line);
        if (mark != null) {
            slot.getChildren().add(drawn(mark));
            Tooltip.install(box, new Tooltip(mark.meaning()));
        }
        if (line == executing) {
            var arrow = new Region();
            arrow.getStyleClass().add("executing-mark");
            slot.getChildren().add(arrow);
        }
        box.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                clicked.accept(line);
            }
        });
        box.setOnContextMenuRequested(event -> {
            var items = menu.apply(line);
            if (!items.isEmpty()) {
                new ContextMenu(items.toArray(MenuItem[]::new)).show(box, event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
        return box;
    }

    private static Node drawn(LineMark mark) {
        var sign = new Label(mark.sign());
        sign.getStyleClass().add("line-mark-sign");
        var drawn = new StackPane(sign);
        drawn.getStyleClass().add("line-mark");
        drawn.getStyleClass().addAll(mark.styles());
        drawn.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        drawn.setAccessibleRole(AccessibleRole.TEXT);
        drawn.setAccessibleText(mark.meaning());
        return drawn;
    }
}
