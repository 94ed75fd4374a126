package vivarium.ui.environ;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.exchange.Exchange;
import vivarium.ui.exchange.Clipboards;
import vivarium.ui.exchange.Copying;
import vivarium.ui.exchange.ExchangeTab;
import vivarium.ui.exchange.LiveExchanges;

/** The environ inspector, as a tab of the exchange. FX thread only. */
public final class EnvironView implements ExchangeTab {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final LiveExchanges exchanges;
    private final CustomTextField search = new CustomTextField();
    private final ToggleButton changes = new ToggleButton("Changes");
    private final Label compared = new Label();
    private final EnvironTree tree = new EnvironTree();
    private final EnvironDetail detail = new EnvironDetail();
    private final Label empty = new Label();
    private final BorderPane node = new BorderPane(tree);
    private @Nullable EnvironViewModel model;

    /** @param exchanges where the previous request to the same path is looked for */
    public EnvironView(LiveExchanges exchanges) {
        this.exchanges = exchanges;
        search.setId("environ-search");
        search.setPromptText("Search keys, values, explanations");
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.getStyleClass().add(Styles.SMALL);
        search.textProperty().subscribe(this::refresh);
        search.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                search.clear();
            }
        });
        changes.setId("environ-changes");
        changes.getStyleClass().add(Styles.SMALL);
        changes.setMinWidth(Region.USE_PREF_SIZE);
        changes.selectedProperty().subscribe(this::refresh);
        compared.getStyleClass().addAll(Styles.TEXT_MUTED, "compared");
        compared.setMinWidth(0);
        var copy = new Button("Copy as dict", new FontIcon(Feather.COPY));
        copy.setId("environ-copy");
        copy.getStyleClass().add(Styles.SMALL);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(action -> copyDict());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(search, changes, compared, gap, copy);
        bar.getStyleClass().add("environ-bar");
        tree.setId("environ-tree");
        tree.setPlaceholder(empty);
        tree.getSelectionModel()
                .selectedItemProperty()
                .subscribe(item -> detail.show(item == null ? null : item.getValue()));
        tree.setContextMenu(new ContextMenu(
                Copying.item("Copy the value", this::copyValues),
                Copying.item("Copy the key", this::copyKeys),
                Copying.item(
                        "Copy as dict",
                        () -> Clipboards.put(EnvironViewModel.dict(tree.chosen().toList()))),
                Copying.item("Copy everything as dict", this::copyDict)));
        Copying.onCopy(tree, this::copyValues);
        node.addEventHandler(KeyEvent.KEY_PRESSED, this::find);
        node.getStylesheets()
                .add(Objects.requireNonNull(EnvironView.class.getResource("environ.css"))
                        .toExternalForm());
        node.setTop(bar);
        node.setBottom(detail);
    }

    @Override
    public String tabId() {
        return "environ";
    }

    @Override
    public String tabTitle() {
        return "Environ";
    }

    @Override
    public Node content() {
        return node;
    }

    @Override
    public void show(Exchange exchange, boolean same) {
        if (!same || model == null || model.rows().isEmpty()) {
            model = EnvironViewModel.of(exchange, exchanges.previousToSamePath(exchange));
            refresh();
        }
    }

    private void refresh() {
        var shown = model;
        if (shown == null) {
            return;
        }
        tree.show(shown.groups(search.getText(), changes.isSelected()));
        empty.setText(
                shown.rows().isEmpty()
                        ? "The application has not been called for this request."
                        : "No key holds these words.");
        compared.setText(shown.previous()
                .map(id -> shown.notable() + " differ from request #" + id + " to the same path")
                .orElse("no earlier request to the same path"));
        changes.setDisable(shown.previous().isEmpty() && !changes.isSelected());
    }

    private void copyDict() {
        var shown = model;
        if (shown != null) {
            Clipboards.put(EnvironViewModel.dict(shown.rows()));
        }
    }

    private void copyValues() {
        Clipboards.put(tree.chosen().map(EnvironRow::repr).collect(Collectors.joining("\n")));
    }

    private void copyKeys() {
        Clipboards.put(tree.chosen().map(EnvironRow::key).collect(Collectors.joining("\n")));
    }

    private void find(KeyEvent key) {
        if (FIND.match(key)) {
            search.requestFocus();
            search.selectAll();
            key.consume();
        }
    }
}
