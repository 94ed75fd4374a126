package vivarium.ui.parts;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Completes the word before the cursor of a line of code, with Tab or Ctrl+Space; offers a choice where there is one. FX thread only. */
public final class Completer {
    private static final int MOST = 30;

    /** Knows what a word may become. */
    public interface Words {
        /** Gives {@code receiver}, on the FX thread, what the last word before the cursor may become: whole words, sorted. */
        void complete(String text, int cursor, Consumer<List<String>> receiver);
    }

    private final TextField line;
    private final Words source;
    private final ContextMenu choice = new ContextMenu();

    /** @param id of the menu with the choice */
    public Completer(TextField line, String id, Words source) {
        this.line = line;
        this.source = source;
        choice.setId(id);
        choice.setAutoHide(true);
    }

    /** Completes where the key asks for that, and consumes it. An empty line leaves Tab to the focus. */
    public void key(KeyEvent key) {
        boolean tab = key.getCode() == KeyCode.TAB
                && !key.isShiftDown()
                && !key.isShortcutDown()
                && !line.getText().isBlank();
        boolean asked = key.getCode() == KeyCode.SPACE && key.isControlDown();
        if (tab || asked) {
            complete();
            key.consume();
        }
    }

    private void complete() {
        String text = line.getText();
        int cursor = line.getCaretPosition();
        source.complete(text, cursor, found -> {
            if (text.equals(line.getText()) && !found.isEmpty()) {
                offer(found, Completion.start(text, cursor, found), cursor);
            }
        });
    }

    private void offer(List<String> found, int start, int cursor) {
        String common = Completion.common(found);
        if (found.size() == 1 || common.length() > cursor - start) {
            line.replaceText(start, cursor, common);
        }
        if (found.size() > 1) {
            int end = line.getCaretPosition();
            choice.getItems()
                    .setAll(found.stream()
                            .limit(MOST)
                            .map(word -> item(word, start, end))
                            .toList());
            choice.show(line, Side.TOP, 0, 0);
        }
    }

    private MenuItem item(String word, int start, int end) {
        var item = new MenuItem(word);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> line.replaceText(start, end, word));
        return item;
    }
}
