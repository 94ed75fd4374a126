package vivarium.ui.edit;

import atlantafx.base.theme.Styles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import vivarium.exchange.Amounts;
import vivarium.exchange.Content;
import vivarium.exchange.ContentKind;
import vivarium.exchange.FormField;
import vivarium.journal.Bytes;
import vivarium.journal.Header;

/** A body with the editor that fits it, and a switch to the others. FX thread only. */
final class BodyEditor extends BorderPane {
    private final Supplier<Optional<Path>> files;
    private final Supplier<List<Header>> headers;
    private final Consumer<String> type;
    private final Runnable changed;
    private final HBox switches = new HBox();
    private final Label note = new Label();
    private BodyForm form = BodyForm.TEXT;
    private BodyPane pane;
    private byte[] body = new byte[0];
    private boolean touched;
    private boolean coded;

    /**
     * @param files asks for a file
     * @param headers the request's header fields as they are by now
     * @param type hears of another {@code Content-Type} that the body needs
     * @param changed is called when the body may have another length
     */
    BodyEditor(
            Supplier<Optional<Path>> files, Supplier<List<Header>> headers, Consumer<String> type, Runnable changed) {
        this.files = files;
        this.headers = headers;
        this.type = type;
        this.changed = changed;
        pane = new TextBody(form, this::touched);
        note.setId("edit-body-note");
        note.getStyleClass().add(Styles.TEXT_MUTED);
        note.setMinWidth(0);
        var bar = new HBox(8, switches, note);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(0, 0, 6, 0));
        setTop(bar);
    }

    /** Shows this body. */
    void show(byte[] bytes) {
        body = bytes;
        touched = false;
        coded = headers.get().stream()
                .anyMatch(header -> header.name().equalsIgnoreCase("Content-Encoding")
                        && !header.value().isBlank());
        // What is compressed would have to be compressed again: it is bytes.
        form = coded ? BodyForm.HEX : BodyForm.of(content());
        if (!open(form)) {
            form = BodyForm.HEX;
            open(form);
        }
        note.setText(coded ? "Compressed: these are the bytes as they are sent" : note.getText());
    }

    /** The body as it is by now; empty where it is wrong, which is said at the place. */
    Optional<byte[]> bytes() {
        if (!touched) {
            return Optional.of(body);
        }
        Optional<byte[]> now = pane.bytes();
        now.ifPresent(bytes -> {
            body = bytes;
            touched = false;
            if (pane instanceof PartsBody parts && !boundary().equals(parts.boundary())) {
                type.accept(BodyForm.PARTS.type() + "; boundary=" + parts.boundary());
            }
        });
        return now;
    }

    /** How many bytes it has by now; empty where that is not known before it is right. */
    OptionalInt length() {
        return touched ? pane.length() : OptionalInt.of(body.length);
    }

    private String boundary() {
        return content().type().parameter("boundary").orElse("");
    }

    private Content content() {
        var plain = headers.get().stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .toList();
        return Content.of(Bytes.of(body), plain);
    }

    private boolean open(BodyForm wanted) {
        BodyPane next = switch (wanted) {
            case PARTS -> new PartsBody(files, this::say, this::touched);
            case FORM -> new FormBody(this::touched);
            case JSON, TEXT, HEX -> new TextBody(wanted, this::touched);
        };
        Optional<String> cannot = next.show(content());
        if (cannot.isPresent()) {
            say(cannot.get());
            offer();
            return false;
        }
        form = wanted;
        pane = next;
        say(body.length == 0 ? "" : Amounts.exactly(body.length));
        offer();
        setCenter(next.node());
        return true;
    }

    private void choose(BodyForm wanted) {
        if (wanted != form && bytes().isPresent() && converted(wanted) && open(wanted)) {
            boolean other = !wanted.type().isEmpty()
                    && !content().type().essence().equals(wanted.type())
                    && BodyForm.of(content()) != wanted;
            if (other && wanted != BodyForm.PARTS) {
                type.accept(wanted.type());
            }
            touched = wanted == BodyForm.PARTS && other;
        } else {
            offer();
        }
    }

    /** Makes a form of parts; says so where another body is no form. */
    private boolean converted(BodyForm wanted) {
        if (wanted != BodyForm.FORM || body.length == 0) {
            return true;
        }
        var now = content();
        if (form == BodyForm.PARTS
                && now.parts().stream().allMatch(part -> part.filename().isEmpty())) {
            body = now.parts().stream()
                    .map(part -> new FormField(part.name(), part.content().text()).encoded())
                    .collect(Collectors.joining("&"))
                    .getBytes(StandardCharsets.UTF_8);
            return true;
        }
        boolean possible = now.kind() == ContentKind.FORM || now.kind() == ContentKind.TEXT;
        if (!possible) {
            say("This body is no form; empty it first to begin with one.");
        }
        return possible;
    }

    private void offer() {
        var group = new ToggleGroup();
        switches.getChildren().clear();
        for (BodyForm each : BodyForm.values()) {
            var button = new ToggleButton(each.label());
            button.setId("edit-as-" + each.name().toLowerCase(Locale.ROOT));
            button.getStyleClass()
                    .addAll(
                            Styles.SMALL,
                            each == BodyForm.JSON
                                    ? Styles.LEFT_PILL
                                    : each == BodyForm.HEX ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setToggleGroup(group);
            button.setSelected(each == form);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(click -> choose(each));
            switches.getChildren().add(button);
        }
    }

    private void touched() {
        touched = true;
        say("");
        changed.run();
    }

    private void say(String words) {
        note.setText(words);
    }
}
