package vivarium.ui.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import vivarium.exchange.Amounts;
import vivarium.exchange.Content;
import vivarium.exchange.FormField;
import vivarium.exchange.Part;
import vivarium.replay.Multipart;
import vivarium.ui.parts.Parts;

/** A multipart body as a table of its parts. Files can be chosen or dropped on it. */
final class PartsBody extends BorderPane implements BodyPane, PartRow.Table {
    private record Removed(int index, PartRow row) {}

    /** What a request may hold in memory. */
    private static final long MOST = 64L << 20;

    private final Runnable changed;
    private final Supplier<Optional<Path>> files;
    private final Consumer<String> complaints;
    private final VBox rows = new VBox(6);
    private final Label empty = new Label("No parts yet: add one, or drop a file here.");
    private final Deque<Removed> removed = new ArrayDeque<>();
    private final Button undo = Parts.named(Parts.button(Feather.ROTATE_CCW, "Put it back", this::undo), "Undo");
    private String boundary = "";

    /**
     * @param files asks for a file; empty when the user thinks better of it
     * @param complaints hears why a file cannot be taken
     */
    PartsBody(Supplier<Optional<Path>> files, Consumer<String> complaints, Runnable changed) {
        this.changed = changed;
        this.files = files;
        this.complaints = complaints;
        rows.setPadding(new Insets(2, 12, 2, 2));
        rows.setId("edit-parts");
        empty.getStyleClass().add(atlantafx.base.theme.Styles.TEXT_MUTED);
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edit-scroll");
        var text = Parts.named(Parts.button(Feather.PLUS, "Add a part that is text", this::addText), "Add a text");
        text.setId("edit-parts-add-text");
        var file =
                Parts.named(Parts.button(Feather.FILE_PLUS, "Add a part that is a file", this::addFile), "Add a file…");
        file.setId("edit-parts-add-file");
        undo.setId("edit-parts-undo");
        undo.setVisible(false);
        var foot = new HBox(8, text, file, undo);
        foot.setPadding(new Insets(4, 0, 0, 0));
        setCenter(scroll);
        setBottom(foot);
        setOnDragOver(this::over);
        setOnDragDropped(this::dropped);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Optional<String> show(Content content) {
        List<Part> parts = content.parts();
        boundary = content.type().parameter("boundary").orElse("");
        if (parts.isEmpty() && content.size() > 0) {
            if (!content.type().essence().equals(BodyForm.FORM.type())) {
                return Optional.of("This body has no parts between boundaries; empty it first to begin with parts.");
            }
            parts = content.form().stream().map(PartsBody::part).toList();
        }
        rows.getChildren()
                .setAll(parts.stream().map(part -> new PartRow(part, this)).toList());
        sayEmpty();
        return Optional.empty();
    }

    private static Part part(FormField field) {
        return Multipart.part(field.name(), "", "", field.value().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The boundary that the body is written with, once it has been asked for. */
    String boundary() {
        return boundary;
    }

    @Override
    public Optional<byte[]> bytes() {
        var parts = new ArrayList<Part>();
        for (PartRow row : list()) {
            if (!row.check()) {
                return Optional.empty();
            }
            parts.add(row.part());
        }
        if (boundary.isEmpty() || parts.stream().anyMatch(part -> Multipart.collides(part, boundary))) {
            boundary = Multipart.newBoundary();
        }
        return Optional.of(Multipart.body(parts, boundary));
    }

    @Override
    public OptionalInt length() {
        var parts = list().stream().map(PartRow::part).toList();
        return boundary.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Multipart.body(parts, boundary).length);
    }

    private List<PartRow> list() {
        return rows.getChildren().stream()
                .filter(PartRow.class::isInstance)
                .map(PartRow.class::cast)
                .toList();
    }

    private void sayEmpty() {
        rows.getChildren().remove(empty);
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().add(empty);
        }
    }

    private PartRow add(Part part) {
        var row = new PartRow(part, this);
        rows.getChildren().add(row);
        sayEmptyNoMore();
        row.focusName();
        changed.run();
        return row;
    }

    private void sayEmptyNoMore() {
        rows.getChildren().remove(empty);
    }

    private void addText() {
        add(Multipart.part("", "", "", new byte[0]));
    }

    private void addFile() {
        files.get().ifPresent(this::addFile);
    }

    private void addFile(Path path) {
        var row = add(Multipart.part("file", "", "", new byte[0]));
        take(row, path);
    }

    @Override
    public void chooseFile(PartRow row) {
        files.get().ifPresent(path -> take(row, path));
    }

    private void take(PartRow row, Path path) {
        try {
            if (Files.size(path) > MOST) {
                complaints.accept(path.getFileName() + " has " + Amounts.size(Files.size(path)) + "; at most "
                        + Amounts.size(MOST) + " can be sent from here.");
                return;
            }
            var type = Files.probeContentType(path);
            row.file(
                    String.valueOf(path.getFileName()),
                    type == null ? "application/octet-stream" : type,
                    Files.readAllBytes(path));
        } catch (IOException unreadable) {
            complaints.accept(path + " cannot be read (" + unreadable.getMessage() + ").");
        }
    }

    @Override
    public void changed() {
        changed.run();
    }

    @Override
    public void move(PartRow row, int by) {
        int there = rows.getChildren().indexOf(row) + by;
        if (there >= 0 && there < rows.getChildren().size()) {
            rows.getChildren().remove(row);
            rows.getChildren().add(there, row);
            changed.run();
        }
    }

    @Override
    public void remove(PartRow row) {
        removed.push(new Removed(rows.getChildren().indexOf(row), row));
        rows.getChildren().remove(row);
        sayEmpty();
        undo.setVisible(true);
        undo.requestFocus();
        changed.run();
    }

    private void undo() {
        Removed last = removed.pop();
        sayEmptyNoMore();
        rows.getChildren().add(Math.min(last.index(), rows.getChildren().size()), last.row());
        undo.setVisible(!removed.isEmpty());
        last.row().focusName();
        changed.run();
    }

    private void over(DragEvent drag) {
        if (drag.getDragboard().hasFiles()) {
            drag.acceptTransferModes(TransferMode.COPY);
            drag.consume();
        }
    }

    private void dropped(DragEvent drag) {
        drag.getDragboard().getFiles().forEach(file -> addFile(file.toPath()));
        drag.setDropCompleted(true);
        drag.consume();
    }
}
