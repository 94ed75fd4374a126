package vivarium.ui.replay;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import vivarium.replay.Manner;
import vivarium.ui.exchange.CopyAs;
import vivarium.ui.exchange.Copying;
import vivarium.ui.modal.Modals;

/** What can be done with requests of the table: send them again, compare them, take them elsewhere. FX thread only. */
public final class ReplayMenu {
    private final ReplayActions actions;
    private final Modals modals;

    /** Of these actions. */
    public ReplayMenu(ReplayActions actions, Modals modals) {
        this.actions = actions;
        this.modals = modals;
    }

    /** The items, for the menu of a table. */
    public List<MenuItem> items() {
        var manners = new Menu("Replay in another way");
        for (Manner manner : Manner.values()) {
            if (manner != Manner.AS_CAPTURED) {
                manners.getItems().add(Copying.item(capital(manner.about()), () -> actions.replay(manner)));
            }
        }
        var debugger = new Menu("Replay in the debugger");
        debugger.getItems()
                .setAll(
                        Copying.item("Stop as the application is called (B)", actions::toEntry),
                        Copying.item("Stop at the line that failed (F)", actions::toFailure),
                        Copying.item("Stop after a line of the log… (L)", actions::toLogLine));
        return List.of(
                Copying.item("Replay (R)", actions::replay),
                Copying.item("Edit and resend… (E)", actions::edit),
                Copying.item("Replay several times… (T)", actions::repeat),
                Copying.item("Replay in all ways, and compare (A)", actions::tryAll),
                manners,
                debugger,
                Copying.item("Compare the two (=)", actions::compare),
                CopyAs.menu(actions::captured, actions::application, modals));
    }

    /** What its keys do, in the table. */
    public void key(KeyEvent key) {
        if (key.isShortcutDown() || key.isAltDown() || key.isShiftDown()) {
            return;
        }
        switch (key.getCode()) {
            case R -> actions.replay();
            case E -> actions.edit();
            case T -> actions.repeat();
            case A -> actions.tryAll();
            case B -> actions.toEntry();
            case F -> actions.toFailure();
            case L -> actions.toLogLine();
            case EQUALS -> actions.compare();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
