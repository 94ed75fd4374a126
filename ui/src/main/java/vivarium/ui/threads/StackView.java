package vivarium.ui.threads;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vivarium.threads.ThreadDump;
import vivarium.ui.Navigator;
import vivarium.ui.exchange.Clipboards;
import vivarium.ui.exchange.Copying;

/** The stack of one group of threads, and their requests. */
final class StackView {
    private final Navigator navigator;
    private final Label title = new Label();
    private final FlowPane requests = new FlowPane(12, 2);
    private final ListView<ShownFrame> frames = new ListView<>();
    private final BorderPane root = new BorderPane();
    private @Nullable ShownGroup shown;

    StackView(Path folder, Navigator navigator) {
        this.navigator = navigator;
        title.getStyleClass().add("stack-title");
        title.setWrapText(true);
        var head = new VBox(2, title, requests);
        head.getStyleClass().add("stack-head");
        frames.setCellFactory(list -> new FrameCell(folder, navigator));
        frames.setId("stack-frames");
        Copying.rows(frames, StackView::text);
        frames.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
            }
        });
        frames.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        root.setTop(head);
        root.setCenter(frames);
        root.getStyleClass().add("stack-view");
    }

    BorderPane node() {
        return root;
    }

    /** Puts the whole stack on the clipboard. */
    void copy() {
        Clipboards.put(title.getText() + "\n" + text(frames.getItems()));
    }

    private static String text(List<ShownFrame> chosen) {
        return chosen.stream().map(ShownFrame::text).collect(Collectors.joining("\n"));
    }

    private void open() {
        ShownFrame frame = frames.getSelectionModel().getSelectedItem();
        if (frame != null) {
            FrameCell.open(frame, navigator);
        }
    }

    /** Shows this group, changing as little as possible of what is on the screen. */
    void show(@Nullable ShownGroup next) {
        assert Platform.isFxApplicationThread();
        root.setVisible(next != null);
        if (next == null) {
            shown = null;
            return;
        }
        title.setText(next.names() + " — " + next.group().state());
        List<ThreadDump.Serving> serving = next.group().requests();
        requests.getChildren().setAll(serving.stream().map(this::link).toList());
        requests.setVisible(!serving.isEmpty());
        requests.setManaged(!serving.isEmpty());
        var before = shown;
        shown = next;
        if (before == null
                || !before.frames().equals(next.frames())
                || next.frames().isEmpty()) {
            int row = frames.getSelectionModel().getSelectedIndex();
            frames.setPlaceholder(next.group().first().stack().answered() ? null : silent(next));
            frames.getItems().setAll(next.frames());
            frames.getSelectionModel()
                    .clearAndSelect(Math.min(Math.max(row, 0), next.frames().size() - 1));
        }
    }

    private Hyperlink link(ThreadDump.Serving serving) {
        var link = new Hyperlink(String.format(
                Locale.ROOT,
                "#%d %s %s, for %s",
                serving.exchange(),
                serving.method(),
                serving.target(),
                ShownGroup.seconds(serving.nanos())));
        link.setOnAction(event -> navigator.showExchange(serving.exchange()));
        link.getStyleClass().add("stack-request");
        return link;
    }

    private static TextArea silent(ShownGroup group) {
        var text = new TextArea("It is in a native call and cannot say where it is in Python.\n"
                + "Its stack in the engine, innermost first:\n\n"
                + String.join("\n", group.group().first().stack().nativeFrames()));
        text.setEditable(false);
        text.getStyleClass().add("mono");
        return text;
    }
}
