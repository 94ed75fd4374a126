package vivarium.ui.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import vivarium.exchange.Amounts;
import vivarium.exchange.Exchange;
import vivarium.journal.Event.LogLine;
import vivarium.ui.Navigator;

/** The lines of the error log that are this exchange's own; a double click or Enter leads to them among the others. FX thread only. */
final class LogTab implements ExchangeTab {
    /** Not "log", which is the pane with all lines. */
    static final String ID = "exchange-log";

    private final ListView<LogLine> list = new ListView<>();
    private final Navigator navigator;
    private long start;
    private long id;
    private Optional<Replaying> replaying = Optional.empty();

    LogTab(Navigator navigator) {
        this.navigator = navigator;
        list.setId("exchange-log");
        list.getStyleClass().addAll("plain-list", "log");
        list.setCellFactory(_ -> new LineCell());
        var empty = new Label("Neither the application nor the server has logged anything for this request.");
        empty.setWrapText(true);
        empty.getStyleClass().add("nothing");
        list.setPlaceholder(empty);
        Copying.rows(list, this::text);
        list.getContextMenu().getItems().addFirst(Copying.item("Show in the error log", this::leave));
        list.getContextMenu().getItems().add(1, Copying.item("Replay until this line is logged", this::replay));
        list.setOnKeyPressed(key -> {
            if (key.getCode() == javafx.scene.input.KeyCode.ENTER) {
                leave();
            }
        });
    }

    @Override
    public String tabId() {
        return ID;
    }

    @Override
    public String tabTitle() {
        return "Log";
    }

    @Override
    public Node content() {
        return list;
    }

    @Override
    public void show(Exchange exchange, boolean same) {
        start = exchange.outline().at();
        id = exchange.id();
        var lines = exchange.log();
        if (!same) {
            list.getItems().setAll(lines);
        } else if (lines.size() > list.getItems().size()) {
            list.getItems().addAll(lines.subList(list.getItems().size(), lines.size()));
        }
    }

    /** From now on a line's menu can replay the exchange. */
    void replays(Replaying offered) {
        replaying = Optional.of(offered);
    }

    private void replay() {
        var line = list.getSelectionModel().getSelectedItem();
        if (line != null) {
            replaying.ifPresent(replays -> replays.toLogLine(id, line.text()));
        }
    }

    private void leave() {
        navigator.showLog(id);
    }

    private String text(List<LogLine> lines) {
        return lines.stream()
                .map(line -> "+" + Amounts.duration(line.at() - start) + "\t" + line.level() + "\t"
                        + line.stream().label() + "\t" + line.text())
                .collect(Collectors.joining("\n"));
    }

    private final class LineCell extends ListCell<LogLine> {
        private final Label time = new Label();
        private final Label level = new Label();
        private final Label stream = new Label();
        private final Label text = new Label();
        private final HBox row = new HBox(time, level, stream, text);
        private String tone = "";

        LineCell() {
            row.getStyleClass().add("log-line");
            time.getStyleClass().add("log-time");
            level.getStyleClass().add("log-level");
            stream.getStyleClass().add("log-stream");
            text.getStyleClass().add("log-text");
            for (var fixed : List.of(time, level, stream)) {
                fixed.setMinWidth(Region.USE_PREF_SIZE);
            }
            setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !isEmpty()) {
                    leave();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable LogLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            time.setText("+" + Amounts.duration(line.at() - start));
            level.setText(line.level().name());
            stream.setText(line.stream().label());
            text.setText(line.text());
            getStyleClass().remove(tone);
            tone = "level-" + line.level().name().toLowerCase(Locale.ROOT);
            getStyleClass().add(tone);
            setGraphic(row);
        }
    }
}
