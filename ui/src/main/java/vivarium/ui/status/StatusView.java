package vivarium.ui.status;

import java.time.Duration;
import java.util.Locale;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.ui.parts.Parts;
import vivarium.ui.parts.WhileShown;
import vivarium.ui.run.Phase;
import vivarium.ui.run.RunViewModel;

/** Shows the status bar. FX thread only. */
public final class StatusView {
    private final HBox bar;

    /** @param leftOut how many events are missing in the window */
    public StatusView(StatusViewModel model, RunViewModel run, ReadOnlyLongProperty leftOut, Speed speed) {
        var light = new Circle(4);
        light.getStyleClass().add("status-light");
        var state = new Label();
        state.setId("status-state");
        state.textProperty().bind(model.state());
        var progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        progress.getStyleClass().add("status-progress");
        progress.visibleProperty().bind(run.phase().map(Phase::busy));
        progress.managedProperty().bind(progress.visibleProperty());
        var lost = new Label();
        lost.setId("status-left-out");
        lost.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        lost.textProperty().bind(leftOut.map(count -> String.format(Locale.ROOT, "%,d events left out", count)));
        lost.visibleProperty().bind(leftOut.map(count -> count.longValue() > 0));
        lost.managedProperty().bind(lost.visibleProperty());
        lost.setTooltip(new Tooltip("They came faster than the window could take them, and are missing in its lists.\n"
                + "The session file has them, unless the error log says otherwise."));
        var memory = new Label();
        memory.setGraphic(new FontIcon(Feather.CPU));
        memory.textProperty().bind(model.memory());
        memory.setTooltip(new Tooltip("Memory that this process uses for objects, Python's included"));
        var engine = new Label(speed.words());
        engine.setId("status-speed");
        engine.setGraphic(new FontIcon(Feather.ZAP));
        engine.setTooltip(new Tooltip(speed.explanation()));
        bar = new HBox(10, light, state, progress, Parts.space(), lost, memory, engine);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("status-bar");
        run.phase().subscribe(phase -> {
            model.phase(phase);
            for (Phase other : Phase.values()) {
                bar.pseudoClassStateChanged(
                        PseudoClass.getPseudoClass(other.name().toLowerCase(Locale.ROOT)), other == phase);
            }
        });
        WhileShown.every(Duration.ofSeconds(1), bar, model::tick);
    }

    /** The bar. */
    public Node node() {
        return bar;
    }
}
