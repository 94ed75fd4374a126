package vivarium.ui.replay;

import atlantafx.base.theme.Styles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vivarium.exchange.Amounts;
import vivarium.exchange.Captured;
import vivarium.transfer.ImportException;
import vivarium.transfer.Transfer;
import vivarium.ui.modal.Modals;
import vivarium.ui.parts.Parts;

/** Takes a curl command or a HAR, pasted, chosen or dropped, and sends what of its requests is selected. FX thread only. */
final class ImportSheet {
    private static final long MOST = 64L << 20;
    private static final int LONG = 20_000;

    private final Modals modals;
    private final Executor disk;
    private final Executor fx;
    private final Consumer<List<Captured>> send;
    private final Consumer<Captured> edit;
    private final TextArea text = new TextArea();
    private final Label said = new Label();
    private final ListView<Captured> list = new ListView<>();

    /**
     * @param disk reads files
     * @param send takes the requests that are selected
     * @param edit takes the first of them
     */
    ImportSheet(Modals modals, Executor disk, Executor fx, Consumer<List<Captured>> send, Consumer<Captured> edit) {
        this.modals = modals;
        this.disk = disk;
        this.fx = fx;
        this.send = send;
        this.edit = edit;
        text.setId("import-text");
        text.getStyleClass().add("mono");
        text.setPrefRowCount(5);
        text.setWrapText(true);
        text.setPromptText(
                "curl 'http://127.0.0.1:8000/notes' -H 'Accept: text/html' …   or a HAR, pasted or dropped here");
        text.textProperty().subscribe((before, now) -> read(now));
        said.setId("import-said");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        list.setId("import-requests");
        list.setPrefSize(680, 220);
        list.getStyleClass().add(Styles.DENSE);
        list.setPlaceholder(new Label("The requests appear here."));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new RequestCell());
    }

    /** Shows it; with what is on the clipboard where that can be imported. */
    void show(Supplier<Optional<Path>> files) {
        var open = Parts.named(
                new Button("", new org.kordamp.ikonli.javafx.FontIcon(org.kordamp.ikonli.feather.Feather.FOLDER)),
                "Open a file…");
        open.setId("import-open");
        open.setTooltip(new Tooltip("A HAR file of a browser's tools or of mitmproxy, or a file with a curl command"));
        open.setOnAction(click -> files.get().ifPresent(this::open));
        var change = new Button("Edit…");
        change.setId("import-edit");
        change.setTooltip(new Tooltip("Change the first that is selected, then send it"));
        change.setOnAction(click -> then(requests -> edit.accept(requests.getFirst())));
        var go = new Button("Send");
        go.setId("import-send");
        go.setTooltip(new Tooltip("Send what is selected to the running application, whatever host it names"));
        go.setDefaultButton(true);
        go.getStyleClass().add(Styles.ACCENT);
        go.setOnAction(click -> then(send));
        var none = list.getSelectionModel().selectedItemProperty().isNull();
        change.disableProperty().bind(none);
        go.disableProperty().bind(none);
        var row = new HBox(8, open, Parts.space(), change, go);
        row.setAlignment(Pos.CENTER_LEFT);
        var content = new VBox(8, text, said, list, row);
        content.setOnDragOver(ImportSheet::over);
        content.setOnDragDropped(this::dropped);
        modals.show("Import requests", content);
        var clip = Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "");
        if (text.getText().isEmpty() && Transfer.readable(clip)) {
            text.setText(clip);
        }
        Platform.runLater(text::requestFocus);
    }

    /** Reads this file as soon as the sheet is shown. */
    void open(Path file) {
        said.setText("Reading " + file.getFileName() + " …");
        disk.execute(() -> {
            try {
                if (Files.size(file) > MOST) {
                    fx.execute(() -> said.setText(
                            file.getFileName() + " is larger than " + Amounts.size(MOST) + "; use vivarium import."));
                    return;
                }
                var content = Files.readString(file);
                fx.execute(() -> {
                    if (content.length() <= LONG) {
                        text.setText(content);
                    } else {
                        text.clear();
                        read(content);
                    }
                });
            } catch (IOException unreadable) {
                fx.execute(() -> said.setText(file + " cannot be read (" + unreadable.getMessage() + ")."));
            }
        });
    }

    private void read(String content) {
        list.getItems().clear();
        said.setText("");
        if (content.isBlank()) {
            return;
        }
        disk.execute(() -> {
            try {
                var requests = Transfer.read(content, InstantSource.system()).stream()
                        .map(ImportSheet::alone)
                        .toList();
                fx.execute(() -> show(requests));
            } catch (ImportException wrong) {
                fx.execute(() -> said.setText(wrong.getMessage()));
            }
        });
    }

    private void show(List<Captured> requests) {
        list.getItems().setAll(requests);
        list.getSelectionModel().selectAll();
        said.setText(
                requests.size() == 1
                        ? "1 request"
                        : requests.size() + " requests; those selected are sent, in their order");
    }

    /** Without a number: it is no exchange of this journal. */
    private static Captured alone(Captured imported) {
        return Captured.request(
                0,
                imported.startedAt(),
                imported.request(),
                imported.requestBody().kept());
    }

    private void then(Consumer<List<Captured>> action) {
        var chosen = List.copyOf(list.getSelectionModel().getSelectedItems());
        if (!chosen.isEmpty()) {
            modals.hide();
            action.accept(chosen);
        }
    }

    private static void over(DragEvent drag) {
        if (drag.getDragboard().hasFiles() || drag.getDragboard().hasString()) {
            drag.acceptTransferModes(TransferMode.COPY);
            drag.consume();
        }
    }

    private void dropped(DragEvent drag) {
        take(drag);
        drag.setDropCompleted(true);
        drag.consume();
    }

    /** Takes what is dropped: the first file, or a text. */
    void take(DragEvent drag) {
        var board = drag.getDragboard();
        if (board.hasFiles()) {
            open(board.getFiles().getFirst().toPath());
        } else if (board.hasString()) {
            text.setText(board.getString());
        }
    }

    private static final class RequestCell extends ListCell<Captured> {
        RequestCell() {
            getStyleClass().add("mono");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Captured request, boolean empty) {
            super.updateItem(request, empty);
            setText(empty || request == null ? null : text(request));
        }

        private static String text(Captured request) {
            var line = request.request().method() + " " + request.request().target();
            return request.missingOfRequest() > 0
                    ? line + "   (" + Amounts.size(request.missingOfRequest()) + " of its body are not in the file)"
                    : line;
        }
    }
}
