package vivarium.ui.replay;

import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import vivarium.compare.Comparing;
import vivarium.compare.IgnoreRules;
import vivarium.exchange.Captured;
import vivarium.exchange.Exchange;
import vivarium.journal.JournalClock;
import vivarium.ui.Navigator;
import vivarium.ui.Pane;
import vivarium.ui.exchange.Copying;
import vivarium.ui.parts.Parts;

/** How two exchanges differ, for a session in which nothing is replayed. FX thread only. */
public final class ComparisonView implements Pane {
    private final JournalClock clock;
    private final ListView<CompareLine> lines = new ListView<>();
    private final BorderPane root = new BorderPane();

    /** @param project the project's folder: names of files below it are shown without it */
    public ComparisonView(JournalClock clock, Navigator navigator, Path project) {
        this.clock = clock;
        lines.setId("comparison");
        lines.getStyleClass().addAll("plain-list", "comparison");
        lines.setCellFactory(_ -> new CompareCell(project, navigator));
        Copying.rows(lines, chosen -> chosen.stream().map(CompareLine::text).collect(Collectors.joining("\n")));
        var empty = Parts.empty(
                Feather.COLUMNS,
                "Nothing was compared yet",
                "Select two requests in the table and press =: what differs between them appears here.");
        empty.visibleProperty().bind(Bindings.isEmpty(lines.getItems()));
        lines.visibleProperty().bind(empty.visibleProperty().not());
        root.setCenter(new StackPane(lines, empty));
        Parts.style(root, ComparisonView.class, "replay.css");
    }

    /** Compares two exchanges and shows the result; dates, tokens and the like do not count. */
    public void compare(Exchange one, Exchange other) {
        var comparison = Comparing.compare(
                Captured.of(one, clock.start()), Captured.of(other, clock.start()), IgnoreRules.standard());
        lines.getItems().setAll(CompareLine.of(comparison, one.examination(), other.examination()));
    }

    @Override
    public String id() {
        return "compare";
    }

    @Override
    public String title() {
        return "Compare";
    }

    @Override
    public Ikon icon() {
        return Feather.COLUMNS;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focus() {
        lines.requestFocus();
    }
}
