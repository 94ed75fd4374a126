package vivarium.ui.replay;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vivarium.exchange.Captured;
import vivarium.exchange.Outline;
import vivarium.replay.Cautions;
import vivarium.replay.Manner;
import vivarium.transfer.Format;
import vivarium.transfer.Transfer;
import vivarium.ui.Navigator;
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
    private static final int MANY = 20;

    private final ReplaysViewModel model;
    private final ReplaysView view;
    private final Supplier<List<Outline>> chosen;
    private final Modals modals;
    private final Navigator navigator;
    private final InstantSource now;
    private final LongConsumer stopAtFailure;

    /**
     * @param chosen the rows that are selected
     * @param stopAtFailure arms the debugger for the next replay of this exchange, at the line that raised
     */
    public ReplayMenu(
            ReplaysViewModel model,
            ReplaysView view,
            Supplier<List<Outline>> chosen,
            Modals modals,
            Navigator navigator,
            InstantSource now,
            LongConsumer stopAtFailure) {
        this.model = model;
        this.view = view;
        this.chosen = chosen;
        this.modals = modals;
        this.navigator = navigator;
        this.now = now;
        this.stopAtFailure = stopAtFailure;
    }

    /** The items, for the menu of a table. */
    public List<MenuItem> items() {
        var variants = new Menu("Replay in another way");
        for (Manner manner : Manner.values()) {
            if (manner != Manner.AS_CAPTURED) {
                variants.getItems().add(Copying.item(capital(manner.about()), () -> replay(manner, 1, 1)));
            }
        }
        variants.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        Copying.item(MANY + " times, one after another", () -> replay(Manner.AS_CAPTURED, MANY, 1)),
                        Copying.item(MANY + " in parallel", () -> replay(Manner.AS_CAPTURED, MANY, MANY)));
        var copies = new Menu("Copy as");
        for (Format format : COPIES) {
            copies.getItems().add(Copying.item(name(format), () -> copy(format)));
        }
        return List.of(
                Copying.item("Replay (R)", this::replay),
                Copying.item("Edit and resend… (E)", this::edit),
                Copying.item("Replay to the failure (F)", this::replayToFailure),
                variants,
                Copying.item("Compare the two (=)", this::compare),
                copies);
    }

    /** What its keys do, in the table. */
    public void key(KeyEvent key) {
        boolean plain = !key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown();
        if (!plain) {
            return;
        }
        if (key.getCode() == KeyCode.R) {
            replay();
        } else if (key.getCode() == KeyCode.E) {
            edit();
        } else if (key.getCode() == KeyCode.F) {
            replayToFailure();
        } else if (key.getCode() == KeyCode.EQUALS) {
            compare();
        } else {
            return;
        }
        key.consume();
    }

    /** Sends what is selected again, as captured. */
    public void replay() {
        replay(Manner.AS_CAPTURED, 1, 1);
    }

    private void replay(Manner manner, int times, int parallel) {
        List<Captured> requests = captured();
        withCare(requests, () -> {
            navigator.uncover("replays");
            model.send(requests, manner, times, parallel);
        });
    }

    /** Says first what speaks against it, where something does. */
    private void withCare(List<Captured> requests, Runnable send) {
        List<String> cautions = requests.stream()
                .flatMap(request -> Cautions.of(request, now.instant()).stream())
                .distinct()
                .toList();
        if (requests.isEmpty()) {
            return;
        }
        if (cautions.isEmpty()) {
            send.run();
        } else {
            modals.ask(
                    requests.size() == 1 ? "Send it again?" : "Send all " + requests.size() + " again?",
                    String.join("\n", cautions),
                    Choice.cancel(),
                    new Choice("Send", send));
        }
    }

    private void replayToFailure() {
        List<Captured> first = captured().stream().limit(1).toList();
        withCare(first, () -> {
            stopAtFailure.accept(first.getFirst().id());
            model.send(first, Manner.AS_CAPTURED, 1, 1);
        });
    }

    private void edit() {
        captured().stream()
                .findFirst()
                .ifPresent(captured -> new EditSheet(captured, edited -> {
                            navigator.uncover("replays");
                            model.send(List.of(edited), Manner.AS_CAPTURED, 1, 1);
                        })
                        .show(modals));
    }

    private void compare() {
        List<Outline> two = chosen.get();
        if (two.size() == 2) {
            navigator.uncover("replays");
            view.compare(
                    Math.min(two.getFirst().id(), two.getLast().id()),
                    Math.max(two.getFirst().id(), two.getLast().id()));
        } else if (two.size() == 1 && two.getFirst().origin() != 0) {
            navigator.uncover("replays");
            view.compare(two.getFirst().origin(), two.getFirst().id());
        }
    }

    private void copy(Format format) {
        List<Captured> requests = captured();
        if (requests.isEmpty()) {
            return;
        }
        var exported = Transfer.export(format, requests, true, "");
        Clipboards.put(exported.files().stream()
                .map(file -> new String(file.content(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n")));
        if (!exported.notes().isEmpty()) {
            modals.ask("Copied", String.join("\n", exported.notes()), new Choice("OK", () -> {}));
        }
    }

    private List<Captured> captured() {
        var requests = new ArrayList<Captured>();
        chosen.get().stream()
                .sorted(java.util.Comparator.comparingLong(Outline::id))
                .forEach(outline -> model.captured(outline.id()).ifPresent(requests::add));
        return requests;
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
