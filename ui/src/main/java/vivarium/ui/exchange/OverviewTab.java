package vivarium.ui.exchange;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.exchange.Amounts;
import vivarium.exchange.Exchange;
import vivarium.journal.JournalClock;

/** What happened, on one time line and as a list. FX thread only. */
final class OverviewTab implements ExchangeTab {
    private static final double ROW = 24;

    private final JournalClock clock;
    private final ListView<Moment> list = new ListView<>();
    private final Timeline timeline = new Timeline(this::choose);
    private final BorderPane node = new BorderPane(list);

    OverviewTab(JournalClock clock) {
        this.clock = clock;
        list.setId("exchange-moments");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new MomentCell());
        list.getStyleClass().addAll("plain-list", "moments");
        Copying.rows(list, OverviewTab::text);
        node.setTop(new VBox(timeline, legend()));
    }

    @Override
    public String tabId() {
        return "overview";
    }

    @Override
    public String tabTitle() {
        return "Overview";
    }

    @Override
    public Node content() {
        return node;
    }

    @Override
    public void show(Exchange exchange, boolean same) {
        var moments = Moments.of(exchange);
        long nanos = exchange.outline().nanos();
        timeline.show(moments, nanos < 0 ? clock.now() - exchange.outline().at() : nanos);
        int known = list.getItems().size();
        if (same && moments.size() >= known && list.getItems().equals(moments.subList(0, known))) {
            list.getItems().addAll(moments.subList(known, moments.size()));
        } else {
            list.getItems().setAll(moments);
        }
    }

    private void choose(int index) {
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - 2));
    }

    private static Node legend() {
        var legend = new HBox(
                key("segment-waiting", "waiting for a thread"),
                key("segment-application", "in the application, before start_response"),
                key("segment-response", "response going out"));
        legend.getStyleClass().add("legend");
        return legend;
    }

    private static Node key(String style, String meaning) {
        var swatch = new javafx.scene.layout.Region();
        swatch.getStyleClass().addAll("swatch", style);
        var key = new HBox(swatch, new Label(meaning));
        key.getStyleClass().add("key");
        return key;
    }

    private static String text(List<Moment> moments) {
        return moments.stream()
                .map(moment -> Amounts.duration(moment.nanos()) + "\t" + moment.title() + "\t" + moment.detail())
                .collect(Collectors.joining("\n"));
    }

    private static final class MomentCell extends ListCell<Moment> {
        private final Label time = new Label();
        private final FontIcon icon = new FontIcon();
        private final Label title = new Label();
        private final Label detail = new Label();
        private final HBox row = new HBox(time, icon, title, detail);
        private String tone = "";

        MomentCell() {
            row.getStyleClass().add("moment");
            time.getStyleClass().add("moment-time");
            title.getStyleClass().add("moment-title");
            title.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            detail.getStyleClass().add("moment-detail");
            HBox.setHgrow(detail, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Moment moment, boolean empty) {
            super.updateItem(moment, empty);
            if (empty || moment == null) {
                setGraphic(null);
                return;
            }
            time.setText("+" + Amounts.duration(moment.nanos()));
            icon.setIconCode(moment.kind().icon());
            title.setText(moment.title());
            detail.setText(moment.detail());
            getStyleClass().remove(tone);
            tone = moment.kind().style();
            getStyleClass().add(tone);
            setGraphic(row);
        }
    }
}
