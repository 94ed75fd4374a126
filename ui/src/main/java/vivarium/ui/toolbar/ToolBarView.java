package vivarium.ui.toolbar;

import atlantafx.base.theme.Styles;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.ui.commands.Command;
import vivarium.ui.commands.Commands;
import vivarium.ui.exchange.Clipboards;
import vivarium.ui.parts.Parts;
import vivarium.ui.run.RunViewModel;

/** Shows the tool bar. FX thread only. */
public final class ToolBarView {
    /** Set on a counter that is not at zero. */
    private static final PseudoClass SOME = PseudoClass.getPseudoClass("some");

    private final Commands commands;
    private final RunViewModel run;
    private final ToolBar bar = new ToolBar();
    private final Button start = new Button("Run");

    /**
     * @param capture whether exchanges are recorded
     * @param examine whether requests are looked at closely
     * @param browser opens an address
     */
    public ToolBarView(
            Commands commands,
            RunViewModel run,
            CounterViewModel counters,
            BooleanProperty capture,
            BooleanProperty examine,
            Consumer<URI> browser) {
        this.commands = commands;
        this.run = run;
        bar.getStyleClass().add("main-bar");
        bar.getItems()
                .addAll(
                        button("open"),
                        separator(),
                        start(),
                        button("stop"),
                        button("restart"),
                        button("reload"),
                        separator(),
                        address(browser),
                        copy(),
                        engine(),
                        Parts.space(),
                        counter(counters.requests(), "requests", Feather.LIST, "tool-requests", "show-requests"),
                        counter(counters.unread(), "unread errors", Feather.ALERT_CIRCLE, "tool-errors", "show-log"),
                        separator(),
                        capture(capture),
                        examine(examine),
                        button("clear"),
                        button("theme"));
    }

    /** The bar. */
    public Node node() {
        return bar;
    }

    private Button button(String id) {
        var button = dressed(new Button(), commands.get(id));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        return button;
    }

    private Button start() {
        start.getStyleClass().add(Styles.ACCENT);
        return dressed(start, commands.get("run"));
    }

    /** Gives the keyboard to Run. */
    public void focusRun() {
        start.requestFocus();
    }

    private static <B extends ButtonBase> B dressed(B button, Command command) {
        button.setId("tool-" + command.id());
        command.icon().ifPresent(icon -> button.setGraphic(new FontIcon(icon)));
        button.setTooltip(new Tooltip(command.hint()));
        button.setAccessibleText(command.label());
        button.disableProperty().bind(Bindings.not(command.enabled()));
        button.setOnAction(event -> command.perform());
        return button;
    }

    private Node address(Consumer<URI> browser) {
        var link = new Hyperlink();
        link.setId("tool-address");
        link.textProperty().bind(run.address().map(uri -> uri.map(URI::toString).orElse("")));
        link.setTooltip(new Tooltip("Open in the browser"));
        link.setOnAction(event -> run.address().get().ifPresent(browser));
        whileThere(link);
        return link;
    }

    private Node copy() {
        var copy = Parts.button(
                Feather.COPY,
                "Copy the address",
                () -> run.address().get().map(URI::toString).ifPresent(Clipboards::put));
        copy.setId("tool-copy");
        whileThere(copy);
        return copy;
    }

    private Node engine() {
        var label = new Label();
        label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        label.textProperty()
                .bind(run.settings()
                        .map(how -> "embedded · " + how.threads() + (how.threads() == 1 ? " thread" : " threads")));
        whileThere(label);
        return label;
    }

    private void whileThere(Node node) {
        node.visibleProperty().bind(run.address().map(Optional::isPresent));
        node.managedProperty().bind(node.visibleProperty());
    }

    private Button counter(ObservableIntegerValue count, String what, Feather icon, String id, String command) {
        var button = new Button();
        button.setId(id);
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().addAll(Styles.FLAT, "counter");
        button.textProperty().bind(Bindings.format("%,d", count));
        button.setTooltip(new Tooltip(commands.get(command).hint() + " – number of " + what));
        button.setAccessibleText(what);
        button.setOnAction(event -> commands.get(command).perform());
        count.subscribe(number -> button.pseudoClassStateChanged(SOME, number.intValue() > 0));
        return button;
    }

    private ToggleButton capture(BooleanProperty capture) {
        Command command = commands.get("capture");
        var toggle = new ToggleButton();
        toggle.setId("tool-capture");
        toggle.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        toggle.setTooltip(new Tooltip(command.hint()));
        toggle.setAccessibleText(command.label());
        toggle.setSelected(!capture.get());
        toggle.setOnAction(event -> command.perform());
        toggle.graphicProperty().bind(capture.map(on -> new FontIcon(on ? Feather.PAUSE_CIRCLE : Feather.PLAY_CIRCLE)));
        capture.subscribe(on -> toggle.setSelected(!on));
        return toggle;
    }

    private ToggleButton examine(BooleanProperty examine) {
        var toggle = dressed(new ToggleButton(), commands.get("examine"));
        toggle.setId("tool-examine");
        toggle.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        examine.subscribe(toggle::setSelected);
        return toggle;
    }

    private static Separator separator() {
        return new Separator(Orientation.VERTICAL);
    }
}
