package vivarium.ui.exchange;

import java.util.List;
import vivarium.exchange.ContentKind;

/** A way to look at a body. */
enum BodyMode {
    PRETTY("JSON"),
    FORM("Form"),
    PARTS("Parts"),
    IMAGE("Image"),
    TEXT("Text"),
    HEX("Hex");

    private final String label;

    BodyMode(String label) {
        this.label = label;
    }

    /** What its button says. */
    String label() {
        return label;
    }

    /** The ways that make sense for this kind, the best first. */
    static List<BodyMode> of(ContentKind kind) {
        return switch (kind) {
            case EMPTY -> List.of();
            case JSON -> List.of(PRETTY, TEXT, HEX);
            case FORM -> List.of(FORM, TEXT, HEX);
            case MULTIPART -> List.of(PARTS, TEXT, HEX);
            case IMAGE -> List.of(IMAGE, HEX);
            case HTML, TEXT -> List.of(TEXT, HEX);
            case BINARY -> List.of(HEX, TEXT);
        };
    }
}
