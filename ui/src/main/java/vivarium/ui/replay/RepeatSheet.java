package vivarium.ui.replay;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import vivarium.exchange.Captured;
import vivarium.replay.Manner;
import vivarium.replay.Replays;
import vivarium.ui.modal.Modals;
import vivarium.ui.modal.Modals.Choice;

/** Asks how often, how many at once and how fast requests are sent again. FX thread only. */
final class RepeatSheet {
    private static final int MOST_TIMES = 10_000;
    private static final int MOST_PARALLEL = 200;

    private final List<Captured> requests;
    private final Spinner<Integer> times = spinner("repeat-times", MOST_TIMES);
    private final Spinner<Integer> parallel = spinner("repeat-parallel", MOST_PARALLEL);
    private final RadioButton fast = new RadioButton("As fast as they are answered");
    private final RadioButton spaced = new RadioButton("With the distances in time they were captured with");

    RepeatSheet(List<Captured> requests) {
        this.requests = requests;
        var pace = new ToggleGroup();
        fast.setToggleGroup(pace);
        spaced.setToggleGroup(pace);
        spaced.setId("repeat-spaced");
        fast.setSelected(true);
        // Distances are between one and the next: not for one alone, nor for several at once.
        parallel.valueProperty().subscribe(at -> {
            spaced.setDisable(at > 1 || requests.size() < 2);
            if (spaced.isDisable()) {
                fast.setSelected(true);
            }
        });
    }

    private static Spinner<Integer> spinner(String id, int most) {
        var spinner = new Spinner<Integer>(1, most, 1);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(110);
        return spinner;
    }

    void show(Modals modals, Consumer<Replays> send) {
        var grid = new GridPane(12, 8);
        grid.addRow(0, new Label(requests.size() == 1 ? "Times" : "Times each"), times);
        grid.addRow(1, new Label("At once"), parallel);
        var content = new VBox(10, grid, fast, spaced);
        content.setPrefWidth(420);
        modals.show(
                requests.size() == 1
                        ? "Replay #" + requests.getFirst().id()
                        : "Replay " + requests.size() + " requests, in their order",
                content,
                Choice.cancel(),
                new Choice(
                        "Send",
                        () -> send.accept(new Replays(
                                requests,
                                Manner.AS_CAPTURED,
                                value(times, MOST_TIMES),
                                value(parallel, MOST_PARALLEL),
                                spaced.isSelected()))));
    }

    /** What was typed counts without Enter. */
    private static int value(Spinner<Integer> spinner, int most) {
        var text = spinner.getEditor().getText().strip();
        return text.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(text), 1, most) : spinner.getValue();
    }
}
