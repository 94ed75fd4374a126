package vivarium.ui.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import vivarium.exchange.Captured;
import vivarium.replay.Manner;
import vivarium.transfer.Format;
import vivarium.transfer.Transfer;
import vivarium.ui.exchange.Clipboards;
import vivarium.ui.exchange.Copying;
import vivarium.ui.modal.Modals;
import vivarium.ui.modal.Modals.Choice;

/** What can be done with requests of the table: send them again, compare them, take them elsewhere. FX thread only. */
public final class ReplayMenu {
    private static final List<Format> COPIES = List.of(
            Format.URL,
            Format.CURL,
            Format.CURL_POWERSHELL,
            Format.HTTPIE,
            Format.REQUESTS,
            Format.HTTPX,
            Format.RAW,
            Format.ENVIRON,
            Format.PYTEST,
            Format.HAR);

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
        var copies = new Menu("Copy as");
        for (Format format : COPIES) {
            copies.getItems().add(Copying.item(name(format), () -> copy(format)));
        }
        return List.of(
                Copying.item("Replay (R)", actions::replay),
                Copying.item("Edit and resend… (E)", actions::edit),
                Copying.item("Replay several times… (T)", actions::repeat),
                Copying.item("Replay in all ways, and compare (A)", actions::tryAll),
                manners,
                debugger,
                Copying.item("Compare the two (=)", actions::compare),
                copies);
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

    private void copy(Format format) {
        List<Captured> requests = actions.captured();
        if (requests.isEmpty()) {
            return;
        }
        var exported = Transfer.export(format, requests, true, "");
        Clipboards.put(exported.files().stream()
                .map(file -> new String(file.content(), UTF_8))
                .collect(Collectors.joining("\n")));
        if (!exported.notes().isEmpty()) {
            modals.ask("Copied", String.join("\n", exported.notes()), new Choice("OK", () -> {}));
        }
    }

    private static String name(Format format) {
        return switch (format) {
            case URL -> "URL";
            case CURL -> "cURL (POSIX)";
            case CURL_POWERSHELL -> "cURL (PowerShell)";
            case HTTPIE -> "HTTPie";
            case REQUESTS -> "Python requests";
            case HTTPX -> "Python httpx";
            case RAW -> "Raw HTTP";
            case ENVIRON -> "WSGI environ";
            case PYTEST -> "pytest function";
            case HAR -> "HAR";
            case RECORDER -> "Recorder files";
        };
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
