package vivarium.ui.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vivarium.exchange.Exchange;
import vivarium.exchange.Exchanges;
import vivarium.journal.JournalClock;
import vivarium.ui.exchange.LiveExchanges;
import vivarium.ui.live.JournalFeed;
import vivarium.ui.traffic.Fx;
import vivarium.ui.traffic.NowhereElse;
import vivarium.ui.traffic.Traffic;

class RequestsViewTest {
    private final LiveExchanges exchanges = new LiveExchanges(new Exchanges(10_000, 64 << 20));
    private final JournalFeed feed = new JournalFeed(Platform::runLater, 5_000, 100_000);
    private final Traffic traffic = new Traffic();
    private final RequestsView view = Fx.call(() -> new RequestsView(
            exchanges, new NowhereElse(), new JournalClock(Instant.EPOCH, System::nanoTime), 1_000_000_000L));
    private final Stage stage = Fx.show((Parent) view.node());

    @BeforeEach
    void feed() {
        Fx.run(() -> feed.add(exchanges::accept));
    }

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    @Test
    void followsTheNewestUntilSomethingOlderIsSelected() {
        arrive(1, 300);
        assertEquals(300, lastVisible());
        arrive(301, 100);
        assertEquals(400, lastVisible());

        Fx.run(() -> view.select(50));
        assertEquals(Optional.of(50L), selected());
        arrive(401, 100);
        assertTrue(lastVisible() < 120);
        var follow = node("#requests-follow", Button.class);
        assertTrue(follow.isVisible());

        Fx.run(follow::fire);
        assertEquals(500, lastVisible());
        assertFalse(follow.isVisible());
        assertEquals(Optional.of(50L), selected());
    }

    @Test
    void twentyThousandRequestsLeaveTheNewestOnes() {
        Fx.run(() -> view.sortBy("Duration"));
        for (int first = 1; first <= 20_000; first += 2_000) {
            feed.accept(traffic.many(first, 2_000));
        }
        Fx.await(() -> {
            view.follow();
            return table().getItems().stream().anyMatch(row -> row.id() == 20_000);
        });
        assertTrue(table().getItems().size() <= 10_000);
        assertEquals(20_000, lastVisible());
    }

    @Test
    void whatIsSelectedStaysSoWhileRowsComeAndAreSorted() {
        arrive(1, 100);
        Fx.run(() -> view.select(40));
        Fx.run(() -> view.sortBy("Duration"));
        arrive(101, 200);
        assertEquals(40, table().getSelectionModel().getSelectedItem().id());
        Fx.run(() -> view.filterBy("nothing like this"));
        assertEquals(Optional.of(40L), selected());
        Fx.run(() -> view.select(41));
        assertEquals(41, table().getSelectionModel().getSelectedItem().id());
    }

    @Test
    void chipsAndButtonsFilter() {
        arrive(1, 90);
        Fx.run(node("#requests-4xx", ToggleButton.class)::fire);
        assertTrue(table().getItems().stream().allMatch(row -> row.outline().status() == 404));
        assertEquals(10, table().getItems().size());
        Fx.run(node("#requests-errors", ToggleButton.class)::fire);
        assertEquals(0, table().getItems().size());
        Fx.run(node("#requests-4xx", ToggleButton.class)::fire);
        assertTrue(table().getItems().stream().allMatch(row -> row.outline().troubled()));
        assertEquals(5, table().getItems().size());
    }

    @Test
    void theFilterLanguageAndItsMistakes() {
        arrive(1, 90);
        var field = node("#requests-filter", TextField.class);
        Fx.run(() -> field.setText("status:404 or status:>=500"));
        Fx.await(() -> node("#filter-hints", Node.class).isVisible());
        Fx.run(() -> field.setText("status:404 or status>=500"));
        Fx.await(() -> table().getItems().size() == 15);
        Fx.run(() -> field.setText("status:404 and ("));
        assertTrue(Fx.call(() -> node("#filter-error", Label.class).getText()).contains("missing"));
        assertEquals(15, table().getItems().size());
        Fx.run(() -> field.setText("has:find"));
        Fx.run(field::clear);
        Fx.await(() -> table().getItems().size() == 90);
        assertFalse(Fx.call(() -> node("#filter-hints", Node.class).isVisible()));
    }

    @Test
    void rowsAreCopiedAsText() {
        arrive(1, 10);
        Fx.run(() -> {
            view.select(6);
            view.copy();
        });
        var copied = Fx.call(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.startsWith("6\t"), copied);
        assertTrue(copied.endsWith("\t500\ttext/html\t31\t11.0 ms\tworker-1\tsqlite3.OperationalError"), copied);
    }

    /** Returns when the table, which keeps a pace of its own, has taken them. */
    private void arrive(long first, int count) {
        feed.accept(traffic.many(first, count));
        Fx.await(() -> view.total().getValue().longValue() == first + count - 1);
    }

    private Optional<Long> selected() {
        return Fx.call(() -> exchanges.current().get().map(Exchange::id));
    }

    private long lastVisible() {
        Fx.settle();
        return Fx.call(() -> {
            var flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
            return table().getItems().get(flow.getLastVisibleCell().getIndex()).id();
        });
    }

    @SuppressWarnings("unchecked")
    private TableView<RequestRow> table() {
        return (TableView<RequestRow>) node("#requests-table", TableView.class);
    }

    private <N extends Node> N node(String selector, Class<N> kind) {
        return kind.cast(view.node().lookup(selector));
    }
}
