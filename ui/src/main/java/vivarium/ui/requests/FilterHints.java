package vivarium.ui.requests;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.filter.Completion;
import vivarium.filter.FilterSyntaxException;

/** Below the filter: what is wrong with it, or how the word at the caret may go on. FX thread only. */
final class FilterHints extends HBox {
    private static final int MOST = 7;

    private final Consumer<Completion> chosen;
    private List<Completion> offered = List.of();

    FilterHints(Consumer<Completion> chosen) {
        this.chosen = chosen;
        setId("filter-hints");
        getStyleClass().add("filter-hints");
        nothing();
    }

    void nothing() {
        offered = List.of();
        getChildren().clear();
        setVisible(false);
        setManaged(false);
    }

    /** The word that is wrong, and why. */
    void wrong(String text, FilterSyntaxException error) {
        nothing();
        var words = new Label(error.getMessage());
        words.setId("filter-error");
        if (error.from() < error.to()) {
            var word = new Label(text.substring(error.from(), Math.min(error.to(), text.length())));
            word.getStyleClass().add("filter-wrong");
            word.setMinWidth(USE_PREF_SIZE);
            getChildren().add(word);
        }
        getChildren().addFirst(new FontIcon(Feather.ALERT_CIRCLE));
        getChildren().add(words);
        show();
    }

    /** How the word at the caret may go on; the first is taken by Tab. */
    void offer(List<Completion> completions) {
        nothing();
        offered = List.copyOf(completions.subList(0, Math.min(completions.size(), MOST)));
        if (offered.isEmpty()) {
            return;
        }
        var tab = new Label("Tab");
        tab.getStyleClass().add("filter-key");
        tab.setMinWidth(USE_PREF_SIZE);
        getChildren().add(tab);
        for (Completion completion : offered) {
            var link = new Hyperlink(completion.text());
            link.setFocusTraversable(false);
            link.setMinWidth(USE_PREF_SIZE);
            link.setTooltip(new Tooltip(completion.meaning()));
            link.setOnAction(click -> chosen.accept(completion));
            getChildren().add(link);
        }
        var meaning = new Label(offered.getFirst().meaning());
        meaning.getStyleClass().add("filter-meaning");
        getChildren().add(meaning);
        show();
    }

    /** Takes the first that is offered; says whether there was one. */
    boolean takeFirst() {
        if (offered.isEmpty()) {
            return false;
        }
        chosen.accept(offered.getFirst());
        return true;
    }

    private void show() {
        setVisible(true);
        setManaged(true);
    }
}
