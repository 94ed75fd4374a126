package vivarium.ui.run;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.ui.exchange.Clipboards;
import vivarium.ui.parts.Parts;

/** Shows a notice above the panes, with a button for each remedy. FX thread only. */
public final class NoticeView {
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final HBox row = new HBox(12);
    private final Consumer<Remedy> remedies;
    private final Runnable dismiss;

    /**
     * @param remedies does what a button says
     * @param dismiss takes the notice away
     */
    public NoticeView(RunViewModel run, Consumer<Remedy> remedies, Runnable dismiss) {
        this.remedies = remedies;
        this.dismiss = dismiss;
        row.setId("notice");
        row.getStyleClass().add("notice");
        row.setAlignment(Pos.CENTER_LEFT);
        run.notice().subscribe(this::show);
    }

    private void show(Optional<Notice> notice) {
        row.getChildren().clear();
        row.setVisible(notice.isPresent());
        row.setManaged(notice.isPresent());
        notice.ifPresent(this::fill);
    }

    private void fill(Notice notice) {
        boolean problem = notice.kind() == Notice.Kind.PROBLEM;
        row.pseudoClassStateChanged(PROBLEM, problem);
        var title = new Label(notice.title());
        title.getStyleClass().add(Styles.TEXT_BOLD);
        title.setMinWidth(Label.USE_PREF_SIZE);
        var text = new Label(notice.text());
        text.setId("notice-text");
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        var words = new VBox(2, title, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(200);
        row.getChildren().addAll(new FontIcon(problem ? Feather.ALERT_TRIANGLE : Feather.INFO), words);
        for (Remedy remedy : notice.remedies()) {
            row.getChildren()
                    .add(button(
                            remedy, problem && remedy.equals(notice.remedies().getFirst())));
        }
        var copy = Parts.button(
                Feather.COPY, "Copy the text", () -> Clipboards.put(notice.title() + "\n" + notice.text()));
        row.getChildren().addAll(copy, Parts.button(Feather.X, "Close", dismiss));
    }

    private Button button(Remedy remedy, boolean first) {
        var button = new Button(remedy.label());
        // Names of applications have underscores.
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(Styles.SMALL);
        if (first) {
            button.getStyleClass().add(Styles.ACCENT);
        }
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> remedies.accept(remedy));
        return button;
    }

    /** The row; takes no space while there is nothing to say. */
    public Node node() {
        return row;
    }
}
