package vivarium.ui.debugger;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import vivarium.debug.Breakpoint;
import vivarium.ui.Navigator;
import vivarium.ui.Pane;
import vivarium.ui.parts.Parts;

/** Paused threads with their frames on the left, variables in the middle, breakpoints on the right. FX thread only. */
public final class DebuggerView implements Pane {
    private final StackColumn stack;
    private final StepBar steps;
    private final VariablesTree tree;
    private final EvaluateBox evaluate;
    private final BorderPane root = new BorderPane();

    /**
     * @param folder the project's: names of files below it are shown without it
     * @param requests the method and the path of an exchange
     * @param pauseRequest pauses the request that runs longest
     * @param edit opens the form of a breakpoint, new or not
     */
    public DebuggerView(
            DebuggerViewModel model,
            BreakpointsViewModel breakpoints,
            Navigator navigator,
            Path folder,
            LongFunction<String> requests,
            Runnable pauseRequest,
            Consumer<Breakpoint> edit) {
        var variables = new VariablesViewModel(model);
        var whole = new WholeValue(variables);
        steps = new StepBar(model, pauseRequest);
        stack = new StackColumn(model, navigator, folder, requests);
        tree = new VariablesTree(variables, whole::show);
        tree.setContextMenu(new VariablesMenu(tree, variables, whole).menu());
        evaluate = new EvaluateBox(variables);
        var values = new BorderPane(new StackPane(tree, whole.node()));
        values.setBottom(evaluate.node());
        var paused = new SplitPane(stack.node(), values);
        paused.setDividerPositions(0.3);
        SplitPane.setResizableWithParent(stack.node(), false);
        var empty = Parts.empty(
                Feather.CROSSHAIR,
                "Nothing has stopped",
                "Click left of a line’s number in the source, or press F9 there, and send a request that comes along that line."
                        + " The request waits while you look around.");
        var list = new BreakpointsColumn(breakpoints, navigator, folder, edit).node();
        var split = new SplitPane(new StackPane(paused, empty), list);
        split.setDividerPositions(0.75);
        SplitPane.setResizableWithParent(list, false);
        root.setTop(steps.node());
        root.setCenter(split);
        root.getStyleClass().addAll("list-pane", "debugger-pane");
        root.setId("debugger");
        Parts.style(root, DebuggerView.class, "debugger.css");
        model.shown().subscribe(now -> {
            boolean some = now.current().isPresent();
            paused.setVisible(some);
            empty.setVisible(!some);
            if (!some) {
                whole.hide();
            }
        });
        model.onStop(whole::hide);
    }

    /** What is known of requests has changed. */
    public void refreshRequests() {
        stack.refreshRequests();
    }

    /** Asks into which of the line's calls to step. */
    public void chooseCall() {
        steps.chooseCall(steps.node().lookup("#debug-into-call"));
    }

    @Override
    public String id() {
        return "debugger";
    }

    @Override
    public String title() {
        return "Debugger";
    }

    @Override
    public Ikon icon() {
        return Feather.CROSSHAIR;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focus() {
        evaluate.focus();
    }
}
