package vivarium.ui.source;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import vivarium.ui.Navigator;
import vivarium.ui.Pane;
import vivarium.ui.exchange.Clipboards;
import vivarium.ui.parts.Parts;
import vivarium.ui.parts.WhileShown;

/** One source file at a time, with the way back to those before and a menu of the last ones. */
public final class SourceView implements Pane {
    private final SourceViewModel model;
    private final Navigator navigator;
    private final Path folder;
    private final LineMarks marks;
    private final CodeView code;
    private final FindBar find;
    private final MenuButton name = new MenuButton();
    private final Label note = new Label();
    private final Node empty;
    private final BorderPane file = new BorderPane();
    private final StackPane root = new StackPane();
    private @Nullable SourceText drawn;
    private long request;

    /** @param folder the project's: names of files below it are shown without it */
    public SourceView(SourceViewModel model, Navigator navigator, Path folder, LineMarks marks) {
        this.model = model;
        this.navigator = navigator;
        this.folder = folder;
        this.marks = marks;
        code = new CodeView(new Gutter(
                line -> current().ifPresent(file -> marks.toggle(file, line)),
                line -> current().map(file -> marks.menu(file, line)).orElse(List.of())));
        find = new FindBar(code.area());
        new ValueUnderMouse(code.area(), marks, () -> Optional.ofNullable(drawn));
        empty = Parts.empty(
                Feather.FILE_TEXT,
                "No file open",
                "Choose a file in the project's tree, or click on a line of a traceback, of the log or of a thread's stack.");
        note.getStyleClass().add("source-note");
        note.setWrapText(true);
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        file.setTop(new VBox(bar(), find.node(), note));
        file.setCenter(code.node());
        root.getChildren().addAll(file, empty);
        root.getStyleClass().add("source-pane");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        code.area().setContextMenu(menu());
        Parts.style(root, SourceView.class, "source.css");
        model.shownProperty().subscribe(this::show);
        marks.onChange(this::mark);
        WhileShown.every(Duration.ofSeconds(1), root, model::tick);
    }

    private Node bar() {
        var back = Parts.button(Feather.ARROW_LEFT, "Back (Alt+Left)", model::back);
        var forward = Parts.button(Feather.ARROW_RIGHT, "Forward (Alt+Right)", model::forward);
        back.disableProperty().bind(model.canGoBackProperty().not());
        forward.disableProperty().bind(model.canGoForwardProperty().not());
        name.getStyleClass().addAll("source-name", Styles.FLAT);
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        name.setOnShowing(event -> name.getItems()
                .setAll(model.files().stream().map(this::fileItem).toList()));
        name.setId("source-name");
        name.setMnemonicParsing(false);
        name.setMinWidth(40);
        return Parts.bar(
                back,
                forward,
                name,
                Parts.space(),
                Parts.button(Feather.SEARCH, "Find (Ctrl+F)", find::open),
                Parts.button(Feather.HASH, "Go to line (Ctrl+G)", this::askForLine),
                Parts.button(Feather.EXTERNAL_LINK, "Open this line in my editor (F4)", this::openInEditor));
    }

    private MenuItem fileItem(Path path) {
        var item = new MenuItem(shown(path));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.show(path, 0));
        return item;
    }

    private String shown(Path path) {
        return (path.startsWith(folder) ? folder.relativize(path) : path).toString();
    }

    private ContextMenu menu() {
        var copy = new MenuItem("Copy");
        copy.setOnAction(event -> code.area().copy());
        var place = new MenuItem("Copy path and line");
        place.setOnAction(event -> current().ifPresent(path -> Clipboards.put(path + ":" + code.line())));
        var editor = new MenuItem("Open in my editor");
        editor.setOnAction(event -> openInEditor());
        var menu = new ContextMenu(copy, place, editor);
        menu.setOnShowing(event -> {
            menu.getItems().setAll(copy, place, editor);
            caret().map(at -> marks.menu(at.file(), at.line()))
                    .filter(items -> !items.isEmpty())
                    .ifPresent(items -> {
                        menu.getItems().add(new SeparatorMenuItem());
                        menu.getItems().addAll(items);
                    });
        });
        return menu;
    }

    private void keyPressed(KeyEvent event) {
        var command = SourceKey.of(event);
        switch (command) {
            case FIND -> find.open();
            case GO_TO_LINE -> askForLine();
            case FILES -> name.show();
            case EDITOR -> openInEditor();
            case BACK -> model.back();
            case FORWARD -> model.forward();
            case NONE -> {
                return;
            }
        }
        event.consume();
    }

    private Optional<Path> current() {
        return model.shownProperty().get().map(shown -> shown.source().file());
    }

    private void askForLine() {
        if (current().isPresent()) {
            GoToLine.ask(code.node(), model);
        }
    }

    private void openInEditor() {
        current().ifPresent(path -> navigator.openInEditor(path, code.line()));
    }

    private void show(Optional<SourceViewModel.Shown> shown) {
        empty.setVisible(shown.isEmpty());
        file.setVisible(shown.isPresent());
        shown.ifPresent(this::show);
    }

    private void show(SourceViewModel.Shown shown) {
        assert Platform.isFxApplicationThread();
        SourceText source = shown.source();
        Path path = source.file();
        name.setText(shown(path));
        name.setTooltip(new Tooltip(path + "\nFiles that were open lately: Ctrl+E"));
        note.setText(source.note());
        boolean sameFile = drawn != null && drawn.file().equals(path);
        boolean sameRequest = shown.request() == request;
        int caret = code.line();
        int top = code.top();
        int target = code.target();
        if (!source.equals(drawn)) {
            code.set(source);
            marks.read(path);
        }
        if (sameFile && sameRequest) {
            // The file has changed under the reader: stay.
            code.target(target);
            code.area().moveTo(Math.min(caret, code.area().getParagraphs().size()) - 1, 0);
            code.area()
                    .showParagraphAtTop(
                            Math.min(top, code.area().getParagraphs().size()) - 1);
        } else {
            code.target(shown.place().line());
        }
        drawn = source;
        request = shown.request();
        mark();
    }

    private void mark() {
        current().ifPresent(file -> code.mark(marks.of(file), marks.executing(file)));
    }

    /** The line with the caret, while a file is shown. */
    public Optional<Place> caret() {
        return current().map(file -> new Place(file, code.line()));
    }

    @Override
    public String id() {
        return "source";
    }

    @Override
    public String title() {
        return "Source";
    }

    @Override
    public Ikon icon() {
        return Feather.FILE_TEXT;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focus() {
        code.area().requestFocus();
    }
}
