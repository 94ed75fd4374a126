package vivarium.ui.source;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What the source pane's own keys stand for. */
@SuppressWarnings("ImmutableEnumChecker") // JavaFX's key combinations do not change, but do not say so
enum SourceKey {
    FIND(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN)),
    GO_TO_LINE(new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN)),
    FILES(new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN)),
    EDITOR(new KeyCodeCombination(KeyCode.F4)),
    BACK(new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN)),
    FORWARD(new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN)),
    NONE(KeyCombination.NO_MATCH);

    private final KeyCombination keys;

    SourceKey(KeyCombination keys) {
        this.keys = keys;
    }

    static SourceKey of(KeyEvent event) {
        for (SourceKey key : values()) {
            if (key.keys.match(event)) {
                return key;
            }
        }
        return NONE;
    }
}
