package vivarium.ui.debugger;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.debug.Breakpoint;
import vivarium.debug.BreakpointStatus;
import vivarium.debug.Trigger;
import vivarium.ui.Navigator;
import vivarium.ui.parts.Parts;

/** The list of breakpoints. FX thread only. */
final class BreakpointsColumn {
    private final BreakpointsViewModel model;
    private final Navigator navigator;
    private final Consumer<Breakpoint> edit;
    private final ListView<BreakpointStatus> list;
    private final BorderPane root;

    /** @param edit opens the form of a breakpoint, new or not */
    BreakpointsColumn(BreakpointsViewModel model, Navigator navigator, Path folder, Consumer<Breakpoint> edit) {
        this.model = model;
        this.navigator = navigator;
        this.edit = edit;
        list = new ListView<>(model.list());
        list.setId("debug-breakpoints");
        list.setCellFactory(_ -> new BreakpointCell(model, folder));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                show();
            }
        });
        var hint =
                new Label("No breakpoints. Click left of a line’s number, press F9 in the source, or add one with +.");
        hint.setWrapText(true);
        hint.getStyleClass().add("breakpoints-hint");
        list.setPlaceholder(hint);
        list.setContextMenu(new ContextMenu(
                item("Show its line", this::show),
                item("Edit…", this::editChosen),
                item("Enable or disable", this::toggle),
                item("Remove", this::remove)));
        var title = new Label("Breakpoints");
        title.getStyleClass().add("column-title");
        title.setMinWidth(Label.USE_PREF_SIZE);
        var remove = Parts.button(Feather.TRASH_2, "Remove what is selected (Delete)", this::remove);
        remove.setId("debug-remove-breakpoint");
        var change = Parts.button(Feather.EDIT_2, "Edit what is selected (Enter)", this::editChosen);
        change.setId("debug-edit-breakpoint");
        root = new BorderPane(list);
        root.setTop(Parts.bar(title, Parts.space(), add(), change, remove));
        root.getStyleClass().add("debug-breakpoint-list");
    }

    private MenuButton add() {
        var add = new MenuButton("", new FontIcon(Feather.PLUS));
        add.setId("debug-add-breakpoint");
        add.setAccessibleText("Add a breakpoint");
        add.setTooltip(new javafx.scene.control.Tooltip("Add a breakpoint for requests or exceptions"));
        add.getStyleClass().addAll("flat", "small");
        add.getItems()
                .setAll(
                        adds("The application is called…", new Trigger.Entry()),
                        adds("start_response is called…", new Trigger.ResponseStart(0)),
                        adds("A chunk of the response…", new Trigger.Chunk(1)),
                        adds("An exception…", new Trigger.Raised("", Trigger.Mode.UNCAUGHT, true)),
                        adds("A line is logged…", new Trigger.Logged("")));
        return add;
    }

    private MenuItem adds(String words, Trigger trigger) {
        return item(words, () -> edit.accept(Breakpoint.on(trigger)));
    }

    private static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    Node node() {
        return root;
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case DELETE, BACK_SPACE -> remove();
            case ENTER -> editChosen();
            case SPACE -> toggle();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private Optional<Breakpoint> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(BreakpointStatus::breakpoint);
    }

    private void remove() {
        chosen().ifPresent(model::remove);
    }

    private void editChosen() {
        chosen().ifPresent(edit);
    }

    private void toggle() {
        chosen().ifPresent(breakpoint -> model.enable(breakpoint, !breakpoint.enabled()));
    }

    private void show() {
        chosen().ifPresent(breakpoint -> {
            if (breakpoint.trigger() instanceof Trigger.Line(Path file, int line)) {
                navigator.showSource(file, line);
            } else {
                edit.accept(breakpoint);
            }
        });
    }
}
