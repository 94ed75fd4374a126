package vivarium.ui.log;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.BooleanExpression;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.journal.LogLevel;
import vivarium.project.SourceLinks;
import vivarium.ui.Navigator;

/** One row of the log: an entry's columns and one line of its text. */
final class LogCell extends ListCell<LogRow> {
    static final double HEIGHT = 22;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass DEBUG = PseudoClass.getPseudoClass("debug");

    private final LogViewModel model;
    private final Navigator navigator;
    private final Path folder;
    private final Instant start;
    private final FontIcon fold = new FontIcon(Feather.CHEVRON_RIGHT);
    private final Label time = column("log-time", 104);
    private final Label level = column("log-level", 72);
    private final Label stream = column("log-stream", 92);
    private final Label thread = column("log-thread", 132);
    private final Hyperlink exchange = new Hyperlink();
    private final Label plain = label();
    private final HBox text = new HBox(plain);
    private final HBox row;

    /** @param wide whether there is room for all columns */
    LogCell(LogViewModel model, Navigator navigator, Path folder, Instant start, BooleanExpression wide) {
        this.model = model;
        this.navigator = navigator;
        this.folder = folder;
        this.start = start;
        var arrow = new HBox(fold);
        arrow.getStyleClass().add("log-fold");
        arrow.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && fold.isVisible()) {
                model.toggle(getIndex());
                event.consume();
            }
        });
        exchange.getStyleClass().add("log-exchange");
        exchange.setMinWidth(64);
        exchange.setMaxWidth(64);
        exchange.setFocusTraversable(false);
        text.setAlignment(Pos.CENTER_LEFT);
        row = new HBox(arrow, time, level, stream, thread, exchange, text);
        row.setAlignment(Pos.CENTER_LEFT);
        for (var column : List.of(stream, thread)) {
            column.visibleProperty().bind(wide);
            column.managedProperty().bind(wide);
        }
        getStyleClass().add("mono");
        setPrefHeight(HEIGHT);
    }

    private static Label column(String style, double width) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(width);
        label.setMaxWidth(width);
        return label;
    }

    @Override
    protected void updateItem(@Nullable LogRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            mark(LogLevel.INFO);
            return;
        }
        var line = item.entry().line();
        boolean first = item.isFirst();
        fold.setVisible(item.isFoldable());
        fold.setIconCode(model.isUnfolded(item.entry()) ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        time.setText(first ? TIME.format(start.plusNanos(line.at())) : "");
        level.setText(first ? line.level().name() : "");
        stream.setText(first ? line.stream().label() : "");
        thread.setText(first ? line.thread() : "");
        exchange.setVisible(first && line.exchange() > 0);
        exchange.setText("#" + line.exchange());
        exchange.setOnAction(event -> navigator.showExchange(line.exchange()));
        mark(line.level());
        showText(item);
        setGraphic(row);
    }

    private void mark(LogLevel level) {
        pseudoClassStateChanged(ERROR, level.compareTo(LogLevel.ERROR) >= 0);
        pseudoClassStateChanged(WARNING, level == LogLevel.WARNING);
        pseudoClassStateChanged(DEBUG, level == LogLevel.DEBUG);
    }

    /** Most lines are one label, which is kept: a list that follows changes all its rows in each pulse. */
    private void showText(LogRow item) {
        String words = expandTabs(model.line(item));
        var parts = text.getChildren();
        parts.subList(1, parts.size()).clear();
        int done = 0;
        Label before = plain;
        for (var link : SourceLinks.of(words)) {
            var path = link.path(folder);
            if (path.isPresent()) {
                before.setText(words.substring(done, link.start()));
                before = label();
                parts.addAll(link(words, link, path.get()), before);
                done = link.end();
            }
        }
        before.setText(words.substring(done));
        if (item.isFoldable() && !model.isUnfolded(item.entry())) {
            var more = new Label(
                    String.format(Locale.ROOT, "%d lines", item.entry().lines()));
            more.getStyleClass().add("log-more");
            more.setMinWidth(Region.USE_PREF_SIZE);
            parts.add(more);
        }
    }

    private Hyperlink link(String words, SourceLinks.Link link, Path path) {
        var place = new Hyperlink(words.substring(link.start(), link.end()));
        place.getStyleClass().add("log-link");
        place.setFocusTraversable(false);
        place.setMinWidth(Region.USE_PREF_SIZE);
        place.setOnAction(event -> navigator.showSource(path, link.line()));
        return place;
    }

    private static Label label() {
        var label = new Label();
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().add("log-text");
        return label;
    }

    private static String expandTabs(String words) {
        String clean = words.length() > 2000 ? words.substring(0, 2000) + " … (copy for the rest)" : words;
        return clean.replace("\t", "    ");
    }
}
