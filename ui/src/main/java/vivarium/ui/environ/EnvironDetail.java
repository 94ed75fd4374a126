package vivarium.ui.environ;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The selected key in full, under the tree. FX thread only. */
final class EnvironDetail extends VBox {
    private final Label key = new Label();
    private final Label source = new Label();
    private final Label meaning = new Label();
    private final Label value = new Label();
    private final Label before = new Label();

    EnvironDetail() {
        setId("environ-detail");
        getStyleClass().add("environ-detail");
        key.getStyleClass().addAll("data", "key");
        source.getStyleClass().add("source");
        for (var wrapped : new Label[] {meaning, value, before}) {
            wrapped.setWrapText(true);
            wrapped.setMaxHeight(80);
        }
        value.getStyleClass().add("data");
        before.getStyleClass().addAll("data", "before");
        var head = new HBox(key, source);
        head.getStyleClass().add("head");
        getChildren().addAll(head, meaning, value, before);
        show(null);
    }

    void show(@Nullable EnvironLine line) {
        var row = line == null ? null : line.row().orElse(null);
        setVisible(row != null);
        setManaged(row != null);
        if (row == null) {
            return;
        }
        key.setText(row.key());
        source.setText(row.meaning().source());
        source.setVisible(!row.meaning().source().isEmpty());
        meaning.setText(row.meaning().explanation());
        value.setText(row.repr());
        before.setText(
                switch (row.change()) {
                    case CHANGED -> "before: " + row.before();
                    case MISSING -> "It was there in the previous request, and is not in this one.";
                    case ADDED -> "It was not there in the previous request.";
                    case SAME -> "";
                });
        before.setVisible(!before.getText().isEmpty());
        before.setManaged(!before.getText().isEmpty());
    }
}
