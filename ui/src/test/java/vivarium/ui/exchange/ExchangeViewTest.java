package vivarium.ui.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vivarium.exchange.Exchanges;
import vivarium.journal.JournalClock;
import vivarium.ui.environ.EnvironView;
import vivarium.ui.traffic.Fx;
import vivarium.ui.traffic.NowhereElse;
import vivarium.ui.traffic.Traffic;

class ExchangeViewTest {
    private final LiveExchanges exchanges = new LiveExchanges(new Exchanges(1_000, 64 << 20));
    private final NowhereElse navigator = new NowhereElse();
    private final ExchangeView view = Fx.call(() -> new ExchangeView(
            exchanges,
            navigator,
            Path.of("/home/ada/guestbook"),
            new JournalClock(Instant.EPOCH, System::nanoTime),
            new EnvironView(exchanges)));
    private final Stage stage = Fx.show((Parent) view.node());

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    @Test
    void aFrameOfTheTracebackLeadsToItsSource() {
        look(6, "exception");
        assertEquals(
                "sqlite3.OperationalError: near \"DROP\": syntax error",
                node("#exception-title", Label.class).getText());
        var frames = node("#exception-frames", ListView.class);
        Fx.run(() -> {
            frames.getSelectionModel().select(1);
            frames.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        assertEquals(List.of("source /home/ada/guestbook/guestbook/store.py:72"), navigator.asked());
    }

    @Test
    void theResponseIsLaidOutAndCanBeSeenAsItWasSent() {
        look(1, "response");
        assertEquals("HTTP/1.1 200 OK", node("#response-line", Label.class).getText());
        assertEquals(
                "application/json  ·  UTF-8  ·  250 bytes",
                node("#response-summary", Label.class).getText());
        assertTrue(node("#response-body", CodeArea.class).getText().startsWith("{\n  \"entries\": ["));
        Fx.run(node("#response-text", ToggleButton.class)::fire);
        assertTrue(node("#response-body", CodeArea.class).getText().startsWith("{\"entries\":["));
        Fx.run(node("#response-hex", ToggleButton.class)::fire);
        assertEquals(16, node("#response-dump", ListView.class).getItems().size());
    }

    @Test
    void wordsAreFoundInABody() {
        look(1, "response");
        var area = node("#response-body", CodeArea.class);
        Fx.run(() ->
                area.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "f", "f", KeyCode.F, false, true, false, false)));
        Fx.run(() -> node("#response-body-find", TextField.class).setText("ADA"));
        assertEquals("Ada", area.getSelectedText());
    }

    @Test
    void theEnvironIsSearchedByKeyValueAndExplanation() {
        look(1, "environ");
        var search = node("#environ-search", TextField.class);
        var tree = node("#environ-tree", TreeTableView.class);
        Fx.run(() -> search.setText("cookie"));
        assertEquals(2, tree.getExpandedItemCount());
        Fx.run(() -> search.setText("percent-decoded"));
        assertEquals(2, tree.getExpandedItemCount());
        Fx.run(() -> search.setText("no such thing"));
        assertEquals(0, tree.getExpandedItemCount());
    }

    @Test
    void aRunningExchangeGoesOn() {
        var events = new Traffic().exchange(2, 0);
        Fx.run(() -> exchanges.accept(events.subList(0, 3)));
        Fx.run(() -> exchanges.select(2));
        var moments = node("#exchange-moments", ListView.class);
        assertEquals(3, moments.getItems().size());
        Fx.run(() -> exchanges.accept(events.subList(3, events.size())));
        Fx.await(() -> moments.getItems().size() == 8);
    }

    @Test
    void nothingIsMadeUpWhereNothingWasRead() {
        look(1, "request");
        assertTrue(texts().contains("The request has no body."));
        look(6, "overview");
        Fx.run(exchanges::clear);
        assertFalse(texts().contains("/search"));
    }

    private String texts() {
        return Fx.call(() -> String.join(
                "\n",
                view.node().lookupAll(".label").stream()
                        .map(label -> String.valueOf(((Label) label).getText()))
                        .toList()));
    }

    private void look(long id, String tab) {
        Fx.run(() -> {
            exchanges.accept(new Traffic().many(1, 20));
            exchanges.select(id);
            view.showTab(tab);
        });
    }

    private <N extends Node> N node(String selector, Class<N> kind) {
        return kind.cast(view.node().lookup(selector));
    }
}
