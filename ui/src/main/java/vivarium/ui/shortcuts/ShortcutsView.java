package vivarium.ui.shortcuts;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vivarium.ui.commands.Command;

/** Shows every command that has keys, in the groups of the menus, and the keys of panes. FX thread only. */
public final class ShortcutsView {
    private static final int COLUMNS = 2;

    private final HBox node = new HBox(40);

    /** @param commands those without keys are left out */
    public ShortcutsView(List<Command> commands) {
        node.setId("shortcuts");
        node.setPadding(new Insets(8, 16, 8, 16));
        var columns = List.of(new VBox(20), new VBox(20));
        int at = 0;
        for (Command.Group group : List.of(
                Command.Group.FILE, Command.Group.VIEW, Command.Group.RUN, Command.Group.DEBUG, Command.Group.HELP)) {
            List<Command> inGroup = commands.stream()
                    .filter(command ->
                            command.group() == group && command.keys().isPresent())
                    .toList();
            if (!inGroup.isEmpty()) {
                columns.get(at++ % COLUMNS).getChildren().add(table(group, inGroup));
            }
        }
        node.getChildren().addAll(columns);
        node.getChildren().add(new VBox(20, inPanes()));
    }

    /** What panes make of keys themselves. */
    private static Region inPanes() {
        var grid = grid();
        row(grid, "Find or filter", "Shortcut+F");
        row(grid, "Copy what is selected", "Shortcut+C");
        row(grid, "Open what is selected", "Enter");
        row(grid, "Next tab of a pane’s header", "Right");
        row(grid, new Label("Requests: mark, pin, comment"), "M P C");
        row(grid, "Requests: undo a note", "Shortcut+Z");
        row(grid, "Source: files open lately", "Shortcut+E");
        row(grid, "Source: go to line", "Shortcut+G");
        row(grid, "Source: open in my editor", "F4");
        row(grid, "Source: back", "Alt+Left");
        row(grid, "Source: forward", "Alt+Right");
        row(grid, "Filter: complete", "Tab");
        row(grid, "Filter: what there is", "Ctrl+Space");
        row(grid, new Label("Requests: replay, edit, compare"), "R E =");
        row(grid, new Label("Replay to entry, failure, log line"), "B F L");
        row(grid, new Label("Replay several times, in all ways"), "T A");
        row(grid, "Requests, threads: pause it", "H");
        row(grid, "Threads: look again", "F5");
        row(grid, "Debugger: change a value", "F2");
        row(grid, "Debugger: complete", "Tab");
        row(grid, "Debugger: watch it", "Shortcut+Enter");
        row(grid, "Debugger: remove", "Delete");
        row(grid, "Console: interrupt", "Ctrl+C");
        row(grid, "Console: end of input", "Ctrl+D");
        row(grid, "Console: clear", "Ctrl+L");
        row(grid, "Console: line before", "Up");
        return titled("In the pane that has the keyboard", grid);
    }

    private static void row(GridPane grid, String what, String keys) {
        row(grid, new Label(what), KeyCombination.valueOf(keys).getDisplayText());
    }

    private static void row(GridPane grid, Label what, String shownKeys) {
        var keys = new Label(shownKeys);
        keys.getStyleClass().add("keys");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), what, keys);
    }

    private static GridPane grid() {
        var grid = new GridPane(24, 6);
        grid.getColumnConstraints().addAll(new ColumnConstraints(215), new ColumnConstraints());
        return grid;
    }

    private static Region titled(String words, GridPane grid) {
        var title = new Label(words);
        title.getStyleClass().addAll(Styles.TEXT_BOLD);
        return new VBox(8, title, grid);
    }

    private static Region table(Command.Group group, List<Command> commands) {
        var grid = grid();
        for (Command command : commands) {
            row(grid, new Label(command.label().replace("…", "")), command.shownKeys());
        }
        return titled(group.label(), grid);
    }

    /** The whole. */
    public Region node() {
        return node;
    }
}
