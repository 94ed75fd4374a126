package vivarium.ui.console;

import java.util.List;

/**
 * Text and how it looks.
 *
 * @param styles classes of the style sheet
 */
record Styled(String text, List<String> styles) {}
