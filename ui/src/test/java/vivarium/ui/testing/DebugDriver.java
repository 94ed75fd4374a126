package vivarium.ui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.StyleClassedTextArea;
import vivarium.ui.run.ProjectSettings;

/** What somebody does who debugs in the window. Waits for whatever it needs; for the test's thread. */
public final class DebugDriver {
    private static final int PATIENCE_SECONDS = 300;

    private final TestWindow window;
    private final Path folder;

    /** @param folder the project's */
    public DebugDriver(TestWindow window, Path folder) {
        this.window = window;
        this.folder = folder;
    }

    /** Opens a copy of that sample project, and waits until it is served. */
    public static DebugDriver running(TestWindow window, String sample) {
        DebugDriver debug = opened(window, sample);
        window.run();
        return debug;
    }

    /** As above, without running it. */
    public static DebugDriver opened(TestWindow window, String sample) {
        Path folder = TestWindow.copy(sample);
        window.open(
                folder,
                ProjectSettings.standard().withPythonPath(List.of(System.getProperty("vivarium.pythonPackages"))));
        return new DebugDriver(window, folder);
    }

    /** A file of the project. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** The line of the file that holds the marker, from 1. */
    public int line(String file, String marker) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(file));
            for (int line = 0; line < lines.size(); line++) {
                if (lines.get(line).contains(marker)) {
                    return line + 1;
                }
            }
            throw new AssertionError(file + " has no " + marker);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Shows the line, with the caret in it; returns its number. */
    public int show(String file, String marker) {
        int line = line(file, marker);
        window.fx(() -> window.window().showSource(folder.resolve(file), line));
        var area = window.node("#source-area", CodeArea.class);
        window.await(
                () -> area.getCurrentParagraph() == line - 1
                        && area.getText(line - 1).contains(marker),
                file + ":" + line);
        window.await(() -> gutter(line).isPresent(), "the gutter");
        window.settle();
        return line;
    }

    /** Sets a breakpoint by a click left of the line, or takes it away; returns the line. */
    public int click(String file, String marker) {
        int line = show(file, marker);
        window.robot().clickOn(TestWindow.call(() -> gutter(line).orElseThrow()));
        return line;
    }

    /** What is beside the line, while it is in view. */
    public Optional<Node> gutter(int line) {
        return window.robot().lookup("#gutter-" + line).tryQuery();
    }

    /** Chooses this from the menu of the line's number. */
    public void fromMenu(int line, String words) {
        window.robot().clickOn(TestWindow.call(() -> gutter(line).orElseThrow()), MouseButton.SECONDARY);
        window.choose(words);
        window.settle();
    }

    /** What the mark of the line says of itself. */
    public String meaning(int line) {
        return TestWindow.call(
                () -> gutter(line).orElseThrow().lookup(".line-mark").getAccessibleText());
    }

    /** Opens the form for a breakpoint that is on no line: this one of the button's menu. */
    public void add(int item) {
        var button = window.node("#debug-add-breakpoint", MenuButton.class);
        window.fx(() -> button.getItems().get(item).fire());
        window.node("#breakpoint-form", Node.class);
        window.settle();
    }

    /** Types a number. */
    public void spin(String query, String value) {
        var spinner = window.node(query, Spinner.class);
        window.fx(() -> spinner.getEditor().setText(value));
    }

    /** Waits until the list has so many breakpoints. */
    public void awaitBreakpoints(int count) {
        window.await(() -> list("debug-breakpoints").size() == count, count + " breakpoints");
    }

    /** Removes the only breakpoint. */
    public void removeBreakpoint() {
        var list = window.node("#debug-breakpoints", ListView.class);
        window.fx(() -> list.getSelectionModel().select(0));
        window.robot().clickOn("#debug-remove-breakpoint");
        awaitBreakpoints(0);
    }

    /** The innermost frame, in words; empty while there is none. */
    public String top() {
        return list("debug-frames").stream().findFirst().orElse("");
    }

    /** Waits until the mark of the line has this style. */
    public void awaitMark(int line, String style) {
        window.await(
                () -> gutter(line)
                        .map(gutter -> gutter.lookup(".line-mark"))
                        .filter(mark -> mark.getStyleClass().contains(style))
                        .isPresent(),
                style + " at line " + line);
    }

    /** Waits until there is no mark beside the line. */
    public void awaitNoMark(int line) {
        window.await(
                () -> gutter(line)
                        .filter(gutter -> gutter.lookup(".line-mark") == null)
                        .isPresent(),
                "no mark at line " + line);
    }

    /** Asks for a page, without waiting for it. */
    public CompletableFuture<HttpResponse<String>> get(String path) {
        return CompletableFuture.supplyAsync(() -> window.get(path)).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Sends a form, without waiting for the answer. */
    public CompletableFuture<HttpResponse<String>> post(String path, String form) {
        var request = HttpRequest.newBuilder(window.address().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return CompletableFuture.supplyAsync(() -> window.send(request)).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until a thread stands at this line, and the source shows it. */
    public void awaitAt(int line) {
        window.await(
                () -> gutter(line)
                        .filter(gutter -> gutter.lookup(".executing-mark") != null)
                        .isPresent(),
                "a thread at line " + line);
    }

    /** Waits until a thread stands at the line with the marker. */
    public int awaitAt(String file, String marker) {
        int line = line(file, marker);
        var area = window.node("#source-area", CodeArea.class);
        window.await(
                () -> area.getParagraphs().size() >= line
                        && area.getText(line - 1).contains(marker),
                file);
        awaitAt(line);
        return line;
    }

    /** Waits until nothing stands still. */
    public void awaitNothing() {
        window.await(() -> window.window().debugger().pausedExchanges().isEmpty(), "nothing paused");
    }

    /** Waits until the variable has a value of which this holds, and returns its text. */
    public void awaitValue(String name, String part) {
        window.await(() -> value(name).filter(text -> text.contains(part)).isPresent(), name + " = … " + part + " …");
    }

    /** The text in the column of values. */
    public Optional<String> value(String name) {
        return cells().filter(cell -> text(cell, ".variable-name").equals(name))
                .map(cell -> text(cell, ".variable-value"))
                .findFirst();
    }

    /** The row of that variable. */
    public IndexedCell<?> row(String name) {
        window.await(() -> value(name).isPresent(), name);
        return TestWindow.call(
                () -> cells().filter(cell -> text(cell, ".variable-name").equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    /** Opens that variable, or closes it. */
    public void expand(String name) {
        window.await(() -> toggled(name), name);
    }

    private boolean toggled(String name) {
        TreeTableView<?> tree = window.robot().lookup("#debug-variables").queryAs(TreeTableView.class);
        return cells().filter(cell -> text(cell, ".variable-name").equals(name))
                .findFirst()
                .flatMap(row -> Optional.<TreeItem<?>>ofNullable(tree.getTreeItem(row.getIndex())))
                .map(item -> {
                    item.setExpanded(!item.isExpanded());
                    return true;
                })
                .orElse(false);
    }

    /** That variable in its tree. */
    public TreeItem<Object> item(String name) {
        var row = row(name);
        return TestWindow.call(() -> tree().getTreeItem(row.getIndex()));
    }

    /** Asks for what is not shown of this variable yet, with the keyboard. */
    public void more(TreeItem<Object> item) {
        window.fx(() -> {
            var tree = tree();
            int row = tree.getRow(item) + item.getChildren().size();
            tree.scrollTo(row);
            tree.getSelectionModel().select(row);
            tree.requestFocus();
        });
        window.robot().type(KeyCode.ENTER);
    }

    private TreeTableView<Object> tree() {
        @SuppressWarnings("unchecked") // TestFX finds nodes by their classes
        TreeTableView<Object> tree = window.robot().lookup("#debug-variables").queryAs(TreeTableView.class);
        return tree;
    }

    private Stream<IndexedCell<?>> cells() {
        return window.robot().lookup("#debug-variables .tree-table-row-cell").queryAllAs(IndexedCell.class).stream()
                .filter(cell -> !cell.isEmpty() && cell.isVisible())
                .map(cell -> (IndexedCell<?>) cell);
    }

    private static String text(Parent row, String query) {
        return row.lookupAll(query).stream()
                .filter(Labeled.class::isInstance)
                .map(found -> ((Labeled) found).getText())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** Types into the evaluate box, with Enter. */
    public void evaluate(String code) {
        var field = window.node("#debug-evaluate", TextField.class);
        window.robot().clickOn(field).write(code).type(KeyCode.ENTER);
    }

    /** The cell that shows the row with this index, from 0. */
    public IndexedCell<?> cell(String id, int index) {
        return TestWindow.call(() -> filled(id).get(index));
    }

    /** What the list of that id says, a line for each row. */
    public List<String> list(String id) {
        return TestWindow.call(() -> filled(id).stream().map(DebugDriver::words).toList());
    }

    private List<? extends IndexedCell<?>> filled(String id) {
        return window.robot().lookup("#" + id + " .list-cell").queryAllAs(IndexedCell.class).stream()
                .map(cell -> (IndexedCell<?>) cell)
                .filter(cell -> !cell.isEmpty())
                .sorted(Comparator.comparingInt(cell -> cell.getIndex()))
                .toList();
    }

    private static String words(Parent cell) {
        return cell.getChildrenUnmodifiable().stream()
                .filter(Node::isVisible)
                .map(child -> switch (child) {
                    case CheckBox box -> "";
                    case Labeled label -> String.valueOf(label.getText());
                    case Parent parent -> words(parent);
                    default -> "";
                })
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .collect(Collectors.joining(" "));
    }

    /** How many rows the list has. */
    public int size(String id) {
        var list = window.node("#" + id, ListView.class);
        return TestWindow.call(() -> list.getItems().size());
    }

    /** Types another value for the variable where it stands. */
    public void assign(String name, String expression) {
        var row = row(name);
        window.robot().clickOn(row).push(KeyCode.F2);
        window.node("#debug-value-field", TextField.class);
        window.robot().write(expression).type(KeyCode.ENTER);
    }

    /** Types a line at the console. */
    public void type(String line) {
        window.robot().clickOn("#console-line").write(line).type(KeyCode.ENTER);
    }

    /** Waits until the console shows this after what was typed last, and returns the text from there on. */
    public void awaitConsole(String text) {
        var output = window.node("#console-output", StyleClassedTextArea.class);
        window.await(() -> output.getText().contains(text), "on the console: " + text);
    }

    /** Writes {@code breakpoint()} above the line with the marker, as the user's editor would. */
    public void breakpointAbove(String file, String marker) {
        try {
            Path path = folder.resolve(file);
            List<String> lines = new ArrayList<>(Files.readAllLines(path));
            int line = line(file, marker) - 1;
            String indent = lines.get(line).replaceAll("\\S.*", "");
            lines.add(line, indent + "breakpoint()");
            Files.write(path, lines);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
