package vivarium.ui.edit;

import atlantafx.base.theme.Styles;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vivarium.ui.parts.Parts;

/** Names with values, in an order that matters: each can be changed, moved and taken away. FX thread only. */
final class FieldTable extends BorderPane {
    private static final double NAME = 200;

    /**
     * What a row says.
     *
     * @param written how it was sent; empty for what is new or was changed
     */
    record Entry(String name, String value, String written) {}

    private record Removed(int index, Row row) {}

    private final String id;
    private final BiFunction<String, String, Optional<String>> rule;
    private final Runnable changed;
    private final VBox rows = new VBox(4);
    private final Deque<Removed> removed = new ArrayDeque<>();
    private final Button undo = Parts.named(Parts.button(Feather.ROTATE_CCW, "Put it back", this::undo), "Undo");
    private boolean quiet;

    /**
     * @param id begins the ids of its parts, for tests
     * @param what a row is, for example {@code header}
     * @param rule what is wrong with a name and its value
     * @param changed is called when the user has changed something
     */
    FieldTable(String id, String what, BiFunction<String, String, Optional<String>> rule, Runnable changed) {
        this.id = id;
        this.rule = rule;
        this.changed = changed;
        rows.setPadding(new Insets(2, 12, 2, 2));
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edit-scroll");
        var name = new Label("Name");
        name.setPrefWidth(NAME + 6);
        var heading = new HBox(name, new Label("Value"));
        heading.getStyleClass().addAll("edit-heading", Styles.TEXT_MUTED);
        var add = Parts.named(Parts.button(Feather.PLUS, "Add a " + what, this::add), "Add a " + what);
        add.setId(id + "-add");
        undo.setId(id + "-undo");
        undo.setVisible(false);
        var foot = new HBox(8, add, undo);
        foot.setPadding(new Insets(4, 0, 0, 0));
        setTop(heading);
        setCenter(scroll);
        setBottom(foot);
    }

    /** Shows these instead; tells nobody. */
    void show(List<Entry> entries) {
        quietly(() -> {
            removed.clear();
            undo.setVisible(false);
            rows.getChildren().setAll(entries.stream().map(Row::new).toList());
        });
    }

    /** What is there now; rows without a name and a value do not count. */
    List<Entry> entries() {
        return rows().stream()
                .map(Row::entry)
                .filter(entry -> !entry.name().isEmpty() || !entry.value().isEmpty())
                .toList();
    }

    /** Gives the first entry of this name another value, where there is one; tells nobody. */
    void set(String name, String value) {
        quietly(() -> rows().stream()
                .filter(row -> row.name.getText().equalsIgnoreCase(name))
                .findFirst()
                .ifPresent(row -> row.value.setText(value)));
    }

    /** Adds one at the end; tells nobody. */
    void add(String name, String value) {
        quietly(() -> rows.getChildren().add(new Row(new Entry(name, value, ""))));
    }

    /** Whether all are as they must be; the first one that is not gets the keyboard, and says why. */
    boolean check() {
        Optional<Row> wrong = rows().stream().filter(row -> !row.check()).findFirst();
        wrong.ifPresent(row -> row.name.requestFocus());
        return wrong.isEmpty();
    }

    private void add() {
        var row = new Row(new Entry("", "", ""));
        rows.getChildren().add(row);
        row.name.requestFocus();
    }

    private void undo() {
        Removed last = removed.pop();
        rows.getChildren().add(Math.min(last.index(), rows.getChildren().size()), last.row());
        undo.setVisible(!removed.isEmpty());
        last.row().name.requestFocus();
        tell();
    }

    private void remove(Row row) {
        int index = rows.getChildren().indexOf(row);
        removed.push(new Removed(index, row));
        rows.getChildren().remove(row);
        undo.setVisible(true);
        undo.requestFocus();
        tell();
    }

    private void move(Row row, int by) {
        int index = rows.getChildren().indexOf(row);
        int there = index + by;
        if (there >= 0 && there < rows.getChildren().size()) {
            rows.getChildren().remove(index);
            rows.getChildren().add(there, row);
            tell();
        }
    }

    private List<Row> rows() {
        var list = new ArrayList<Row>();
        for (Node node : rows.getChildren()) {
            if (node instanceof Row row) {
                list.add(row);
            }
        }
        return list;
    }

    private void quietly(Runnable change) {
        quiet = true;
        try {
            change.run();
        } finally {
            quiet = false;
        }
    }

    private void tell() {
        if (!quiet) {
            changed.run();
        }
    }

    private final class Row extends VBox {
        private final Entry was;
        private final TextField name;
        private final TextInputControl value;
        private final EditableText text;
        private final Label problem = new Label();

        Row(Entry entry) {
            was = entry;
            text = EditableText.of(entry.value()).orElseGet(() -> new EditableText(entry.value(), false));
            name = dressed(new TextField(entry.name()), "name");
            name.setPrefWidth(NAME);
            name.setMinWidth(NAME);
            value = dressed(EditableText.control(text.shown()), "value");
            HBox.setHgrow(value, Priority.ALWAYS);
            var up = Parts.button(Feather.ARROW_UP, "Move up (Alt+Up)", () -> move(this, -1));
            var down = Parts.button(Feather.ARROW_DOWN, "Move down (Alt+Down)", () -> move(this, 1));
            var away = Parts.button(Feather.X, "Take it away", () -> remove(this));
            away.getStyleClass().add(id + "-remove");
            var buttons = new HBox(up, down, away);
            buttons.setAlignment(Pos.CENTER);
            var line = new HBox(6, name, value, buttons);
            line.setAlignment(Pos.CENTER_LEFT);
            problem.getStyleClass().add(Styles.DANGER);
            problem.setWrapText(true);
            problem.managedProperty().bind(problem.visibleProperty());
            problem.setVisible(false);
            getChildren().setAll(line, problem);
            addEventFilter(KeyEvent.KEY_PRESSED, key -> {
                if (key.isAltDown() && (key.getCode() == KeyCode.UP || key.getCode() == KeyCode.DOWN)) {
                    move(this, key.getCode() == KeyCode.UP ? -1 : 1);
                    name.requestFocus();
                    key.consume();
                }
            });
        }

        private <C extends TextInputControl> C dressed(C field, String part) {
            field.getStyleClass().addAll(Styles.SMALL, "mono", id + "-" + part);
            field.setAccessibleText(part);
            field.textProperty().subscribe((before, now) -> {
                if (problem.isVisible()) {
                    check();
                }
                tell();
            });
            return field;
        }

        private Entry entry() {
            var said = text.back(value.getText());
            boolean same = name.getText().equals(was.name()) && said.equals(was.value());
            return same ? was : new Entry(name.getText(), said, "");
        }

        private boolean check() {
            boolean empty = name.getText().isEmpty() && value.getText().isEmpty();
            Optional<String> wrong = empty ? Optional.empty() : rule.apply(name.getText(), value.getText());
            problem.setText(wrong.orElse(""));
            problem.setVisible(wrong.isPresent());
            name.pseudoClassStateChanged(Styles.STATE_DANGER, wrong.isPresent());
            return wrong.isEmpty();
        }
    }
}
