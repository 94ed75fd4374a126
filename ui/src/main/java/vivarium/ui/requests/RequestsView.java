package vivarium.ui.requests;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import vivarium.exchange.Exchanges.Changes;
import vivarium.exchange.Outline;
import vivarium.journal.JournalClock;
import vivarium.ui.Navigator;
import vivarium.ui.Pane;
import vivarium.ui.exchange.Clipboards;
import vivarium.ui.exchange.Copying;
import vivarium.ui.exchange.LiveExchanges;
import vivarium.ui.parts.Parts;

/** The table of requests with its filter. FX thread only. */
public final class RequestsView implements Pane {
    private static final double ROW = 26;

    /** Milliseconds. */
    private static final double PACE = 100;

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final RequestsViewModel model;
    private final TableView<RequestRow> table;
    private final Follower follower;
    private final EmptyState empty;
    private final FilterBar filter = new FilterBar(this::filter);
    private final BorderPane node = new BorderPane();
    private final Pace pace = new Pace(PACE, this::accept);
    private final LiveExchanges exchanges;
    private final Navigator navigator;
    private final JournalClock clock;
    private boolean changing;

    /**
     * @param clock the journal's own
     * @param slowNanos from here on a request is marked as slow
     */
    public RequestsView(LiveExchanges exchanges, Navigator navigator, JournalClock clock, long slowNanos) {
        this(exchanges, navigator, clock, slowNanos, Search.among(exchanges, clock.start()));
    }

    /** As above, with another way to find what the filter means. */
    public RequestsView(
            LiveExchanges exchanges, Navigator navigator, JournalClock clock, long slowNanos, Search search) {
        this.exchanges = exchanges;
        this.navigator = navigator;
        this.clock = clock;
        model = new RequestsViewModel(search, Platform::runLater);
        model.onChange(this::count);
        table = new TableView<>(model.shown());
        follower = new Follower(table);
        this.empty = new EmptyState(filter::clear);
        table.setId("requests-table");
        table.getStyleClass().addAll("requests-table", Styles.DENSE);
        table.setFixedCellSize(ROW);
        table.getColumns().setAll(new RequestColumns(clock, slowNanos).all());
        RequestColumns.giveTheRestToThePath(table);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(empty);
        table.setSortPolicy(this::sort);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        new RequestsMenu(this, table).install();
        node.setId("requests");
        Parts.style(node, RequestsView.class, "requests.css");
        filter.offer(new FollowButton(follower));
        filter.setMinHeight(Region.USE_PREF_SIZE);
        table.setMinHeight(0);
        node.setTop(new VBox(filter, filter.hints()));
        node.setCenter(table);
        exchanges.add(pace::accept);
        exchanges.onClear(this::cleared);
        count();
    }

    @Override
    public String id() {
        return "requests";
    }

    @Override
    public String title() {
        return "Requests";
    }

    @Override
    public Ikon icon() {
        return Feather.LIST;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        table.requestFocus();
    }

    /** Puts the keyboard into the filter. */
    public void focusFilter() {
        filter.focusText();
    }

    /** How many requests are kept, shown or not. */
    public ObservableValue<Number> total() {
        return model.total();
    }

    /** Selects this exchange, and lets everything through where the filter hides it. Nothing happens where it is not kept. */
    public void select(long exchange) {
        assert Platform.isFxApplicationThread();
        pace.flush();
        model.row(exchange).ifPresent(row -> {
            if (!row.shown()) {
                filter.clear();
            }
            int index = model.indexOf(row);
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(Math.max(0, index - 3));
            stayUnlessNewest(index);
        });
    }

    /** Sorts by the column with this title, smallest first; for tests. */
    void sortBy(String title) {
        var column = table.getColumns().stream()
                .filter(c -> c.getText().equals(title))
                .findFirst()
                .orElseThrow();
        table.getSortOrder().setAll(List.of(column));
    }

    void copy() {
        Clipboards.put(RowText.of(chosen(), clock));
    }

    void follow() {
        table.getSortOrder().clear();
        follower.follow();
    }

    void filterBy(String words) {
        filter.show(words);
    }

    void showExchange() {
        navigator.showPane("exchange");
    }

    void showLog() {
        chosen().stream().findFirst().ifPresent(outline -> navigator.showLog(outline.id()));
    }

    void clear() {
        exchanges.clear();
    }

    /** Adds to what the menu of the rows offers. */
    public void offer(List<MenuItem> items) {
        table.getContextMenu().getItems().addFirst(new SeparatorMenuItem());
        table.getContextMenu().getItems().addAll(0, items);
    }

    /**
     * Adds what can be done with those selected rows of which {@code possible} holds, to their menu and by a key.
     *
     * @param action is given the number of each such exchange
     */
    public void offer(String words, KeyCode key, Predicate<Outline> possible, LongConsumer action) {
        Runnable act = () -> chosen().stream().filter(possible).map(Outline::id).forEach(action::accept);
        var item = Copying.item(words + " (" + key.getName() + ")", act);
        table.getContextMenu()
                .addEventHandler(
                        WindowEvent.WINDOW_SHOWING,
                        shown -> item.setDisable(chosen().stream().noneMatch(possible)));
        offer(List.of(item));
        onKey(pressed -> {
            if (new KeyCodeCombination(key).match(pressed)) {
                act.run();
                pressed.consume();
            }
        });
    }

    /** Is told of keys that are pressed in the table. */
    public void onKey(EventHandler<KeyEvent> handler) {
        table.addEventHandler(KeyEvent.KEY_PRESSED, handler);
    }

    /** The rows that are selected, in the order in which they are shown. */
    public List<Outline> chosen() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(RequestRow::outline)
                .toList();
    }

    private void accept(Changes changes) {
        assert Platform.isFxApplicationThread();
        boolean above = !changes.evicted().isEmpty() || !model.inOrderOfArrival();
        keepingSelection(() -> follower.keeping(above, () -> model.accept(changes)));
        count();
    }

    private void filter(RequestFilter next) {
        keepingSelection(() -> follower.keeping(true, () -> model.filter(next)));
        count();
    }

    private boolean sort(TableView<RequestRow> sorted) {
        keepingSelection(() -> model.sort(sorted.getComparator()));
        return true;
    }

    /** What is selected stays so, wherever its row has moved; where it has gone, it is still the one that is looked at. */
    private void keepingSelection(Runnable changes) {
        var before = List.copyOf(table.getSelectionModel().getSelectedItems());
        changing = true;
        try {
            changes.run();
            if (!before.equals(table.getSelectionModel().getSelectedItems())) {
                table.getSelectionModel().clearSelection();
                for (var row : before) {
                    int index = model.indexOf(row);
                    if (index >= 0) {
                        table.getSelectionModel().select(index);
                    }
                }
            }
        } finally {
            changing = false;
        }
    }

    private void selected(@Nullable RequestRow row) {
        if (row != null && !changing) {
            exchanges.select(row.id());
            navigator.uncover("exchange");
            stayUnlessNewest(model.indexOf(row));
        }
    }

    private void stayUnlessNewest(int index) {
        if (index < model.shown().size() - 1) {
            follower.stay();
        }
    }

    private void cleared() {
        pace.clear();
        model.clear();
        follower.follow();
        count();
    }

    private void count() {
        int total = model.total().get();
        int shown = model.shown().size();
        filter.count(
                total == 0
                        ? ""
                        : model.filter().all()
                                ? String.format(Locale.ROOT, "%,d", total)
                                : String.format(Locale.ROOT, "%,d of %,d", shown, total));
        if (total == 0) {
            empty.nothingYet();
        } else {
            empty.allHidden();
        }
    }

    private void key(KeyEvent key) {
        if (COPY.match(key)) {
            copy();
        } else if (FIND.match(key)) {
            focusFilter();
        } else if (key.getCode() == KeyCode.ENTER && !chosen().isEmpty()) {
            showExchange();
        } else {
            return;
        }
        key.consume();
    }
}
