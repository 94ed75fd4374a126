package vivarium.ui.source;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;
import vivarium.ui.source.Gutter.Markers;

/** Text with line numbers, colours and one line that is pointed at. FX thread only. */
final class CodeView {
    private final CodeArea area = new CodeArea();
    private final Gutter gutter;
    private final VirtualizedScrollPane<CodeArea> node = new VirtualizedScrollPane<>(area);
    private int target;

    CodeView(Markers markers) {
        gutter = new Gutter(markers);
        area.setEditable(false);
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setParagraphGraphicFactory(gutter);
        area.getStyleClass().addAll("source-area", "mono");
        area.setId("source-area");
    }

    CodeArea area() {
        return area;
    }

    VirtualizedScrollPane<CodeArea> node() {
        return node;
    }

    /** Shows the text from its top. */
    void set(SourceText source) {
        target = 0;
        gutter.lines(1 + (int) source.text().chars().filter(c -> c == '\n').count());
        area.replaceText(source.text());
        if (!source.tokens().isEmpty()) {
            area.setStyleSpans(0, spans(source));
        }
        area.moveTo(0);
    }

    /** Points at a line, from 1, and brings it into view; at none with 0. */
    void target(int line) {
        int last = area.getParagraphs().size();
        if (target > 0 && target <= last) {
            area.setParagraphStyle(target - 1, List.of());
        }
        target = Math.min(line, last);
        if (target > 0) {
            area.setParagraphStyle(target - 1, List.of("target-line"));
            area.moveTo(target - 1, 0);
            // A few lines above it belong to the picture.
            area.showParagraphAtTop(Math.max(0, target - 8));
        }
    }

    int target() {
        return target;
    }

    /** The line of the caret, from 1. */
    int line() {
        return area.getCurrentParagraph() + 1;
    }

    /** The first line in view, from 1. */
    int top() {
        return area.getText().isEmpty() ? 1 : area.firstVisibleParToAllParIndex() + 1;
    }

    private static StyleSpans<Collection<String>> spans(SourceText source) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        int done = 0;
        for (Token token : source.tokens()) {
            spans.add(Collections.emptyList(), token.start() - done);
            spans.add(List.of(token.kind().style()), token.end() - token.start());
            done = token.end();
        }
        spans.add(Collections.emptyList(), source.text().length() - done);
        return spans.create();
    }
}
