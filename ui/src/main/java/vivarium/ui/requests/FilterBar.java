package vivarium.ui.requests;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.filter.Completion;
import vivarium.filter.FilterLanguage;
import vivarium.filter.FilterSyntaxException;

/** Where the user says which requests to show; every change counts at once. FX thread only. */
final class FilterBar extends HBox {
    private static final String ANY_METHOD = "Any method";
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final CustomTextField text = new CustomTextField();
    private final ChoiceBox<String> method = new ChoiceBox<>();
    private final List<ToggleButton> classes;
    private final ToggleButton troubled = new ToggleButton("Errors", new FontIcon(Feather.ZAP));
    private final Label count = new Label();
    private final Consumer<RequestFilter> changed;
    private final FilterHints hints = new FilterHints(this::take);
    private RequestFilter last = RequestFilter.ALL;
    private boolean quiet;

    FilterBar(Consumer<RequestFilter> changed) {
        this.changed = changed;
        getStyleClass().add("filter-bar");
        text.setId("requests-filter");
        text.setPromptText("Filter: words, status:5xx, path:/notes/*");
        text.setTooltip(new Tooltip(
                "Words of path, status, type or thread, or the filter language: status:4xx and not path:/static/*,"
                        + " body:milk, header.cookie:…, duration>250ms, has:finding. Ctrl+Space shows what there is."));
        text.setLeft(new FontIcon(Feather.SEARCH));
        text.getStyleClass().add(Styles.SMALL);
        text.textProperty().subscribe(this::changed);
        text.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                text.clear();
            } else if (key.getCode() == KeyCode.SPACE && key.isControlDown()) {
                hint(true);
                key.consume();
            }
        });
        text.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.TAB && !key.isShiftDown() && hints.takeFirst()) {
                key.consume();
            }
        });
        text.focusedProperty().subscribe(focused -> {
            if (!focused && text.getPseudoClassStates().stream().noneMatch(WRONG::equals)) {
                hints.nothing();
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
        try {
            last = RequestFilter.of(text.getText(), only, chosen, troubled.isSelected());
            text.pseudoClassStateChanged(WRONG, false);
            hint(false);
            changed.accept(last);
        } catch (FilterSyntaxException wrong) {
            // What is shown stays, since the user is still typing.
            text.pseudoClassStateChanged(WRONG, true);
            hint(false);
            if (!hints.isVisible()) {
                hints.wrong(text.getText(), wrong);
            }
        }
    }

    /** @param all also where no word was begun */
    private void hint(boolean all) {
        String typed = text.getText();
        int caret = typed.length();
        boolean begun = (!typed.isEmpty() && Character.isLetter(typed.charAt(caret - 1))) || typed.endsWith(":");
        if (all || (begun && text.isFocused())) {
            var completions = FilterLanguage.here().complete(typed, caret);
            hints.offer(completions.stream()
                    .filter(completion -> !completion.applied(typed).equals(typed))
                    .toList());
        } else {
            hints.nothing();
        }
    }

    private void take(Completion completion) {
        text.setText(completion.applied(text.getText()));
        text.end();
    }

    /** What belongs below the bar. */
    Node hints() {
        return hints;
    }
}
