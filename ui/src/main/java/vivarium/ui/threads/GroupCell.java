package vivarium.ui.threads;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.threads.ThreadDump;
import vivarium.ui.parts.Parts;

/** A group of threads: what they do, their names, the request, and since when. */
final class GroupCell extends ListCell<ShownGroup> {
    private static final PseudoClass STUCK = PseudoClass.getPseudoClass("stuck");

    private final FontIcon state = new FontIcon(Feather.CIRCLE);
    private final Label names = new Label();
    private final Label stuck = new Label("stuck");
    private final Label since = new Label();
    private final Label request = new Label();
    private final Label doing = new Label();
    private final VBox box;

    GroupCell() {
        names.getStyleClass().add("thread-names");
        names.setMinWidth(40);
        stuck.getStyleClass().add("thread-stuck");
        stuck.setMinWidth(Region.USE_PREF_SIZE);
        since.getStyleClass().add("thread-since");
        since.setMinWidth(Region.USE_PREF_SIZE);
        request.getStyleClass().add("thread-request");
        doing.getStyleClass().add("thread-doing");
        var first = new HBox(8, state, names, Parts.space(), stuck, since);
        first.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(names, Priority.SOMETIMES);
        box = new VBox(2, first, request, doing);
        box.getStyleClass().add("thread-group");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ShownGroup item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            pseudoClassStateChanged(STUCK, false);
            return;
        }
        state.setIconCode(icon(item.group().state()));
        names.setText(item.names());
        boolean isStuck = item.group().stuck();
        stuck.setVisible(isStuck);
        stuck.setManaged(isStuck);
        since.setText(item.since());
        request.setText(requests(item));
        request.setVisible(!request.getText().isEmpty());
        request.setManaged(request.isVisible());
        doing.setText(item.doing());
        pseudoClassStateChanged(STUCK, isStuck);
        setTooltip(item.group().entries().size() > 2 ? new Tooltip(item.allNames()) : null);
        setGraphic(box);
    }

    private static String requests(ShownGroup item) {
        var requests = item.group().requests();
        if (requests.isEmpty()) {
            return "";
        }
        ThreadDump.Serving slowest = requests.getFirst();
        String text = "#" + slowest.exchange() + " " + slowest.method() + " " + slowest.target();
        return requests.size() == 1 ? text : text + "  and " + (requests.size() - 1) + " more";
    }

    static Ikon icon(String state) {
        return switch (state) {
            case "running" -> Feather.PLAY;
            case "sleeping" -> Feather.MOON;
            case "waiting for a lock" -> Feather.LOCK;
            case "in a socket call", "waiting for the request's body", "waiting for the client" -> Feather.GLOBE;
            case "waiting for input" -> Feather.TERMINAL;
            case "paused" -> Feather.PAUSE;
            default -> Feather.CIRCLE;
        };
    }
}
