package vivarium.ui.exchange;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import vivarium.exchange.Examination;
import vivarium.exchange.Exchange;
import vivarium.ui.Navigator;
import vivarium.ui.parts.Parts;
import vivarium.ui.parts.ShortPath;

/** What a close look has seen inside the application: layers, statements, reads, and where the bytes come from. FX thread only. */
final class InsideTab implements ExchangeTab {
    private static final double INDENT = 18;

    private final Path project;
    private final Navigator navigator;
    private final ListView<Insight> list = new ListView<>();
    private final StackPane node = new StackPane();
    private final Node empty = Parts.empty(
            org.kordamp.ikonli.feather.Feather.LAYERS,
            "Not looked at closely",
            "Switch on Run › Examine requests and send the request again: middleware layer by layer, statements to the database, each"
                    + " read of the input, and the line where each part of the response was made. It makes requests many times slower.");

    InsideTab(Path project, Navigator navigator) {
        this.project = project;
        this.navigator = navigator;
        list.setId("exchange-inside");
        list.getStyleClass().addAll("plain-list", "inside");
        list.setCellFactory(_ -> new InsightCell());
        Copying.rows(list, InsideTab::text);
    }

    @Override
    public String tabId() {
        return "inside";
    }

    @Override
    public String tabTitle() {
        return "Inside";
    }

    @Override
    public Node content() {
        return node;
    }

    @Override
    public void show(Exchange exchange, boolean same) {
        List<Insight> seen = exchange.examination().map(Insight::of).orElse(List.of());
        node.getChildren().setAll(seen.isEmpty() ? empty : list);
        if (!list.getItems().equals(seen)) {
            list.getItems().setAll(seen);
        }
    }

    private static String text(List<Insight> copied) {
        return copied.stream()
                .map(it -> it.title() + "\t" + it.detail() + "\t" + it.time() + "\t"
                        + it.place()
                                .map(place -> place.file() + ":" + place.line())
                                .orElse(""))
                .collect(Collectors.joining("\n"));
    }

    private final class InsightCell extends ListCell<Insight> {
        private final Label title = new Label();
        private final Label detail = new Label();
        private final Label time = new Label();
        private final Hyperlink place = new Hyperlink();
        private final HBox row = new HBox(8, title, detail, time, place);

        InsightCell() {
            title.setMinWidth(Region.USE_PREF_SIZE);
            time.setMinWidth(Region.USE_PREF_SIZE);
            place.setMinWidth(Region.USE_PREF_SIZE);
            time.getStyleClass().add(Styles.TEXT_MUTED);
            detail.getStyleClass().add("inside-detail");
            detail.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(detail, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Insight item, boolean none) {
            super.updateItem(item, none);
            if (none || item == null) {
                setGraphic(null);
                return;
            }
            title.setText(item.title());
            title.getStyleClass().setAll("label", item.heading() ? "inside-heading" : "inside-title");
            detail.setText(item.detail());
            time.setText(item.time());
            place.setVisible(item.place().isPresent());
            item.place().ifPresentOrElse(this::link, () -> place.setText(""));
            row.setPadding(new Insets(0, 0, 0, item.heading() ? 0 : INDENT * (item.depth() + 1)));
            setGraphic(row);
        }

        private void link(Examination.Place to) {
            place.setText(ShortPath.of(project, to.file()) + ":" + to.line());
            place.setOnAction(click -> navigator.showSource(Path.of(to.file()), to.line()));
        }
    }
}
