package vivarium.ui.exchange;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Finds words in a text: Enter for the next, Shift+Enter for the one before, Escape to close. FX thread only. */
final class FindBar extends HBox {
    private static final int MOST = 10_000;

    private final CodeArea area;
    private final Runnable beforeSearch;
    private final TextField words = new TextField();
    private final Label count = new Label();
    private List<Integer> places = List.of();
    private int at;

    /**
     * @param id that of the field, for tests
     * @param beforeSearch sees to it that the area holds the whole text
     */
    FindBar(String id, CodeArea area, Runnable beforeSearch) {
        this.area = area;
        this.beforeSearch = beforeSearch;
        getStyleClass().add("find-bar");
        words.setPromptText("Find");
        words.setId(id);
        words.getStyleClass().add(Styles.SMALL);
        words.textProperty().subscribe(this::search);
        words.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(words, button(Feather.CHEVRON_UP, -1), button(Feather.CHEVRON_DOWN, 1), count);
        count.getStyleClass().add(Styles.TEXT_MUTED);
        show(false);
    }

    void open() {
        show(true);
        beforeSearch.run();
        words.requestFocus();
        words.selectAll();
    }

    /** The text is another one. */
    void refresh() {
        if (isVisible()) {
            search();
        }
    }

    private void search() {
        var sought = words.getText().toLowerCase(Locale.ROOT);
        var text = area.getText().toLowerCase(Locale.ROOT);
        var found = new ArrayList<Integer>();
        for (int i = text.indexOf(sought);
                i >= 0 && !sought.isEmpty() && found.size() < MOST;
                i = text.indexOf(sought, i + sought.length())) {
            found.add(i);
        }
        places = found;
        at = 0;
        select();
    }

    private void step(int by) {
        if (!places.isEmpty()) {
            at = Math.floorMod(at + by, places.size());
            select();
        }
    }

    private void select() {
        if (places.isEmpty()) {
            area.deselect();
            count.setText(words.getText().isEmpty() ? "" : "not found");
            return;
        }
        int start = places.get(at);
        area.selectRange(start, start + words.getText().length());
        area.requestFollowCaret();
        count.setText(at + 1 + " of " + places.size() + (places.size() == MOST ? " and more" : ""));
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            step(key.isShiftDown() ? -1 : 1);
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE) {
            show(false);
            area.requestFocus();
            key.consume();
        }
    }

    private Button button(Ikon icon, int by) {
        var button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, Styles.BUTTON_ICON);
        button.setOnAction(action -> step(by));
        return button;
    }

    private void show(boolean visible) {
        setVisible(visible);
        setManaged(visible);
    }
}
