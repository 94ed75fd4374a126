package vivarium.ui.sessions;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.ui.parts.Parts;

/** Above an old session: which one it is, what is being done, and the way back. FX thread only. */
public final class SessionBar extends HBox {
    private final Label state = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button cancel;
    private Runnable end = () -> {};

    /** @param back goes back to the running session */
    public SessionBar(String title, Runnable back) {
        setId("session-bar");
        getStyleClass().add("session-bar");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(10);
        var name = new Label(title, new FontIcon(Feather.ARCHIVE));
        name.setId("session-title");
        name.getStyleClass().add(Styles.TEXT_BOLD);
        name.setMinWidth(120);
        state.setId("session-state");
        state.getStyleClass().add(Styles.TEXT_MUTED);
        state.setMinWidth(0);
        progress.setPrefWidth(110);
        progress.setMinWidth(60);
        cancel = Parts.button(Feather.X_CIRCLE, "Stop this", () -> end.run());
        cancel.setId("session-cancel");
        var home = new Button("Back to the running one", new FontIcon(Feather.ARROW_LEFT));
        home.setId("session-back");
        home.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        home.setMinWidth(Region.USE_PREF_SIZE);
        home.setTooltip(new Tooltip("Show the session that is being recorded (Ctrl+Shift+L)"));
        home.setOnAction(click -> back.run());
        getChildren().setAll(name, Parts.space(), state, progress, cancel, home);
        idle("");
    }

    /** Something is being done; a negative part where it is not known how much is left. */
    public void busy(String words, double part, Runnable ending) {
        end = ending;
        state.setText(words);
        progress.setProgress(part);
        show(true);
    }

    /** Nothing is being done. */
    public void idle(String words) {
        state.setText(words);
        show(false);
    }

    private void show(boolean busy) {
        for (var node : new Region[] {progress, cancel}) {
            node.setVisible(busy);
            node.setManaged(busy);
        }
    }
}
