package vivarium.ui;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import vivarium.transfer.Transfer;

/** What may be dragged to the window: a project, one of its sessions, or requests to send. FX thread only. */
record Drops(MainWindow window) {
    /** From now on the node takes them before all that is in it: the dock would keep every drag to itself. Sheets have their own. */
    void acceptAt(Node node) {
        node.addEventFilter(DragEvent.DRAG_OVER, drag -> {
            if (isWanted(drag.getDragboard())) {
                drag.acceptTransferModes(TransferMode.COPY);
                drag.consume();
            }
        });
        node.addEventFilter(DragEvent.DRAG_DROPPED, drag -> {
            if (isWanted(drag.getDragboard())) {
                take(drag);
                drag.setDropCompleted(true);
                drag.consume();
            }
        });
    }

    private boolean isWanted(Dragboard board) {
        return !window.modals().shown().get() && (board.hasFiles() || isRequest(board));
    }

    private boolean isRequest(Dragboard board) {
        return window.workbench().isPresent()
                && board.hasString()
                && Transfer.readable(Objects.requireNonNullElse(board.getString(), ""));
    }

    private void take(DragEvent drag) {
        var board = drag.getDragboard();
        var bench = window.workbench();
        Optional<Path> file =
                board.hasFiles() ? board.getFiles().stream().map(File::toPath).findFirst() : Optional.empty();
        if (file.isPresent() && (bench.isEmpty() || isProject(file.get()))) {
            window.open(file.get());
        } else if (file.isPresent() && file.get().toString().endsWith(".vivarium")) {
            window.openSession(file.get());
        } else {
            bench.ifPresent(it -> it.panes().replays().importDropped(drag));
        }
    }

    private static boolean isProject(Path file) {
        return Files.isDirectory(file) || file.toString().matches(".*\\.(py|wsgi)");
    }
}
