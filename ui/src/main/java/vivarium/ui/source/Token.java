package vivarium.ui.source;

import java.util.Locale;

/**
 * A part of a Python source that is drawn in a colour of its own.
 *
 * @param start offset of its first character
 * @param end offset after its last
 */
record Token(Kind kind, int start, int end) {
    enum Kind {
        KEYWORD,
        STRING,
        COMMENT,
        DECORATOR,
        NUMBER,
        DEFINITION;

        /** The class in the style sheet. */
        String style() {
            return "py-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
