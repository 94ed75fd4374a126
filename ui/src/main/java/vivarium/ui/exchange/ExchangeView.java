package vivarium.ui.exchange;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import vivarium.exchange.Exchange;
import vivarium.exchange.Phase;
import vivarium.journal.JournalClock;
import vivarium.ui.Navigator;
import vivarium.ui.Pane;

/**
 * The exchange that is looked at. Only the tab in front is kept up to date; the others are when they come to the front. FX thread
 * only.
 */
public final class ExchangeView implements Pane {
    /** The ids of its tabs, which can be asked for like panes. */
    public static final Set<String> TABS =
            Set.of("overview", "request", "response", "environ", LogTab.ID, "exception", FindingsTab.ID, "inside");

    /** Between two looks at an exchange that is still running. */
    private static final Duration PACE = Duration.millis(150);

    private final ExchangeHeader header;
    private final TabPane tabs = new TabPane();
    private final BorderPane whole = new BorderPane(tabs);
    private final LogTab log;
    private final FindingsTab findings;
    private final StackPane node = new StackPane();
    private final PauseTransition rest = new PauseTransition(PACE);
    private final Set<ExchangeTab> seen = new HashSet<>();
    private @Nullable Exchange shown;

    /**
     * @param project the project's folder, whose frames stand out in tracebacks
     * @param clock the journal's own
     * @param environ the tab between the response and the log
     */
    public ExchangeView(
            LiveExchanges exchanges, Navigator navigator, Path project, JournalClock clock, ExchangeTab environ) {
        header = new ExchangeHeader(clock, navigator);
        log = new LogTab(navigator);
        findings = new FindingsTab(project, navigator);
        for (var tab : List.of(
                new OverviewTab(clock),
                MessageTab.request(),
                MessageTab.response(),
                environ,
                log,
                new ExceptionTab(project, navigator),
                findings,
                new InsideTab(project, navigator))) {
            tabs.getTabs().add(tab(tab));
        }
        tabs.setId("exchange-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getSelectionModel().selectedItemProperty().subscribe(this::showFront);
        whole.setTop(header);
        var empty = vivarium.ui.parts.Parts.empty(
                Feather.REPEAT,
                "No request selected",
                "Select one in the table to see everything about it here: what happened when, what came in, what went out, and"
                        + " what went wrong.");
        node.setId("exchange");
        node.getStyleClass().add("exchange-pane");
        vivarium.ui.parts.Parts.style(node, ExchangeView.class, "exchange.css");
        rest.setOnFinished(over -> showNow(exchanges.current().get()));
        exchanges.current().subscribe(current -> {
            node.getChildren().setAll(current.isPresent() ? whole : empty);
            boolean same = shown != null && current.isPresent() && current.get().id() == shown.id();
            if (!same) {
                showNow(current);
            } else if (rest.getStatus() != javafx.animation.Animation.Status.RUNNING) {
                rest.playFromStart();
            }
        });
    }

    @Override
    public String id() {
        return "exchange";
    }

    @Override
    public String title() {
        return "Exchange";
    }

    @Override
    public Ikon icon() {
        return Feather.REPEAT;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        tabs.requestFocus();
    }

    /** From now on log lines and findings can be gone to in the debugger. */
    public void replays(Replaying replaying) {
        log.replays(replaying);
        findings.replays(replaying);
    }

    /** Brings the tab with this {@link ExchangeTab#tabId()} to the front. */
    public void showTab(String tabId) {
        assert Platform.isFxApplicationThread();
        tabs.getTabs().stream()
                .filter(tab -> tabId.equals(tab.getId()))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    private void showNow(Optional<Exchange> current) {
        var before = shown;
        shown = current.orElse(null);
        if (shown == null || before == null || before.id() != shown.id()) {
            seen.clear();
        }
        if (shown != null) {
            header.show(shown);
            mark(shown);
            showFront();
            if (shown.outline().phase() != Phase.OVER) {
                rest.playFromStart();
            }
        }
    }

    private void showFront() {
        var exchange = shown;
        var front = tabs.getSelectionModel().getSelectedItem();
        if (exchange != null && front != null && front.getUserData() instanceof ExchangeTab tab) {
            front.setContent(tab.content());
            tab.show(exchange, !seen.add(tab));
        }
    }

    /** Says on the tabs what is in them, where that is worth a click. */
    private void mark(Exchange exchange) {
        for (var tab : tabs.getTabs()) {
            var words = ((ExchangeTab) tab.getUserData()).tabTitle();
            int count = switch (tab.getId()) {
                case LogTab.ID -> exchange.log().size();
                case FindingsTab.ID -> exchange.findings().size();
                default -> 0;
            };
            tab.setText(count == 0 ? words : words + " (" + count + ")");
            if ("exception".equals(tab.getId())) {
                tab.getStyleClass().remove("alarming");
                if (exchange.failure().isPresent()) {
                    tab.getStyleClass().add("alarming");
                }
            }
        }
    }

    private static Tab tab(ExchangeTab content) {
        var tab = new Tab(content.tabTitle());
        tab.setId(content.tabId());
        tab.setUserData(content);
        return tab;
    }
}
