package vivarium.ui.console;

import java.util.List;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.util.UndoUtils;

/** The text of the console, bounded: the oldest lines give way. FX thread only. */
final class Output {
    private final int most;
    private final StyleClassedTextArea area = new StyleClassedTextArea();
    private final VirtualizedScrollPane<StyleClassedTextArea> node = new VirtualizedScrollPane<>(area);

    /** @param most characters that are kept */
    Output(int most) {
        this.most = most;
        area.setEditable(false);
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setWrapText(true);
        area.getStyleClass().addAll("console-output", "mono");
        area.setId("console-output");
    }

    StyleClassedTextArea area() {
        return area;
    }

    VirtualizedScrollPane<StyleClassedTextArea> node() {
        return node;
    }

    /** Adds text at the end, and stays there when the end is in view. */
    void add(List<Styled> pieces) {
        if (pieces.isEmpty()) {
            return;
        }
        boolean follow = isAtEnd();
        for (Styled piece : pieces) {
            String text = piece.text();
            int overwrites = text.lastIndexOf('\r');
            if (overwrites >= 0) {
                overwrite(text, overwrites, piece.styles());
            } else {
                append(text, piece.styles());
            }
        }
        shorten();
        if (follow) {
            toEnd();
        }
    }

    private void append(String text, List<String> styles) {
        String shown = text.length() > most ? text.substring(text.length() - most) : text;
        int start = area.getLength();
        area.appendText(shown);
        area.setStyle(start, area.getLength(), styles);
    }

    /** A carriage return goes back to the start of the line, as progress bars do: what follows takes the place of the line. */
    private void overwrite(String text, int last, List<String> styles) {
        int lineFeed = text.lastIndexOf('\n', last);
        if (lineFeed >= 0) {
            append(text.substring(0, lineFeed + 1).replaceAll("[^\n]*\r", ""), styles);
        }
        area.deleteText(area.getAbsolutePosition(area.getParagraphs().size() - 1, 0), area.getLength());
        append(text.substring(last + 1), styles);
    }

    private void shorten() {
        int excess = area.getLength() - most;
        if (excess > 0) {
            int lineEnd = area.getText().indexOf('\n', excess);
            area.deleteText(0, lineEnd < 0 ? excess : lineEnd + 1);
        }
    }

    private boolean isAtEnd() {
        return area.getLength() == 0
                || area.getTotalHeightEstimate() - area.getEstimatedScrollY() - area.getHeight() < 30;
    }

    /** Brings the newest line into view. */
    void toEnd() {
        area.moveTo(area.getLength());
        area.requestFollowCaret();
    }
}
