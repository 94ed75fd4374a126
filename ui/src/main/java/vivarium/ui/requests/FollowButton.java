package vivarium.ui.requests;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Leads back to the newest row; only there while the table does not follow it. FX thread only. */
final class FollowButton extends Button {
    FollowButton(Follower follower) {
        super("Follow the newest", new FontIcon(Feather.ARROW_DOWN));
        setId("requests-follow");
        getStyleClass().addAll(Styles.SMALL, Styles.ROUNDED, Styles.ACCENT, "follow");
        setOnAction(action -> follower.follow());
        setFocusTraversable(false);
        visibleProperty().bind(follower.following().not());
        managedProperty().bind(visibleProperty());
        setMinWidth(USE_PREF_SIZE);
    }
}
