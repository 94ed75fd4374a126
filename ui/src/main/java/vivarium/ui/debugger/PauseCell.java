package vivarium.ui.debugger;

import java.util.function.Consumer;
import java.util.function.LongFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.debug.Pause;
import vivarium.debug.StopReason;
import vivarium.ui.Navigator;

/** A thread that stands still: its name, why, and the request that it serves. */
final class PauseCell extends ListCell<Pause> {
    private final LongFunction<String> requests;
    private final Navigator navigator;
    private final FontIcon icon = new FontIcon(Feather.PAUSE);
    private final Label thread = new Label();
    private final Label reason = new Label();
    private final Hyperlink request = new Hyperlink();
    private final VBox box;

    /**
     * @param requests the method and the path of an exchange
     * @param choose is given the one that was clicked
     */
    PauseCell(LongFunction<String> requests, Navigator navigator, Consumer<Pause> choose) {
        this.requests = requests;
        this.navigator = navigator;
        thread.getStyleClass().add("pause-thread");
        thread.setMinWidth(Region.USE_PREF_SIZE);
        reason.getStyleClass().add("pause-reason");
        request.getStyleClass().add("pause-request");
        request.setFocusTraversable(false);
        var head = new HBox(6, icon, thread, reason);
        head.setAlignment(Pos.CENTER_LEFT);
        box = new VBox(1, head, request);
        setPrefWidth(0);
        setOnMouseClicked(click -> {
            Pause pause = getItem();
            if (pause != null) {
                choose.accept(pause);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Pause pause, boolean empty) {
        super.updateItem(pause, empty);
        if (empty || pause == null) {
            setGraphic(null);
            return;
        }
        boolean live = pause.reason().kind() != StopReason.Kind.POST_MORTEM;
        icon.setIconCode(live ? Feather.PAUSE : Feather.ZAP);
        thread.setText(live ? pause.thread() : "Post-mortem");
        reason.setText(pause.reason().text());
        request.setText(pause.exchange() == 0 ? "" : requests.apply(pause.exchange()));
        request.setOnAction(event -> navigator.showExchange(pause.exchange()));
        request.setVisible(pause.exchange() != 0);
        request.setManaged(pause.exchange() != 0);
        setGraphic(box);
    }
}
