package vivarium.ui.edit;

import vivarium.exchange.Content;

/** What a body is edited as. */
enum BodyForm {
    JSON("JSON", "application/json"),
    FORM("Form", "application/x-www-form-urlencoded"),
    PARTS("Multipart", "multipart/form-data"),
    TEXT("Text", ""),
    HEX("Hex", "");

    private final String label;
    private final String type;

    BodyForm(String label, String type) {
        this.label = label;
        this.type = type;
    }

    /** What its button says. */
    String label() {
        return label;
    }

    /** The media type that bodies of this form have; empty where it may be any. */
    String type() {
        return type;
    }

    /** That which fits. */
    static BodyForm of(Content content) {
        return switch (content.kind()) {
            case JSON -> JSON;
            case FORM -> FORM;
            case MULTIPART -> PARTS;
            case HTML, TEXT -> TEXT;
            case IMAGE, BINARY -> HEX;
            case EMPTY -> ofType(content.type().essence());
        };
    }

    private static BodyForm ofType(String essence) {
        for (BodyForm form : values()) {
            if (!form.type.isEmpty() && form.type.equals(essence)) {
                return form;
            }
        }
        return TEXT;
    }
}
