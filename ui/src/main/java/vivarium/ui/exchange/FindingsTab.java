package vivarium.ui.exchange;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vivarium.check.Rule;
import vivarium.exchange.Exchange;
import vivarium.journal.Finding;
import vivarium.ui.Navigator;
import vivarium.ui.parts.ShortPath;

/** What checks have to say about the response, each with what to do. FX thread only. */
final class FindingsTab implements ExchangeTab {
    static final String ID = "findings";

    private final Path project;
    private final Navigator navigator;
    private final ListView<Finding> list = new ListView<>();
    private final Label none = new Label(
            "Nothing to complain about. Every response is checked against PEP 3333 and RFC 9110:"
                    + " lengths, headers that belong to a status, what is returned and how, and whether the request was read.");
    private Optional<Replaying> replaying = Optional.empty();
    private long id;
    private final StackPane node = new StackPane(list, none);

    FindingsTab(Path project, Navigator navigator) {
        this.project = project;
        this.navigator = navigator;
        list.setId("exchange-findings");
        list.getStyleClass().addAll("plain-list", "findings");
        list.setCellFactory(_ -> new FindingCell());
        Copying.rows(list, FindingsTab::text);
        none.getStyleClass().addAll(Styles.TEXT_MUTED, "centred");
        none.setWrapText(true);
        none.setMaxWidth(460);
    }

    @Override
    public String tabId() {
        return ID;
    }

    @Override
    public String tabTitle() {
        return "Findings";
    }

    @Override
    public Node content() {
        return node;
    }

    @Override
    public void show(Exchange exchange, boolean same) {
        var findings = exchange.findings();
        id = exchange.id();
        list.setVisible(!findings.isEmpty());
        none.setVisible(findings.isEmpty());
        if (!list.getItems().equals(findings)) {
            list.getItems().setAll(findings);
        }
    }

    /** From now on findings can be gone to in the debugger. */
    void replays(Replaying offered) {
        replaying = Optional.of(offered);
    }

    /** One that names no line is about the response: it is there when that begins. */
    private void replay(Finding finding) {
        replaying.ifPresent(replays -> {
            if (finding.file().isEmpty()) {
                replays.toResponse(id);
            } else {
                replays.toLine(id, Path.of(finding.file()), finding.line());
            }
        });
    }

    private static String text(List<Finding> findings) {
        return findings.stream().map(FindingsTab::text).collect(Collectors.joining("\n"));
    }

    private static String text(Finding finding) {
        return title(finding) + ": " + finding.message()
                + (finding.file().isEmpty() ? "" : " (" + finding.file() + ":" + finding.line() + ")");
    }

    private static String title(Finding finding) {
        return Rule.of(finding.rule()).map(Rule::title).orElse(finding.rule());
    }

    private final class FindingCell extends ListCell<Finding> {
        private final Label title = new Label();
        private final Label message = new Label();
        private final Hyperlink place = new Hyperlink();
        private final Label advice = new Label();
        private final Label source = new Label();
        private final Hyperlink stop = new Hyperlink("Replay, and stop there in the debugger");
        private final VBox box = new VBox(2, title, message, place, advice, source, stop);

        FindingCell() {
            title.getStyleClass().add("finding-title");
            message.getStyleClass().add("finding-message");
            source.getStyleClass().add(Styles.TEXT_MUTED);
            for (Label label : List.of(title, message, advice, source)) {
                label.setWrapText(true);
            }
            box.getStyleClass().add("finding");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            if (empty || finding == null) {
                setGraphic(null);
                return;
            }
            Optional<Rule> rule = Rule.of(finding.rule());
            title.setText(title(finding));
            message.setText(finding.message());
            advice.setText(rule.map(Rule::advice).orElse(""));
            source.setText(rule.map(Rule::source).orElse(""));
            boolean placed = !finding.file().isEmpty();
            place.setVisible(placed);
            place.setManaged(placed);
            place.setText(ShortPath.of(project, finding.file()) + ":" + finding.line());
            place.setOnAction(click -> navigator.showSource(Path.of(finding.file()), finding.line()));
            stop.setOnAction(click -> replay(finding));
            setGraphic(box);
        }
    }
}
