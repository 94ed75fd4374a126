package vivarium.ui.log;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import vivarium.journal.LogLevel;
import vivarium.journal.LogStream;
import vivarium.ui.parts.Parts;

/** The log's filters and buttons. */
final class LogBar {
    /** Below this there is no room to say how much is kept. */
    private static final double ROOMY = 700;

    private final LogViewModel model;
    private final TextField text = new TextField();
    private final ChoiceBox<LogLevel> level = new ChoiceBox<>();
    private final MenuButton streams = new MenuButton("All streams");
    private final ToggleButton follow = Parts.toggle(Feather.CHEVRONS_DOWN, "Follow the newest line (End)");
    private final HBox node;

    LogBar(LogViewModel model, Runnable copy) {
        this.model = model;
        text.setPromptText("Filter, for example KeyError or #12");
        text.setPrefColumnCount(22);
        text.setId("log-filter");
        HBox.setHgrow(text, Priority.SOMETIMES);
        text.setMinWidth(120);
        text.setMaxWidth(360);
        text.textProperty().subscribe(this::filter);
        level.getItems().setAll(LogLevel.DEBUG, LogLevel.INFO, LogLevel.WARNING, LogLevel.ERROR);
        level.setConverter(new Levels());
        level.setValue(LogLevel.DEBUG);
        level.setId("log-level");
        level.setMinWidth(Region.USE_PREF_SIZE);
        level.setPrefWidth(160);
        level.valueProperty().subscribe(this::filter);
        for (LogStream stream : LogStream.values()) {
            var item = new CheckMenuItem(stream.label());
            item.setSelected(true);
            item.setUserData(stream);
            item.setOnAction(event -> filter());
            streams.getItems().add(item);
        }
        streams.setMinWidth(Region.USE_PREF_SIZE);
        follow.setSelected(true);
        Label count = count();
        node = Parts.bar(
                text,
                level,
                streams,
                Parts.space(),
                count,
                follow,
                Parts.button(Feather.COPY, "Copy the selected lines, or all (Ctrl+C)", copy),
                Parts.button(Feather.TRASH_2, "Clear the log", model::clear));
        count.visibleProperty().bind(node.widthProperty().greaterThan(ROOMY));
        count.managedProperty().bind(count.visibleProperty());
    }

    private Label count() {
        var label = new Label();
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.format(
                                Locale.ROOT, "%,d entries", model.keptProperty().get()),
                        model.keptProperty()));
        return label;
    }

    HBox node() {
        return node;
    }

    BooleanProperty follow() {
        return follow.selectedProperty();
    }

    void focus() {
        text.requestFocus();
        text.selectAll();
    }

    /** Shows the entries of one exchange. */
    void showOnly(long exchange) {
        level.setValue(LogLevel.DEBUG);
        streams.getItems().forEach(item -> ((CheckMenuItem) item).setSelected(true));
        text.setText("#" + exchange);
        filter();
    }

    private void filter() {
        Set<LogStream> chosen = EnumSet.noneOf(LogStream.class);
        streams.getItems().stream()
                .filter(item -> ((CheckMenuItem) item).isSelected())
                .forEach(item -> chosen.add((LogStream) item.getUserData()));
        streams.setText(
                chosen.size() == LogStream.values().length
                        ? "All streams"
                        : chosen.size() == 1 ? List.copyOf(chosen).getFirst().label() : chosen.size() + " streams");
        model.filter(
                LogFilter.typed(level.getValue() == null ? LogLevel.DEBUG : level.getValue(), chosen, text.getText()));
    }

    private static final class Levels extends StringConverter<LogLevel> {
        @Override
        public String toString(LogLevel level) {
            return switch (level) {
                case DEBUG -> "All levels";
                case INFO -> "Info and above";
                case WARNING -> "Warnings and above";
                default -> "Errors only";
            };
        }

        @Override
        public LogLevel fromString(String text) {
            throw new UnsupportedOperationException("nobody types it");
        }
    }
}
