package vivarium.ui.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Menu;
import vivarium.exchange.Captured;
import vivarium.transfer.Format;
import vivarium.transfer.Transfer;
import vivarium.ui.modal.Modals;
import vivarium.ui.modal.Modals.Choice;

/** Takes requests elsewhere through the clipboard, with secrets masked. FX thread only. */
public final class CopyAs {
    private static final List<Map.Entry<Format, String>> FORMATS = List.of(
            Map.entry(Format.URL, "URL"),
            Map.entry(Format.CURL, "cURL (POSIX)"),
            Map.entry(Format.CURL_POWERSHELL, "cURL (PowerShell)"),
            Map.entry(Format.HTTPIE, "HTTPie"),
            Map.entry(Format.REQUESTS, "Python requests"),
            Map.entry(Format.HTTPX, "Python httpx"),
            Map.entry(Format.RAW, "Raw HTTP"),
            Map.entry(Format.ENVIRON, "WSGI environ"),
            Map.entry(Format.PYTEST, "pytest function"),
            Map.entry(Format.HAR, "HAR"));

    private CopyAs() {}

    /**
     * A menu with an item for each format.
     *
     * @param application what served them, as {@code --application} takes it; empty where that is not known
     */
    public static Menu menu(Supplier<List<Captured>> requests, Supplier<String> application, Modals modals) {
        var menu = new Menu("Copy as");
        FORMATS.forEach(format -> menu.getItems()
                .add(Copying.item(
                        format.getValue(), () -> copy(format.getKey(), requests.get(), application.get(), modals))));
        return menu;
    }

    private static void copy(Format format, List<Captured> requests, String application, Modals modals) {
        if (requests.isEmpty()) {
            return;
        }
        var exported = Transfer.export(format, requests, true, application);
        Clipboards.put(exported.files().stream()
                .map(file -> new String(file.content(), UTF_8))
                .collect(Collectors.joining("\n")));
        if (!exported.notes().isEmpty()) {
            modals.ask("Copied", String.join("\n", exported.notes()), new Choice("OK", () -> {}));
        }
    }
}
