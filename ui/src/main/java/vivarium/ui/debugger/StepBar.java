package vivarium.ui.debugger;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import vivarium.debug.PostMortem;
import vivarium.debug.Step;
import vivarium.ui.parts.Parts;

/** The buttons above the debugger: how the thread is to go on. FX thread only. */
final class StepBar {
    private final DebuggerViewModel model;
    private final Node root;

    /** @param pauseRequest pauses the request that runs longest */
    StepBar(DebuggerViewModel model, Runnable pauseRequest) {
        this.model = model;
        var trouble = new Label();
        trouble.setId("debug-trouble");
        trouble.getStyleClass().addAll(Styles.DANGER, "debug-trouble");
        trouble.textProperty().bind(model.trouble().map(problem -> problem.orElse("")));
        var mine = Parts.toggle(Feather.USER, "Steps pass over library code");
        Parts.named(mine, "My code only");
        mine.setSelected(model.onlyMine());
        mine.setOnAction(event -> model.onlyMine(mine.isSelected()));
        keep(mine);
        root = Parts.bar(
                step(Feather.PLAY, "continue", "Continue (F8)", new Step.Continue()),
                step(Feather.CORNER_UP_RIGHT, "over", "Step over (F10)", new Step.Over()),
                step(Feather.ARROW_DOWN_RIGHT, "into", "Step into (F11)", new Step.Into()),
                call(),
                step(Feather.ARROW_UP_LEFT, "out", "Step out (Shift+F11)", new Step.Out()),
                step(
                        Feather.X_OCTAGON,
                        "abort",
                        "Abort the request: its client gets a 500 (Shift+F8)",
                        new Step.Abort()),
                pause(pauseRequest),
                trouble,
                Parts.space(),
                postMortems(),
                mine);
    }

    Node node() {
        return root;
    }

    private Button step(Ikon icon, String id, String words, Step step) {
        return whilePaused(Parts.button(icon, words, () -> model.step(step)), id);
    }

    private Button call() {
        var button = whilePaused(
                Parts.button(Feather.LOG_IN, "Step into one of the calls in this line… (Alt+F11)", () -> {}),
                "into-call");
        button.setOnAction(event -> chooseCall(button));
        return button;
    }

    private static Button pause(Runnable action) {
        var button = Parts.button(Feather.PAUSE, "Pause the request that runs longest (Ctrl+F8)", action);
        button.setId("debug-pause");
        return button;
    }

    private Button whilePaused(Button button, String id) {
        button.setId("debug-" + id);
        ObservableBooleanValue paused = model.paused();
        button.setDisable(!paused.get());
        model.paused().subscribe(on -> button.setDisable(!on));
        button.setFocusTraversable(false);
        return button;
    }

    /** Asks which of the line's calls is meant; at once where there is only one. */
    void chooseCall(Node beside) {
        model.calls(calls -> {
            if (calls.isEmpty()) {
                model.complain("This line calls nothing that could be stepped into.");
            } else if (calls.size() == 1) {
                model.step(new Step.IntoCall(calls.getFirst()));
            } else {
                offer(calls, beside);
            }
        });
    }

    private void offer(List<String> calls, Node beside) {
        var menu = new ContextMenu();
        menu.setId("debug-calls");
        for (String call : calls) {
            var item = new MenuItem(call + "()");
            item.setMnemonicParsing(false);
            item.setOnAction(event -> model.step(new Step.IntoCall(call)));
            menu.getItems().add(item);
        }
        menu.show(beside, Side.BOTTOM, 0, 0);
    }

    private Node postMortems() {
        var button = new MenuButton("Post-mortems", new FontIcon(Feather.ZAP));
        button.setId("debug-post-mortems");
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
        model.shown().subscribe(now -> {
            button.setDisable(now.postMortems().isEmpty());
            button.getItems().setAll(now.postMortems().stream().map(this::item).toList());
        });
        return button;
    }

    private MenuItem item(PostMortem postMortem) {
        var failure = postMortem.failure();
        var item = new MenuItem("#" + postMortem.exchange() + "  " + failure.type()
                + (failure.message().isEmpty() ? "" : ": " + failure.message()));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.open(postMortem));
        return item;
    }

    private static void keep(ToggleButton button) {
        button.setId("debug-only-mine");
        button.setFocusTraversable(false);
    }
}
