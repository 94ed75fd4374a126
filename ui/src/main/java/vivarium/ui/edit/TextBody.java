package vivarium.ui.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import atlantafx.base.theme.Styles;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import vivarium.exchange.Content;
import vivarium.exchange.JsonProblem;
import vivarium.journal.Bytes;
import vivarium.journal.Header;
import vivarium.replay.HexText;
import vivarium.ui.parts.Parts;

/** A body as text: JSON, any text, or bytes in hexadecimal digits. What is wrong is said below, and a click leads there. */
final class TextBody extends BorderPane implements BodyPane {
    private record Place(int offset, String words) {}

    private final BodyForm form;
    private final TextArea area = new TextArea();
    private final Hyperlink problem = new Hyperlink();
    private EditableText shown = new EditableText("", false);
    private Charset charset = UTF_8;
    private boolean quiet;

    TextBody(BodyForm form, Runnable changed) {
        this.form = form;
        area.setId("edit-body");
        area.getStyleClass().add("mono");
        area.setWrapText(form != BodyForm.JSON);
        area.setPromptText("No body");
        area.textProperty().subscribe((before, now) -> {
            if (!quiet) {
                changed.run();
            }
            say(wrong());
        });
        problem.setId("edit-body-problem");
        problem.getStyleClass().add("edit-problem");
        problem.setMinWidth(0);
        problem.setOnAction(click -> wrong().ifPresent(this::lead));
        problem.setVisible(false);
        var foot = new HBox(8, problem);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setPadding(new Insets(4, 0, 0, 0));
        if (form == BodyForm.JSON) {
            var layOut = Parts.named(Parts.button(Feather.ALIGN_LEFT, "Lay it out on lines", this::layOut), "Lay out");
            layOut.setId("edit-body-lay-out");
            foot.getChildren().setAll(layOut, problem);
        }
        setCenter(area);
        setBottom(foot);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Optional<String> show(Content content) {
        byte[] bytes = content.bytes();
        if (form == BodyForm.HEX) {
            fill(new EditableText(HexText.of(bytes), false));
            return Optional.empty();
        }
        charset = Charset.forName(content.charset());
        var text = new String(bytes, charset);
        Optional<EditableText> editable =
                Arrays.equals(text.getBytes(charset), bytes) ? EditableText.of(text) : Optional.empty();
        if (editable.isEmpty()) {
            return Optional.of("Not all of this body is text that can be edited as such; Hex shows every byte.");
        }
        fill(editable.get());
        return Optional.empty();
    }

    private void fill(EditableText text) {
        shown = text;
        quiet = true;
        area.setText(text.shown());
        quiet = false;
        say(wrong());
    }

    @Override
    public Optional<byte[]> bytes() {
        Optional<Place> wrong = wrong();
        if (wrong.isPresent()) {
            lead(wrong.get());
            return Optional.empty();
        }
        return encoded();
    }

    @Override
    public OptionalInt length() {
        return encoded().map(bytes -> OptionalInt.of(bytes.length)).orElse(OptionalInt.empty());
    }

    private Optional<byte[]> encoded() {
        if (form != BodyForm.HEX) {
            return Optional.of(shown.back(area.getText()).getBytes(charset));
        }
        return HexText.read(area.getText()) instanceof HexText.Read.Done(byte[] bytes)
                ? Optional.of(bytes)
                : Optional.empty();
    }

    private Optional<Place> wrong() {
        var text = area.getText();
        return switch (form) {
            case HEX ->
                HexText.read(text) instanceof HexText.Read.Wrong(var it)
                        ? Optional.of(new Place(it.offset(), it.words()))
                        : Optional.empty();
            case JSON ->
                text.isEmpty()
                        ? Optional.empty()
                        : JsonProblem.of(text)
                                .map(it -> new Place(
                                        it.offset(),
                                        "Line " + it.line() + ", column " + it.column() + ": " + it.words()));
            default -> encodable(text);
        };
    }

    private Optional<Place> encodable(String text) {
        var encoder = charset.newEncoder();
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (!encoder.canEncode(text.substring(i, text.offsetByCodePoints(i, 1)))) {
                return Optional.of(new Place(
                        i,
                        "“" + Character.toString(text.codePointAt(i)) + "” is not in " + charset
                                + ", the charset that Content-Type names."));
            }
        }
        return Optional.empty();
    }

    private void say(Optional<Place> wrong) {
        problem.setText(wrong.map(Place::words).orElse(""));
        problem.setVisible(wrong.isPresent());
        area.pseudoClassStateChanged(Styles.STATE_DANGER, wrong.isPresent());
    }

    private void lead(Place place) {
        int offset = Math.min(place.offset(), area.getLength());
        area.requestFocus();
        area.selectRange(offset, Math.min(area.getLength(), offset + 1));
    }

    private void layOut() {
        var content = Content.of(
                Bytes.of(area.getText().getBytes(UTF_8)), List.of(new Header("Content-Type", BodyForm.JSON.type())));
        area.setText(content.pretty());
    }
}
