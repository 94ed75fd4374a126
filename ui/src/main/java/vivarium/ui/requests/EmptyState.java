package vivarium.ui.requests;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.ui.parts.Parts;

/** What the table says while it has nothing to show: why, and what to do. FX thread only. */
final class EmptyState extends VBox {
    private final Label title = new Label();
    private final Label words = new Label();
    private final Button clearFilter = new Button("Show all requests");

    EmptyState(Runnable clear) {
        getStyleClass().add("empty-state");
        title.getStyleClass().add("empty-title");
        words.getStyleClass().add("empty-text");
        words.setWrapText(true);
        clearFilter.setOnAction(action -> clear.run());
        words.setMinHeight(USE_PREF_SIZE);
        var icon = new FontIcon(Feather.LIST);
        icon.getStyleClass().add("empty-icon");
        getChildren().addAll(icon, title, words, clearFilter);
        Parts.fit(this, icon, words);
        nothingYet();
    }

    /** No request has come. */
    void nothingYet() {
        title.setText("No requests yet");
        words.setText("Run the project and click its address in the tool bar, or send a request with curl. "
                + "Each one appears here as it arrives.");
        offer(false);
    }

    /** There are some, and the filter hides them. */
    void allHidden() {
        title.setText("No request passes the filter");
        words.setText("Change the words and buttons above the table, or let everything through again.");
        offer(true);
    }

    private void offer(boolean button) {
        clearFilter.setVisible(button);
        clearFilter.setManaged(button);
    }
}
