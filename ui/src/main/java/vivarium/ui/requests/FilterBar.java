package vivarium.ui.requests;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where the user says which requests to show; every change counts at once. FX thread only. */
final class FilterBar extends HBox {
    private static final String ANY_METHOD = "Any method";

    private final CustomTextField text = new CustomTextField();
    private final ChoiceBox<String> method = new ChoiceBox<>();
    private final List<ToggleButton> classes;
    private final ToggleButton troubled = new ToggleButton("Errors", new FontIcon(Feather.ZAP));
    private final Label count = new Label();
    private final Consumer<RequestFilter> changed;
    private boolean quiet;

    FilterBar(Consumer<RequestFilter> changed) {
        this.changed = changed;
        getStyleClass().add("filter-bar");
        text.setId("requests-filter");
        text.setPromptText("Filter by path, status, type, thread");
        text.setLeft(new FontIcon(Feather.SEARCH));
        text.getStyleClass().add(Styles.SMALL);
        text.textProperty().subscribe(this::changed);
        text.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                text.clear();
            }
        });
        HBox.setHgrow(text, Priority.SOMETIMES);
        method.getItems().setAll(ANY_METHOD, "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
        method.setValue(ANY_METHOD);
        method.setId("requests-method");
        method.getStyleClass().add(Styles.SMALL);
        method.valueProperty().subscribe(this::changed);
        classes = List.of(
                chip(2, Styles.LEFT_PILL),
                chip(3, Styles.CENTER_PILL),
                chip(4, Styles.CENTER_PILL),
                chip(5, Styles.RIGHT_PILL));
        troubled.setId("requests-errors");
        troubled.getStyleClass().add(Styles.SMALL);
        troubled.setTooltip(
                new Tooltip("Only those with an exception, a 5xx, a broken response or an error in the log"));
        troubled.selectedProperty().subscribe(this::changed);
        count.getStyleClass().addAll("count", Styles.TEXT_MUTED);
        count.setMinWidth(Region.USE_PREF_SIZE);
        var chips = new HBox();
        chips.getChildren().addAll(classes);
        chips.setAlignment(Pos.CENTER_LEFT);
        chips.setMinWidth(Region.USE_PREF_SIZE);
        troubled.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(text, method, chips, troubled, gap, count);
    }

    /** Puts a button before the count. */
    void offer(Button button) {
        getChildren().add(getChildren().size() - 1, button);
    }

    /** Puts the keyboard where words are typed. */
    void focusText() {
        text.requestFocus();
        text.selectAll();
    }

    /** What is said at the end of the bar. */
    void count(String words) {
        count.setText(words);
    }

    /** Only what holds these words. */
    void show(String words) {
        clear();
        text.setText(words);
    }

    /** Lets everything through again. */
    void clear() {
        quiet = true;
        text.clear();
        method.setValue(ANY_METHOD);
        classes.forEach(chip -> chip.setSelected(false));
        troubled.setSelected(false);
        quiet = false;
        changed();
    }

    private ToggleButton chip(int firstDigit, String place) {
        var chip = new ToggleButton(firstDigit + "xx");
        chip.setId("requests-" + firstDigit + "xx");
        chip.setUserData(firstDigit);
        chip.getStyleClass().addAll(Styles.SMALL, place, "status-chip");
        chip.selectedProperty().subscribe(this::changed);
        return chip;
    }

    private void changed() {
        if (quiet || classes == null) {
            return;
        }
        Set<Integer> chosen = new HashSet<>();
        for (var chip : classes) {
            if (chip.isSelected()) {
                chosen.add((Integer) chip.getUserData());
            }
        }
        var only = ANY_METHOD.equals(method.getValue()) ? "" : method.getValue();
        changed.accept(new RequestFilter(text.getText(), only, chosen, troubled.isSelected()));
    }
}
