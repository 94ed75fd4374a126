package vivarium.ui.exchange;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.exchange.ContentKind;
import vivarium.exchange.Exchange;
import vivarium.journal.PythonFailure;
import vivarium.journal.PythonFailure.Frame;
import vivarium.project.OwnFiles;
import vivarium.ui.Navigator;

/** The exception that left the application: its frames, each leading to its source line, and the text of the traceback. FX thread only. */
final class ExceptionTab implements ExchangeTab {
    private final Path project;
    private final Navigator navigator;
    private final Label title = new Label();
    private final ListView<Frame> frames = new ListView<>();
    private final TextViewer traceback = new TextViewer("exception-traceback");
    private final Label none = new Label();
    private final BorderPane some = new BorderPane();
    private final StackPane node = new StackPane();
    private Optional<PythonFailure> shown = Optional.empty();
    private long exchange;

    ExceptionTab(Path project, Navigator navigator) {
        this.project = project;
        this.navigator = navigator;
        title.setId("exception-title");
        title.getStyleClass().add("exception-title");
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var copy = new Button("Copy traceback", new FontIcon(Feather.COPY));
        copy.getStyleClass().addAll(Styles.SMALL, "copy");
        copy.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        copy.setOnAction(action -> shown.ifPresent(failure -> Clipboards.put(failure.traceback())));
        var debug = new Button("Open in debugger", new FontIcon(Feather.CROSSHAIR));
        debug.setId("exception-debug");
        debug.getStyleClass().addAll(Styles.SMALL, "copy");
        debug.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        debug.setOnAction(action -> navigator.openPostMortem(exchange));
        var bar = new HBox(title, debug, copy);
        bar.getStyleClass().add("exception-bar");
        frames.setId("exception-frames");
        frames.getStyleClass().addAll("plain-list", "frames");
        frames.setCellFactory(_ -> new FrameCell(project, this::open));
        Copying.rows(frames, ExceptionTab::text);
        frames.setOnKeyPressed(key -> {
            if (key.getCode() == javafx.scene.input.KeyCode.ENTER) {
                frames.getSelectionModel().getSelectedItems().stream()
                        .findFirst()
                        .ifPresent(this::open);
            }
        });
        some.setTop(bar);
        some.setCenter(new WideSplit(frames, traceback, 0.55));
        none.getStyleClass().addAll(Styles.TEXT_MUTED, "centred");
        none.setWrapText(true);
        none.setMaxWidth(460);
    }

    @Override
    public String tabId() {
        return "exception";
    }

    @Override
    public String tabTitle() {
        return "Exception";
    }

    @Override
    public Node content() {
        return node;
    }

    @Override
    public void show(Exchange exchange, boolean same) {
        this.exchange = exchange.id();
        var failure = exchange.failure();
        node.getChildren().setAll(failure.isPresent() ? some : none);
        none.setText(
                exchange.outline().errors() == 0
                        ? "No exception has left the application."
                        : "No exception has left the application, but it wrote errors: frameworks catch exceptions, answer with a 500"
                                + " of their own, and log the traceback. See the tab Log.");
        if (!failure.equals(shown)) {
            shown = failure;
            failure.ifPresent(this::fill);
        }
    }

    private void fill(PythonFailure failure) {
        title.setText(failure.message().isEmpty() ? failure.type() : failure.type() + ": " + failure.message());
        frames.getItems().setAll(failure.frames().reversed());
        showInnermostOwn();
        traceback.show(failure.traceback(), ContentKind.TEXT);
    }

    /** Where the mistake most probably is: libraries raise what their callers have caused. */
    private void showInnermostOwn() {
        for (int i = 0; i < frames.getItems().size(); i++) {
            if (OwnFiles.has(project, frames.getItems().get(i).file())) {
                frames.getSelectionModel().clearAndSelect(i);
                frames.scrollTo(i);
                return;
            }
        }
        frames.scrollTo(0);
    }

    private void open(Frame frame) {
        navigator.showSource(Path.of(frame.file()), frame.line());
    }

    private static String text(List<Frame> copied) {
        return copied.stream()
                .map(frame -> "File \"" + frame.file() + "\", line " + frame.line() + ", in " + frame.function()
                        + (frame.source().isEmpty() ? "" : "\n    " + frame.source()))
                .collect(Collectors.joining("\n"));
    }
}
