package vivarium.ui.replay;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vivarium.compare.Difference;
import vivarium.ui.Navigator;
import vivarium.ui.parts.ShortPath;

/** Draws a line of a comparison: what was above what is. */
final class CompareCell extends ListCell<CompareLine> {
    private static final int LONG = 1_000;

    private final Path project;
    private final Navigator navigator;

    CompareCell(Path project, Navigator navigator) {
        this.project = project;
        this.navigator = navigator;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable CompareLine line, boolean empty) {
        super.updateItem(line, empty);
        setGraphic(empty || line == null ? null : draw(line));
    }

    /** With the lines that fit between the paddings: by itself a cell reckons with all of its width, and is too low. */
    @Override
    protected double computePrefHeight(double width) {
        Node graphic = getGraphic();
        return graphic == null || width < 0
                ? super.computePrefHeight(width)
                : snappedTopInset()
                        + graphic.prefHeight(width - snappedLeftInset() - snappedRightInset())
                        + snappedBottomInset();
    }

    private Node draw(CompareLine line) {
        return switch (line) {
            case CompareLine.Heading it -> label(it.title(), "compare-heading");
            case CompareLine.Note it -> label(it.text(), Styles.TEXT_MUTED);
            case CompareLine.Differs it -> difference(it.difference());
            case CompareLine.Code it -> code(it);
        };
    }

    private static Node difference(Difference difference) {
        var box = new VBox(label(difference.where(), "compare-where"));
        box.getStyleClass().add("compare-difference");
        if (difference.kind() != Difference.Kind.ADDED) {
            box.getChildren().add(label("− " + cut(difference.left()), "compare-left"));
        }
        if (difference.kind() != Difference.Kind.REMOVED) {
            box.getChildren().add(label("+ " + cut(difference.right()), "compare-right"));
        }
        return box;
    }

    private Node code(CompareLine.Code it) {
        var place = new Hyperlink(
                ShortPath.of(project, it.place().file()) + ":" + it.place().line());
        place.setOnAction(click ->
                navigator.showSource(Path.of(it.place().file()), it.place().line()));
        var row = new HBox(6, label(it.words(), "compare-words"), place);
        row.getStyleClass().add("compare-code");
        return row;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static String cut(String text) {
        return text.length() <= LONG ? text : text.substring(0, LONG) + "… (copy for the rest)";
    }
}
