package vivarium.ui.console;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.ui.Pane;
import vivarium.ui.exchange.Clipboards;
import vivarium.ui.parts.Completer;
import vivarium.ui.parts.OncePerPulse;
import vivarium.ui.parts.Parts;

/** The application's standard output above, its standard input below. */
public final class ConsoleView implements Pane {
    private static final int MOST = 1_000_000;
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    private final ConsoleViewModel model;
    private final Output output = new Output(MOST);
    private final TextField line = new TextField();
    private final Completer completer;
    private final Label state = new Label();
    private final Node empty = Parts.empty(
            Feather.TERMINAL,
            "Nothing printed yet",
            "What the application prints appears here. What you type below is read by input() and by the debugger that"
                    + " breakpoint() opens. b FILE:LINE sets a breakpoint.");
    private final BorderPane root = new BorderPane();

    /** Shows the console of the model. */
    public ConsoleView(ConsoleViewModel model) {
        this.model = model;
        line.setPromptText("Type a line for the application to read");
        line.getStyleClass().add("mono");
        line.setId("console-line");
        line.setOnAction(event -> send());
        completer = new Completer(line, "console-completions", this::complete);
        line.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        HBox.setHgrow(line, Priority.ALWAYS);
        state.getStyleClass().add("console-state");
        state.setMinWidth(Region.USE_PREF_SIZE);
        var prompt = new FontIcon(Feather.CHEVRON_RIGHT);
        var input = new HBox(8, prompt, line, state);
        input.setAlignment(Pos.CENTER_LEFT);
        input.getStyleClass().add("console-line");
        output.area().addEventFilter(KeyEvent.KEY_PRESSED, this::keyInOutput);
        root.setTop(bar());
        root.setCenter(new StackPane(output.node(), empty));
        root.setBottom(input);
        root.getStyleClass().add("console-pane");
        Parts.style(root, ConsoleView.class, "console.css");
        model.waitingProperty().subscribe(this::show);
        var draw = new OncePerPulse(this::draw);
        model.onNews(draw::request);
        draw.request();
    }

    private Node bar() {
        var interrupt = Parts.button(
                Feather.X_OCTAGON, "KeyboardInterrupt in the thread that reads (Ctrl+C)", model::interrupt);
        Parts.named(interrupt, "Interrupt");
        var end = Parts.button(
                Feather.CORNER_DOWN_LEFT, "End of file for the thread that reads (Ctrl+D)", model::endOfFile);
        Parts.named(end, "End of file");
        return Parts.bar(
                interrupt,
                end,
                Parts.space(),
                Parts.button(Feather.COPY, "Copy the selected text, or all", this::copy),
                Parts.button(Feather.TRASH_2, "Clear the console", this::clear));
    }

    private void draw() {
        assert Platform.isFxApplicationThread();
        output.add(model.take());
        empty.setVisible(output.area().getLength() == 0);
    }

    private void show(Optional<String> waiting) {
        root.pseudoClassStateChanged(WAITING, waiting.isPresent());
        state.setText(waiting.map(who -> who + " waits for input").orElse("Nobody reads now"));
        state.getStyleClass().removeAll(Styles.ACCENT);
        if (waiting.isPresent()) {
            state.getStyleClass().add(Styles.ACCENT);
        }
    }

    private void send() {
        model.send(line.getText());
        line.clear();
        output.toEnd();
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.UP) {
            recall(model.older(line.getText()));
        } else if (event.getCode() == KeyCode.DOWN) {
            recall(model.newer(line.getText()));
        } else if (event.isControlDown() && event.getCode() == KeyCode.C) {
            interruptOrCopy(line.getSelectedText());
        } else if (event.isControlDown() && event.getCode() == KeyCode.D) {
            model.endOfFile();
        } else if (event.isControlDown() && event.getCode() == KeyCode.L) {
            clear();
        } else {
            completer.key(event);
            return;
        }
        event.consume();
    }

    private void keyInOutput(KeyEvent event) {
        if (event.isControlDown() && event.getCode() == KeyCode.C) {
            interruptOrCopy(output.area().getSelectedText());
            event.consume();
        }
    }

    /** As in a terminal with a selection: what is selected is copied, and without a selection it is an interrupt. */
    private void interruptOrCopy(String selected) {
        if (selected.isEmpty()) {
            model.interrupt();
        } else {
            Clipboards.put(selected);
        }
    }

    /** A thread that has gone on meanwhile knows no words. */
    private void complete(String text, int cursor, Consumer<List<String>> receiver) {
        CompletableFuture<?> _ =
                model.complete(text, cursor).thenAccept(found -> Platform.runLater(() -> receiver.accept(found)));
    }

    private void recall(String text) {
        line.setText(text);
        line.end();
    }

    private void copy() {
        String selected = output.area().getSelectedText();
        Clipboards.put(selected.isEmpty() ? output.area().getText() : selected);
    }

    private void clear() {
        output.area().clear();
        empty.setVisible(true);
    }

    @Override
    public String id() {
        return "console";
    }

    @Override
    public String title() {
        return "Console";
    }

    @Override
    public Ikon icon() {
        return Feather.TERMINAL;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focus() {
        line.requestFocus();
    }
}
