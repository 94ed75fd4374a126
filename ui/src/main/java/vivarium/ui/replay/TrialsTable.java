package vivarium.ui.replay;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import vivarium.exchange.Amounts;
import vivarium.replay.Trial;
import vivarium.ui.exchange.Copying;

/** The ways in which a request was sent, and how each answer compares to the original's. FX thread only. */
final class TrialsTable extends TableView<Trial> {
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");

    TrialsTable() {
        setId("trials");
        getStyleClass().addAll(Styles.DENSE, "trials");
        setPlaceholder(new Label("The answers appear here, each compared with the original's."));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .setAll(List.of(
                        column("Sent", 140, 215, Trial::way),
                        column("Answer", 70, 130, Trial::status),
                        column("Headers", 80, 90, Trial::headers),
                        column("Body", 70, 130, TrialsTable::body),
                        column("Time", 75, 80, TrialsTable::time)));
        setRowFactory(_ -> new TrialRow());
        Copying.rows(this, TrialsTable::text);
    }

    private static TableColumn<Trial, String> column(
            String title, double least, double width, Function<Trial, String> text) {
        var column = new TableColumn<Trial, String>(title);
        column.setMinWidth(least);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
        return column;
    }

    /** Why it was not sent stands there, too: that is short. */
    private static String body(Trial trial) {
        return trial.outcome() instanceof Trial.Outcome.Skipped(String reason) ? reason : trial.body();
    }

    private static String time(Trial trial) {
        return trial.outcome() instanceof Trial.Outcome.Answered answered
                ? Amounts.duration(answered.took().toNanos())
                : "";
    }

    /** All that there is no room for. */
    private static String words(Trial trial) {
        return Stream.of(trial.way(), trial.status(), trial.headers(), trial.body(), trial.note(), time(trial))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String text(List<Trial> trials) {
        return trials.stream()
                .map(trial ->
                        String.join("\t", trial.way(), trial.status(), trial.headers(), trial.body(), time(trial)))
                .collect(Collectors.joining("\n"));
    }

    private static final class TrialRow extends TableRow<Trial> {
        @Override
        protected void updateItem(@Nullable Trial trial, boolean empty) {
            super.updateItem(trial, empty);
            pseudoClassStateChanged(DIFFERS, !empty && trial != null && trial.differs());
            setTooltip(empty || trial == null ? null : new Tooltip(words(trial)));
        }
    }
}
