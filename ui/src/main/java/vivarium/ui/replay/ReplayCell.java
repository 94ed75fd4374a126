package vivarium.ui.replay;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.exchange.Outline;
import vivarium.ui.Navigator;
import vivarium.ui.parts.Parts;

/** A replay: how it went, and below that what was sent; in a narrow list, too. */
final class ReplayCell extends ListCell<ReplayRow> {
    private static final PseudoClass GREEN = PseudoClass.getPseudoClass("green");
    private static final PseudoClass RED = PseudoClass.getPseudoClass("red");

    private final FontIcon light = new FontIcon(Feather.CIRCLE);
    private final Label number = new Label();
    private final Label target = new Label();
    private final Label statuses = new Label();
    private final Label verdict = new Label();
    private final HBox row;

    /** @param navigator shows the one that is clicked twice */
    ReplayCell(Navigator navigator) {
        var outcome = new HBox(8, number, Parts.space(), verdict);
        var sent = new HBox(8, target, Parts.space(), statuses);
        var lines = new VBox(2, outcome, sent);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(8, light, lines);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("replay-row");
        for (Label label : List.of(number, statuses)) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        lines.setMinWidth(0);
        verdict.getStyleClass().add("replay-verdict");
        target.getStyleClass().addAll("mono", Styles.TEXT_MUTED);
        statuses.getStyleClass().add(Styles.TEXT_MUTED);
        getStyleClass().add("replay-cell");
        setPrefWidth(0);
        setOnMouseClicked(click -> {
            if (click.getClickCount() == 2 && getItem() != null) {
                navigator.showExchange(getItem().replay().id());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable ReplayRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        Outline replay = item.replay();
        Verdict now = item.verdict();
        number.setText("#" + replay.id() + " ← #" + replay.origin());
        target.setText(replay.head().method() + " " + replay.head().target());
        statuses.setText(item.statuses());
        verdict.setText(now.words());
        light.setIconCode(
                now == Verdict.RUNNING ? Feather.LOADER : now.green() ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE);
        row.pseudoClassStateChanged(GREEN, now.green());
        row.pseudoClassStateChanged(RED, now.red());
        setGraphic(row);
    }
}
