package vivarium.ui.commands;

import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.Ikon;

/**
 * Something that the user can command.
 *
 * @param id what tests and settings call it; never changes
 * @param group the menu that it is in
 * @param label what the menu says; an ellipsis at the end says that something will be asked first
 * @param icon empty for what is in menus alone
 * @param keys empty for what has none
 * @param enabled whether it does anything now
 */
public record Command(
        String id,
        Group group,
        String label,
        Optional<Ikon> icon,
        Optional<KeyCombination> keys,
        ObservableBooleanValue enabled,
        Runnable action) {
    /** A menu. */
    public enum Group {
        FILE("File"),
        RUN("Run"),
        DEBUG("Debug"),
        VIEW("View"),
        HELP("Help");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        /** What the menu bar says. */
        public String label() {
            return label;
        }
    }

    /** The keys as they are written on this system; empty where there are none. */
    public String shownKeys() {
        return keys.map(KeyCombination::getDisplayText).orElse("");
    }

    /** Label and keys, for a tooltip. */
    public String hint() {
        String plain = label.replace("…", "");
        return keys.isEmpty() ? plain : plain + "  " + shownKeys();
    }

    /** Does it, if it is enabled. */
    public void perform() {
        if (enabled.get()) {
            action.run();
        }
    }
}
