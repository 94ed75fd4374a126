package vivarium.ui.source;

import java.util.List;

/**
 * A mark beside a line, such as a breakpoint.
 *
 * @param styles classes of the style sheet, the first of which says what it is
 * @param sign a letter on it; empty for none
 * @param meaning in words, for its tooltip and for screen readers
 */
public record LineMark(List<String> styles, String sign, String meaning) {
    public LineMark {
        styles = List.copyOf(styles);
    }
}
