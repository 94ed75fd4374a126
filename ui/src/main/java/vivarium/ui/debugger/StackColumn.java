package vivarium.ui.debugger;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import vivarium.debug.Pause;
import vivarium.ui.Navigator;

/** The threads that stand still, and the frames of the one that is looked at. FX thread only. */
final class StackColumn {
    /** More threads than this are scrolled. */
    private static final int MOST_ROWS = 3;

    private static final double ROW = 46;
    private static final double FRAME = 26;

    private final DebuggerViewModel model;
    private final ListView<Pause> threads = new ListView<>();
    private final ListView<FrameRow> frames = new ListView<>();
    private final BorderPane root = new BorderPane(frames);
    private final Set<Integer> unfolded = new HashSet<>();
    private Snapshot shown = Snapshot.NONE;
    private boolean drawing;

    StackColumn(DebuggerViewModel model, Navigator navigator, Path folder, LongFunction<String> requests) {
        this.model = model;
        threads.setId("debug-threads");
        threads.setCellFactory(list -> new PauseCell(requests, navigator, model::choose));
        threads.setFixedCellSize(ROW);
        threads.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInThreads);
        frames.setId("debug-frames");
        frames.setFixedCellSize(FRAME);
        frames.setCellFactory(list -> new FrameCell(folder, this::open));
        frames.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (!drawing && row instanceof FrameRow.One(var frame)) {
                model.select(frame.index());
            }
        });
        frames.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            FrameRow row = frames.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && row != null) {
                open(row);
            }
        });
        root.setTop(threads);
        root.getStyleClass().add("debug-stack");
        model.shown().subscribe(this::show);
    }

    Node node() {
        return root;
    }

    void focus() {
        frames.requestFocus();
    }

    /** What is known of requests has changed. */
    void refreshRequests() {
        threads.refresh();
    }

    private void keyInThreads(KeyEvent key) {
        Pause pause = threads.getSelectionModel().getSelectedItem();
        if (key.getCode() == KeyCode.ENTER && pause != null) {
            model.choose(pause);
        }
    }

    private void open(FrameRow row) {
        switch (row) {
            case FrameRow.One(var frame) -> model.select(frame.index());
            case FrameRow.Folded(int first, int _) -> {
                unfolded.add(first);
                draw();
            }
        }
    }

    private void show(Snapshot now) {
        if (!now.current().map(Pause::id).equals(shown.current().map(Pause::id))) {
            unfolded.clear();
        }
        shown = now;
        draw();
    }

    private void draw() {
        drawing = true;
        try {
            if (!threads.getItems().equals(shown.pauses())) {
                threads.getItems().setAll(shown.pauses());
            }
            shown.current().ifPresent(threads.getSelectionModel()::select);
            double height = ROW * Math.clamp(shown.pauses().size(), 1, MOST_ROWS) + 2;
            threads.setMinHeight(height);
            threads.setPrefHeight(height);
            threads.setMaxHeight(height);
            List<FrameRow> rows = FrameRow.of(shown.frames(), shown.selected(), unfolded);
            if (!frames.getItems().equals(rows)) {
                frames.getItems().setAll(rows);
            }
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i) instanceof FrameRow.One(var frame) && frame.index() == shown.selected()) {
                    frames.getSelectionModel().clearAndSelect(i);
                    frames.scrollTo(Math.max(0, i - 2));
                }
            }
        } finally {
            drawing = false;
        }
    }
}
