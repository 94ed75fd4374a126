package vivarium.ui.debugger;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import vivarium.debug.Breakpoint;
import vivarium.debug.RequestScope;
import vivarium.debug.Trigger;

/** The form of a breakpoint. FX thread only. */
final class BreakpointForm {
    private static final int MOST = 1_000_000;
    private static final int WIDTH = 520;

    private final Breakpoint before;
    private final GridPane grid = new GridPane(16, 8);
    private final TextField type = field("type", "KeyError; empty for any");
    private final TextField logged = field("logged", "any line; or a part of it");
    private final ChoiceBox<Trigger.Mode> mode = new ChoiceBox<>();
    private final CheckBox mine = new CheckBox("only where my code raises it");
    private final Spinner<Integer> number;
    private final TextField condition = field("condition", "a Python expression, for example len(words) > 3");
    private final Spinner<Integer> ignore;
    private final TextField message = field("message", "{expressions} in braces; does not stop");
    private final CheckBox once = new CheckBox("remove it after the first stop");
    private final TextField method = field("method", "any");
    private final TextField path = field("path", "any; /polls/*/ or /static/**");
    private final TextField header = field("header", "Name, or Name: value");
    private final TextField replay = field("replay", "number of a request");

    BreakpointForm(Breakpoint breakpoint, Path folder) {
        before = breakpoint;
        grid.setId("breakpoint-form");
        grid.setPrefWidth(WIDTH);
        var words = new ColumnConstraints();
        words.setMinWidth(Region.USE_PREF_SIZE);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(words, fields);
        number = spinner("number", trigger(breakpoint.trigger()));
        ignore = spinner("ignore", breakpoint.ignore());
        row("Stops at", new Label(BreakpointWords.trigger(breakpoint, folder)));
        triggerRows(breakpoint.trigger());
        condition.setText(breakpoint.condition());
        row("Only if", condition);
        row("Hits to let pass", ignore);
        message.setText(breakpoint.message());
        row("Log instead", message);
        once.setSelected(breakpoint.oneShot());
        once.setId("breakpoint-once");
        row("Once", once);
        var title = new Label("Only for requests with");
        title.getStyleClass().add(Styles.TEXT_BOLD);
        grid.add(title, 0, grid.getRowCount(), 2, 1);
        RequestScope scope = breakpoint.scope();
        method.setText(scope.method());
        path.setText(scope.path());
        header.setText(scope.header());
        replay.setText(scope.replayOf() == 0 ? "" : Long.toString(scope.replayOf()));
        row("Method", method);
        row("Path", path);
        row("Header", header);
        row("Replay of", replay);
    }

    private void triggerRows(Trigger trigger) {
        switch (trigger) {
            case Trigger.Line ignored -> {}
            case Trigger.Entry ignored -> {}
            case Trigger.ResponseStart ignored -> row("Status at least", number);
            case Trigger.Chunk ignored -> row("Number of the chunk", number);
            case Trigger.Logged(String text) -> {
                logged.setText(text);
                row("The line holds", logged);
            }
            case Trigger.Raised(String named, Trigger.Mode when, boolean own) -> {
                type.setText(named);
                mode.getItems().setAll(Trigger.Mode.values());
                mode.setConverter(words());
                mode.setValue(when);
                mode.setId("breakpoint-mode");
                mine.setSelected(own);
                mine.setId("breakpoint-mine");
                row("Exception", type);
                row("When it is", mode);
                row("", mine);
            }
        }
    }

    private static int trigger(Trigger trigger) {
        return switch (trigger) {
            case Trigger.ResponseStart(int status) -> status;
            case Trigger.Chunk(int chunk) -> chunk;
            case Trigger.Line ignored -> 0;
            case Trigger.Entry ignored -> 0;
            case Trigger.Logged ignored -> 0;
            case Trigger.Raised ignored -> 0;
        };
    }

    private static StringConverter<Trigger.Mode> words() {
        return new StringConverter<>() {
            @Override
            public String toString(Trigger.Mode mode) {
                return BreakpointWords.mode(mode);
            }

            @Override
            public Trigger.Mode fromString(String text) {
                return Trigger.Mode.UNCAUGHT;
            }
        };
    }

    private static TextField field(String id, String prompt) {
        var field = new TextField();
        field.setId("breakpoint-" + id);
        field.setPromptText(prompt);
        return field;
    }

    private static Spinner<Integer> spinner(String id, int value) {
        var spinner = new Spinner<Integer>(0, MOST, value);
        spinner.setId("breakpoint-" + id);
        spinner.setEditable(true);
        return spinner;
    }

    private void row(String words, javafx.scene.Node control) {
        grid.addRow(grid.getRowCount(), new Label(words), control);
    }

    Region node() {
        return new VBox(grid);
    }

    /** Gives the keyboard to what is changed most often, once the form is shown. */
    void focusSoon() {
        Platform.runLater(condition::requestFocus);
    }

    /** What the form says now. */
    Breakpoint result() {
        return new Breakpoint(
                before.id(),
                switch (before.trigger()) {
                    case Trigger.ResponseStart ignored -> new Trigger.ResponseStart(value(number));
                    case Trigger.Chunk ignored -> new Trigger.Chunk(Math.max(1, value(number)));
                    case Trigger.Logged ignored -> new Trigger.Logged(logged.getText());
                    case Trigger.Raised ignored ->
                        new Trigger.Raised(type.getText().strip(), mode.getValue(), mine.isSelected());
                    case Trigger.Line line -> line;
                    case Trigger.Entry entry -> entry;
                },
                before.enabled(),
                condition.getText().strip(),
                value(ignore),
                message.getText().strip(),
                once.isSelected(),
                new RequestScope(
                        method.getText().strip(),
                        path.getText().strip(),
                        header.getText().strip(),
                        number(replay.getText().strip().replace("#", ""))));
    }

    /** What was typed counts without Enter. */
    private static int value(Spinner<Integer> spinner) {
        return (int) number(spinner.getEditor().getText().strip());
    }

    private static long number(String text) {
        return text.length() <= 6 && !text.isEmpty() && text.chars().allMatch(Character::isDigit)
                ? Long.parseLong(text)
                : 0;
    }
}
