package vivarium.ui.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import vivarium.exchange.Content;

/** A form as a table of its fields. */
final class FormBody implements BodyPane {
    private final FieldTable fields;

    FormBody(Runnable changed) {
        fields = new FieldTable("edit-form", "field", (name, value) -> Optional.empty(), changed);
    }

    @Override
    public Node node() {
        return fields;
    }

    @Override
    public Optional<String> show(Content content) {
        var text = new String(content.bytes(), UTF_8);
        var rows = Pairs.rows(text);
        boolean lossless = Arrays.equals(text.getBytes(UTF_8), content.bytes())
                && rows.stream()
                        .allMatch(row -> EditableText.of(row.name())
                                        .filter(name -> !name.shown().contains("\n"))
                                        .isPresent()
                                && EditableText.of(row.value()).isPresent());
        if (!lossless) {
            return Optional.of("Not all of this form is text that can be edited as such; Text or Hex show it.");
        }
        fields.show(rows);
        return Optional.empty();
    }

    @Override
    public OptionalInt length() {
        return OptionalInt.of(encoded().length);
    }

    @Override
    public Optional<byte[]> bytes() {
        return Optional.of(encoded());
    }

    private byte[] encoded() {
        return Pairs.text(fields.entries()).getBytes(UTF_8);
    }
}
