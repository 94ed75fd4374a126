package vivarium.ui.settings;

import atlantafx.base.theme.Styles;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import vivarium.journal.SessionLimits;
import vivarium.ui.theme.ThemeChoice;

/** The settings that hold for every project. FX thread only. */
public final class SettingsView {
    private static final String OTHER = "Other";

    private final Form form = new Form();
    private final ChoiceBox<ThemeChoice> theme = new ChoiceBox<>();
    private final ChoiceBox<String> preset = new ChoiceBox<>();
    private final TextField editor = new TextField();
    private final Spinner<Integer> stuck = new Spinner<>(1, 3600, 5);

    private final Spinner<Integer> days = new Spinner<>(0, 3650, 30);
    private final Spinner<Integer> megabytes = new Spinner<>(0, 1_000_000, 2_000, 100);

    public SettingsView(Settings settings) {
        theme.setId("settings-theme");
        theme.getItems().setAll(ThemeChoice.values());
        theme.setConverter(new Labels());
        theme.setValue(settings.theme());
        editor.setId("settings-editor");
        editor.setText(settings.editor());
        editor.setPromptText("program {file} {line}");
        preset.getItems().setAll(Editors.presets().keySet());
        preset.getItems().add(OTHER);
        preset.setValue(Editors.presets().entrySet().stream()
                .filter(known -> known.getValue().equals(settings.editor()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(OTHER));
        preset.valueProperty().subscribe(name -> {
            String command = Editors.presets().get(name);
            if (command != null) {
                editor.setText(command);
            }
        });
        stuck.setId("settings-stuck");
        stuck.setEditable(true);
        stuck.getValueFactory().setValue((int) settings.stuckAfter().toSeconds());
        form.row("Theme", theme, "");
        form.row("My editor", preset, "");
        form.row("Its command", editor, "{file} and {line} are put in. “Open in my editor” starts it.");
        form.row("Stuck after, in seconds", stuck, "Threads names a request stuck, and first, when it takes longer.");
        days.setId("settings-days");
        days.setEditable(true);
        days.getValueFactory().setValue(settings.sessionLimits().days());
        megabytes.setId("settings-megabytes");
        megabytes.setEditable(true);
        megabytes.getValueFactory().setValue(settings.sessionLimits().megabytes());
        form.row(
                "Keep sessions, in days",
                days,
                "Older ones are removed when the project is opened; 0 keeps them for ever.");
        form.row(
                "Keep sessions, in MB",
                megabytes,
                "Of all of a project, the oldest go first; 0 keeps all. Sessions with a name, a mark, a pin or a comment stay.");
    }

    /** The settings with what is chosen here. */
    public Settings applied(Settings to) {
        stuck.commitValue();
        days.commitValue();
        megabytes.commitValue();
        return to.withTheme(theme.getValue())
                .withEditor(editor.getText().strip())
                .withStuckSeconds(stuck.getValue())
                .withSessions(new SessionLimits(days.getValue(), megabytes.getValue()));
    }

    /** The whole. */
    public Region node() {
        return form.node();
    }

    private static final class Labels extends StringConverter<ThemeChoice> {
        @Override
        public String toString(ThemeChoice choice) {
            return choice == null ? "" : choice.label();
        }

        @Override
        public ThemeChoice fromString(String label) {
            throw new UnsupportedOperationException(label);
        }
    }

    /** Labels on the left, fields on the right, a hint below each. */
    static final class Form {
        private static final double WIDTH = 420;

        private final GridPane grid = new GridPane(16, 6);

        void row(String label, Node field, String hint) {
            int row = grid.getRowCount();
            var name = new Label(label);
            name.setLabelFor(field);
            name.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(row, name, field);
            if (field instanceof Region region) {
                region.setPrefWidth(WIDTH);
                region.setMaxWidth(Double.MAX_VALUE);
            }
            if (!hint.isEmpty()) {
                var text = new Label(hint);
                text.setWrapText(true);
                text.setPrefWidth(WIDTH);
                text.setMinHeight(Region.USE_PREF_SIZE);
                text.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
                grid.add(text, 1, row + 1);
            }
        }

        Region node() {
            return grid;
        }
    }
}
