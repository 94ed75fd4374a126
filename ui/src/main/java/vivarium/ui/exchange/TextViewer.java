package vivarium.ui.exchange;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import vivarium.exchange.Amounts;
import vivarium.exchange.ContentKind;

/** Text to be read, searched (Ctrl+F) and copied, not changed. FX thread only. */
final class TextViewer extends BorderPane {
    /** Characters that are shown before one asks for all. */
    private static final int FIRST = 60_000;

    /** A line of a million characters would take seconds to lay out. */
    private static final int LONGEST_LINE = 2_000;

    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final CodeArea area = new CodeArea();
    private final FindBar find;
    private final Label more = new Label();
    private final HBox moreBar = new HBox(more);
    private String text = "";
    private ContentKind kind = ContentKind.TEXT;

    TextViewer(String id) {
        find = new FindBar(id + "-find", area, this::showAll);
        area.setId(id);
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("text-viewer");
        var all = new Button("Show all");
        all.getStyleClass().add(Styles.SMALL);
        all.setOnAction(action -> showAll());
        moreBar.getChildren().add(all);
        moreBar.getStyleClass().add("more-bar");
        setTop(new VBox(find));
        setCenter(new VirtualizedScrollPane<>(area));
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (FIND.match(key)) {
                find.open();
                key.consume();
            }
        });
    }

    /** Shows this text from its start, unless it is what is shown already. */
    void show(String next, ContentKind nextKind) {
        if (next.equals(text) && nextKind == kind) {
            return;
        }
        text = next;
        kind = nextKind;
        put(next.length() <= FIRST ? next : next.substring(0, FIRST));
        boolean cut = next.length() > FIRST;
        more.setText("The first " + Amounts.size(FIRST) + " of " + Amounts.size(next.length()) + " of text");
        setBottom(cut ? moreBar : null);
    }

    /** Puts the keyboard into the search. */
    void find() {
        find.open();
    }

    private void showAll() {
        if (getBottom() != null) {
            setBottom(null);
            put(text);
        }
    }

    private void put(String shown) {
        var lines = brokenIntoLines(shown);
        area.replaceText(lines);
        if (!lines.isEmpty()) {
            area.setStyleSpans(0, Colours.of(kind, lines));
        }
        area.moveTo(0);
        area.requestFollowCaret();
        find.refresh();
    }

    /** Breaks lines that are too long to be laid out; lines of people's own are shorter. */
    static String brokenIntoLines(String text) {
        StringBuilder broken = null;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end + 1;
            if (stop - start > LONGEST_LINE) {
                broken = broken == null ? new StringBuilder(text.length() + 100).append(text, 0, start) : broken;
                for (int i = start; i < stop; i += LONGEST_LINE) {
                    int to = Math.min(stop, i + LONGEST_LINE);
                    broken.append(text, i, to).append(to < stop ? "\n" : "");
                }
            } else if (broken != null) {
                broken.append(text, start, stop);
            }
            start = stop;
        }
        return broken == null ? text : broken.toString();
    }
}
