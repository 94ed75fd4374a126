package vivarium.ui.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** The table of commands. FX thread only. */
public final class Commands {
    private final List<Command> all = new ArrayList<>();

    /** Adds a command. The keys are written as {@link KeyCombination#valueOf} reads them, {@code Shortcut} being Ctrl or Cmd. */
    public Command add(
            String id,
            Command.Group group,
            String label,
            @Nullable Ikon icon,
            String keys,
            ObservableBooleanValue enabled,
            Runnable action) {
        var command = new Command(
                id,
                group,
                label,
                Optional.ofNullable(icon),
                keys.isEmpty() ? Optional.empty() : Optional.of(KeyCombination.valueOf(keys)),
                enabled,
                action);
        all.add(command);
        return command;
    }

    /** All of them, in the order of the menus. */
    public List<Command> all() {
        return List.copyOf(all);
    }

    /** The command of that id. */
    public Command get(String id) {
        return all.stream()
                .filter(command -> command.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no command is called " + id));
    }

    /** A menu with the commands of the group. Being in a scene, it makes the keys work there. */
    public Menu menu(Command.Group group) {
        var menu = new Menu(group.label());
        all.stream()
                .filter(command -> command.group() == group)
                .map(Commands::item)
                .forEach(menu.getItems()::add);
        return menu;
    }

    private static MenuItem item(Command command) {
        var item = new MenuItem(command.label());
        item.setId("menu-" + command.id());
        command.icon().ifPresent(icon -> item.setGraphic(new FontIcon(icon)));
        command.keys().ifPresent(item::setAccelerator);
        item.disableProperty().bind(Bindings.not(command.enabled()));
        item.setOnAction(event -> command.perform());
        return item;
    }
}
