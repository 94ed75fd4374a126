package vivarium.ui.exchange;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Makes the rows of lists and tables copyable: Ctrl+C for those selected, a menu for those and for all. FX thread only. */
public final class Copying {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private Copying() {}

    /** Makes a list's rows copyable as this text. */
    public static <T> void rows(ListView<T> list, Function<List<T>, String> text) {
        install(list, list.getSelectionModel(), list::getItems, text);
    }

    /** Makes a table's rows copyable as this text. */
    public static <T> void rows(TableView<T> table, Function<List<T>, String> text) {
        install(table, table.getSelectionModel(), table::getItems, text);
    }

    private static <T> void install(
            Control control,
            MultipleSelectionModel<T> selection,
            java.util.function.Supplier<List<T>> items,
            Function<List<T>, String> text) {
        selection.setSelectionMode(SelectionMode.MULTIPLE);
        Runnable selected = () -> Clipboards.put(text.apply(List.copyOf(selection.getSelectedItems())));
        onCopy(control, selected);
        control.setContextMenu(new ContextMenu(
                item("Copy", selected), item("Copy all", () -> Clipboards.put(text.apply(List.copyOf(items.get()))))));
    }

    /** Does this at Ctrl+C. */
    public static void onCopy(Node node, Runnable copy) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (COPY.match(key)) {
                copy.run();
                key.consume();
            }
        });
    }

    /** A menu's item that does this. */
    public static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words);
        item.setOnAction(chosen -> action.run());
        return item;
    }
}
