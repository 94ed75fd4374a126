package vivarium.ui.log;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import vivarium.ui.Navigator;
import vivarium.ui.Pane;
import vivarium.ui.exchange.Clipboards;
import vivarium.ui.parts.OncePerPulse;
import vivarium.ui.parts.Parts;
import vivarium.ui.parts.WhileShown;

/** The error log. */
public final class LogView implements Pane {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    /** Below this, the columns for stream and thread are left out. */
    private static final double WIDE = 860;

    private final LogViewModel model;
    private final Navigator navigator;
    private final ListView<LogRow> list;
    private final LogBar bar;
    private final BorderPane root = new BorderPane();
    private final OncePerPulse catchUp;

    /**
     * @param folder the project's: relative file names in the log are looked for there
     * @param start the wall clock's time of the journal's beginning
     */
    public LogView(LogViewModel model, Navigator navigator, Path folder, Instant start) {
        this.model = model;
        this.navigator = navigator;
        list = new ListView<>(model.rows());
        bar = new LogBar(model, this::copy);
        list.setFixedCellSize(LogCell.HEIGHT);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var wide = Bindings.createBooleanBinding(() -> list.getWidth() > WIDE, list.widthProperty());
        list.setCellFactory(cells -> new LogCell(model, navigator, folder, start, wide));
        list.setPlaceholder(Parts.empty(
                Feather.ALIGN_LEFT,
                "No log lines to show",
                "What the application writes to wsgi.errors, stderr, stdout and logging appears here, each line with the request"
                        + " that wrote it. Run the application, or widen the filter."));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.setContextMenu(menu());
        list.setId("log-list");
        new Follow(list, bar.follow(), LogCell.HEIGHT);
        root.setTop(bar.node());
        root.setCenter(list);
        root.getStyleClass().add("log-pane");
        Parts.style(root, LogView.class, "log.css");
        WhileShown.watch(root, model::watched);
        catchUp = new OncePerPulse(() -> {
            model.proceed();
            goOn();
        });
        model.behindProperty().subscribe(this::goOn);
    }

    /** The filter goes through what it has not seen, a slice each pulse. */
    private void goOn() {
        if (model.behindProperty().get()) {
            catchUp.request();
        }
    }

    /** Shows the entries of one exchange. */
    public void showOnly(long exchange) {
        assert Platform.isFxApplicationThread();
        bar.showOnly(exchange);
    }

    private void keyPressed(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
        } else if (FIND.match(event)) {
            bar.focus();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            toggle();
        } else {
            return;
        }
        event.consume();
    }

    private void toggle() {
        int row = list.getSelectionModel().getSelectedIndex();
        if (row >= 0) {
            model.toggle(row);
        }
    }

    private void copy() {
        List<LogRow> chosen = List.copyOf(list.getSelectionModel().getSelectedItems());
        Clipboards.put(model.text(chosen.isEmpty() ? model.rows() : chosen));
    }

    private ContextMenu menu() {
        var exchange = new MenuItem("Show its request");
        exchange.setOnAction(event -> navigator.showExchange(selectedExchange()));
        var only = new MenuItem("Show only the lines of its request");
        only.setOnAction(event -> showOnly(selectedExchange()));
        var fold = new MenuItem("Unfold or fold");
        fold.setOnAction(event -> toggle());
        var copy = new MenuItem("Copy");
        copy.setOnAction(event -> copy());
        copy.setAccelerator(COPY);
        var menu = new ContextMenu(copy, fold, exchange, only);
        menu.setOnShowing(event -> {
            exchange.setDisable(selectedExchange() == 0);
            only.setDisable(selectedExchange() == 0);
        });
        return menu;
    }

    private long selectedExchange() {
        var row = list.getSelectionModel().getSelectedItem();
        return row == null ? 0 : row.entry().line().exchange();
    }

    @Override
    public String id() {
        return "log";
    }

    @Override
    public String title() {
        return "Error log";
    }

    @Override
    public Ikon icon() {
        return Feather.ALIGN_LEFT;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focus() {
        list.requestFocus();
    }
}
