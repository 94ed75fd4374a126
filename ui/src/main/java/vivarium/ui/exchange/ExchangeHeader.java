package vivarium.ui.exchange;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.exchange.Amounts;
import vivarium.exchange.Exchange;
import vivarium.journal.Event.ResponseStarted;
import vivarium.journal.JournalClock;
import vivarium.ui.Navigator;

/** The exchange in one line. FX thread only. */
final class ExchangeHeader extends HBox {
    private final JournalClock clock;
    private final Label number = new Label();
    private final Label method = new Label();
    private final Label target = new Label();
    private final Label status = new Label();
    private final Label duration = new Label();
    private final Hyperlink origin = new Hyperlink();
    private final FontIcon pinned = new FontIcon(Feather.BOOKMARK);
    private final FontIcon marked = new FontIcon(Feather.FLAG);
    private final Label comment = new Label();
    private long originId;
    private String tone = "";

    ExchangeHeader(JournalClock clock, Navigator navigator) {
        this.clock = clock;
        getStyleClass().add("exchange-header");
        setId("exchange-header");
        number.getStyleClass().addAll("number", Styles.TEXT_MUTED);
        method.getStyleClass().add("method");
        target.getStyleClass().add("target");
        target.setMinWidth(0);
        status.getStyleClass().add("status");
        duration.getStyleClass().addAll("facts", Styles.TEXT_MUTED);
        for (var fixed : new Region[] {number, method, status, duration, origin}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        origin.setOnAction(action -> navigator.showExchange(originId));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        for (var icon : new FontIcon[] {pinned, marked}) {
            icon.getStyleClass().add("note-icon");
            icon.managedProperty().bind(icon.visibleProperty());
        }
        comment.setId("exchange-comment");
        comment.getStyleClass().add("comment");
        comment.setMinWidth(0);
        comment.managedProperty().bind(comment.visibleProperty());
        comment.visibleProperty().bind(comment.textProperty().isNotEmpty());
        getChildren().setAll(number, pinned, marked, method, target, origin, comment, gap, status, duration);
    }

    void show(Exchange exchange) {
        var outline = exchange.outline();
        number.setText("#" + outline.id());
        method.setText(exchange.request().method());
        target.setText(exchange.request().target());
        status.setText(exchange.response()
                .map(ResponseStarted::status)
                .orElse(
                        switch (outline.phase()) {
                            case WAITING -> "waiting for a thread";
                            case OVER -> "no response";
                            default -> "in the application";
                        }));
        getStyleClass().remove(tone);
        tone = "status-" + outline.statusClass();
        getStyleClass().add(tone);
        pinned.setVisible(outline.note().pinned());
        marked.setVisible(outline.note().marked());
        comment.setText(outline.note().comment().replaceAll("\\s+", " "));
        comment.setTooltip(
                outline.note().comment().isEmpty()
                        ? null
                        : new Tooltip(outline.note().comment()));
        originId = outline.origin();
        origin.setText("replay of #" + originId);
        origin.setVisible(originId != 0);
        origin.setManaged(originId != 0);
        duration.setText(
                outline.nanos() < 0
                        ? "running for " + Amounts.duration(clock.now() - outline.at())
                        : Amounts.duration(outline.nanos()) + "  ·  " + Amounts.size(outline.responseBytes())
                                + (outline.thread().isEmpty() ? "" : "  ·  " + outline.thread()));
    }
}
