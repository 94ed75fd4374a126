package vivarium.ui.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;

/** Text with line numbers, marks, colours, one line that is pointed at and one that is executed. FX thread only. */
final class CodeView {
    /** Lines above the one that matters: they belong to the picture. */
    private static final int ABOVE = 8;

    private final CodeArea area = new CodeArea();
    private final Gutter gutter;
    private final VirtualizedScrollPane<CodeArea> node = new VirtualizedScrollPane<>(area);
    private int target;

    CodeView(Gutter gutter) {
        this.gutter = gutter;
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

    /** Shows the text from its top, without marks. */
    void set(SourceText source) {
        target = 0;
        gutter.show(Map.of(), 0);
        gutter.lines(1 + (int) source.text().chars().filter(c -> c == '\n').count());
        area.replaceText(source.text());
        if (!source.tokens().isEmpty()) {
            area.setStyleSpans(0, spans(source));
        }
        area.moveTo(0);
    }

    /** Draws these marks from now on, and the line that is executed, which is brought into view when it is another one. */
    void mark(Map<Integer, LineMark> marks, int executing) {
        var before = gutter.marks();
        int executed = gutter.executing();
        gutter.show(marks, executing);
        Set<Integer> changed = new HashSet<>(before.keySet());
        changed.addAll(marks.keySet());
        changed.removeIf(line -> Objects.equals(before.get(line), marks.get(line)));
        if (executed != executing) {
            changed.addAll(List.of(executed, executing));
        }
        for (int line : changed) {
            if (line > 0 && line <= lines()) {
                area.recreateParagraphGraphic(line - 1);
            }
        }
        if (executed != executing) {
            int pointedAt = target;
            target = executing > 0 ? 0 : target;
            restyle(pointedAt);
            restyle(executed);
            restyle(executing);
            if (executing > 0 && executing <= lines()) {
                area.moveTo(executing - 1, 0);
                bringIntoView(executing);
            }
        }
    }

    /** Points at a line, from 1, and brings it into view; at none with 0. */
    void target(int line) {
        int before = target;
        target = Math.min(line, lines());
        restyle(before);
        restyle(target);
        if (target > 0) {
            area.moveTo(target - 1, 0);
            area.showParagraphAtTop(Math.max(0, target - ABOVE));
        }
    }

    private void restyle(int line) {
        if (line > 0 && line <= lines()) {
            List<String> styles = new ArrayList<>(2);
            if (line == target) {
                styles.add("target-line");
            }
            if (line == gutter.executing()) {
                styles.add("executing-line");
            }
            area.setParagraphStyle(line - 1, styles);
        }
    }

    /** Stays where it is while the line can be seen: a picture that jumps with each step cannot be read. */
    private void bringIntoView(int line) {
        if (area.getVisibleParagraphs().isEmpty()
                || line - 1 <= area.firstVisibleParToAllParIndex()
                || line >= area.lastVisibleParToAllParIndex()) {
            area.showParagraphAtTop(Math.max(0, line - ABOVE));
        }
    }

    private int lines() {
        return area.getParagraphs().size();
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
