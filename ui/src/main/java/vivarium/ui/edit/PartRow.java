package vivarium.ui.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vivarium.exchange.Amounts;
import vivarium.exchange.Part;
import vivarium.journal.Bytes;
import vivarium.replay.Multipart;
import vivarium.ui.parts.Parts;

/** A part of a multipart body: its name, and either a text or a file with its name and type. FX thread only. */
final class PartRow extends VBox {
    /** What can be done with a row. */
    interface Table {
        void changed();

        void move(PartRow row, int by);

        void remove(PartRow row);

        void chooseFile(PartRow row);
    }

    /** What a part holds. */
    enum Kind {
        TEXT,
        FILE
    }

    private final Part was;
    private final Table table;
    private final TextField name = new TextField();
    private final ChoiceBox<Kind> kind = new ChoiceBox<>();
    private final EditableText text;
    private final TextInputControl value;
    private final TextField filename = new TextField();
    private final TextField type = new TextField();
    private final Label size = new Label();
    private final Label problem = new Label();
    private boolean made;
    private Bytes file;

    PartRow(Part part, Table table) {
        was = part;
        this.table = table;
        file = part.body();
        Optional<EditableText> editable = part.filename().isEmpty() ? textOf(part) : Optional.empty();
        text = editable.orElseGet(() -> new EditableText("", false));
        value = field(EditableText.control(text.shown()), "value", "");
        field(name, "name", "Name").setText(part.name());
        field(filename, "file", "File name").setText(part.filename());
        field(type, "type", "Type").setText(Multipart.type(part));
        name.setPrefWidth(130);
        type.setPrefWidth(140);
        kind.getItems().setAll(Kind.values());
        kind.setConverter(new KindWords());
        kind.setValue(editable.isPresent() ? Kind.TEXT : Kind.FILE);
        kind.setTooltip(new Tooltip("What the part holds"));
        kind.getStyleClass().add("edit-part-kind");
        kind.valueProperty().subscribe((before, now) -> {
            fill();
            changed();
        });
        problem.getStyleClass().add(Styles.DANGER);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        fill();
        made = true;
    }

    private void changed() {
        if (made) {
            table.changed();
        }
    }

    private static Optional<EditableText> textOf(Part part) {
        byte[] bytes = part.body().kept();
        var decoded = new String(bytes, UTF_8);
        return Arrays.equals(decoded.getBytes(UTF_8), bytes) ? EditableText.of(decoded) : Optional.empty();
    }

    private <C extends TextInputControl> C field(C control, String part, String prompt) {
        control.getStyleClass().addAll(Styles.SMALL, "mono", "edit-part-" + part);
        control.setPromptText(prompt);
        control.setAccessibleText(part);
        control.textProperty().subscribe((before, now) -> {
            problem.setVisible(false);
            changed();
        });
        return control;
    }

    private void fill() {
        boolean text = kind.getValue() == Kind.TEXT;
        var line = new HBox(6, name, kind);
        line.setAlignment(Pos.CENTER_LEFT);
        Node content = text ? value : filename;
        HBox.setHgrow(content, Priority.ALWAYS);
        line.getChildren().add(content);
        if (!text) {
            size.setText(Amounts.size(file.kept().length));
            size.setMinWidth(Region.USE_PREF_SIZE);
            var choose = Parts.named(
                    Parts.button(Feather.FILE, "Choose the file whose content is sent", () -> table.chooseFile(this)),
                    "Choose…");
            choose.getStyleClass().add("edit-part-choose");
            line.getChildren().addAll(size, choose, type);
        }
        Button away = Parts.button(Feather.X, "Take it away", () -> table.remove(this));
        away.getStyleClass().add("edit-part-remove");
        var buttons = new HBox(
                Parts.button(Feather.ARROW_UP, "Move up", () -> table.move(this, -1)),
                Parts.button(Feather.ARROW_DOWN, "Move down", () -> table.move(this, 1)),
                away);
        buttons.setAlignment(Pos.CENTER);
        line.getChildren().add(buttons);
        getChildren().setAll(line, problem);
    }

    /** From now on it is this file. */
    void file(String called, String mediaType, byte[] content) {
        file = Bytes.of(content);
        filename.setText(called);
        type.setText(mediaType);
        kind.setValue(Kind.FILE);
        fill();
        table.changed();
    }

    /** Whether all is well; where it is not, it is said below. */
    boolean check() {
        boolean unnamed = name.getText().isEmpty();
        problem.setText(unnamed ? "The part has no name." : "");
        problem.setVisible(unnamed);
        name.pseudoClassStateChanged(Styles.STATE_DANGER, unnamed);
        if (unnamed) {
            name.requestFocus();
        }
        return !unnamed;
    }

    /** The part that it describes. */
    Part part() {
        boolean plain = kind.getValue() == Kind.TEXT;
        var content = plain ? Bytes.of(text.back(value.getText()).getBytes(UTF_8)) : file;
        var same = new Part(was.headers(), was.name(), was.filename(), content, true);
        return Multipart.renamed(
                same, name.getText(), plain ? "" : filename.getText(), plain ? Multipart.type(was) : type.getText());
    }

    /** Puts the keyboard into its first field. */
    void focusName() {
        name.requestFocus();
    }

    private static final class KindWords extends javafx.util.StringConverter<Kind> {
        @Override
        public String toString(Kind kind) {
            return kind == Kind.TEXT ? "Text" : "File";
        }

        @Override
        public Kind fromString(String words) {
            return words.equals("Text") ? Kind.TEXT : Kind.FILE;
        }
    }
}
