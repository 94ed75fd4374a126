package vivarium.ui.debugger;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vivarium.debug.Breakpoint;
import vivarium.debug.BreakpointStatus;

/** A breakpoint: what it waits for, what restricts it, how often it was reached, and what is wrong with it. */
final class BreakpointCell extends ListCell<BreakpointStatus> {
    private final BreakpointsViewModel model;
    private final Path folder;
    private final CheckBox enabled = new CheckBox();
    private final Label trigger = new Label();
    private final Label hits = new Label();
    private final Label details = new Label();
    private final Label problem = new Label();
    private final HBox box;

    BreakpointCell(BreakpointsViewModel model, Path folder) {
        this.model = model;
        this.folder = folder;
        enabled.setFocusTraversable(false);
        enabled.setTooltip(new Tooltip("Enabled"));
        trigger.getStyleClass().add("breakpoint-trigger");
        hits.getStyleClass().add("breakpoint-hits");
        hits.setMinWidth(Region.USE_PREF_SIZE);
        details.getStyleClass().addAll("breakpoint-details", "mono");
        problem.getStyleClass().add("breakpoint-problem");
        problem.setWrapText(true);
        trigger.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(trigger, Priority.ALWAYS);
        var head = new HBox(6, trigger, hits);
        head.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(1, head, details, problem);
        HBox.setHgrow(words, Priority.ALWAYS);
        box = new HBox(6, enabled, words);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable BreakpointStatus status, boolean empty) {
        super.updateItem(status, empty);
        if (empty || status == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        Breakpoint breakpoint = status.breakpoint();
        enabled.setSelected(breakpoint.enabled());
        enabled.setOnAction(event -> model.enable(breakpoint, enabled.isSelected()));
        trigger.setText(BreakpointWords.trigger(breakpoint, folder));
        trigger.setDisable(!breakpoint.enabled());
        hits.setText(status.hits() == 0 ? "" : status.hits() + "×");
        fill(details, BreakpointWords.details(breakpoint));
        fill(problem, BreakpointWords.problem(status));
        setTooltip(new Tooltip(BreakpointWords.mark(status).meaning()));
        setGraphic(box);
    }

    private static void fill(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
