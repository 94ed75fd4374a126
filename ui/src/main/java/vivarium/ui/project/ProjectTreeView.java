package vivarium.ui.project;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import vivarium.ui.Navigator;
import vivarium.ui.Pane;
import vivarium.ui.exchange.Clipboards;
import vivarium.ui.exchange.Copying;
import vivarium.ui.parts.Parts;
import vivarium.ui.parts.WhileShown;

/** The project's files. */
public final class ProjectTreeView implements Pane, ProjectTreeViewModel.Listener {
    private final ProjectTreeViewModel model;
    private final Navigator navigator;
    private final FolderItem top;
    private final TreeView<Entry> tree = new TreeView<>();
    private final TextField filter = new TextField();
    private final Node nothing =
            Parts.empty(Feather.SEARCH, "No such file", "No file of the project has this in its path.");
    private final BorderPane root = new BorderPane();

    /** Shows the project of the model. */
    public ProjectTreeView(ProjectTreeViewModel model, Navigator navigator) {
        this.model = model;
        this.navigator = navigator;
        model.listen(this);
        top = new FolderItem(new Entry(model.top(), true), model);
        tree.setRoot(top);
        tree.setShowRoot(false);
        tree.setId("project-tree");
        tree.setCellFactory(cells -> new EntryCell());
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        tree.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        tree.setContextMenu(menu());
        Copying.onCopy(tree, this::copyPath);
        top.setExpanded(true);
        filter.setPromptText("Find a file");
        filter.setId("project-filter");
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.textProperty().subscribe(this::filter);
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInFilter);
        nothing.setVisible(false);
        root.setTop(Parts.bar(filter));
        root.setCenter(new StackPane(tree, nothing));
        root.getStyleClass().add("project-pane");
        Parts.style(root, ProjectTreeView.class, "project.css");
        WhileShown.every(Duration.ofSeconds(2), root, model::tick);
    }

    @Override
    public void listed(Path folder, List<Entry> entries) {
        assert Platform.isFxApplicationThread();
        item(top, folder).ifPresent(item -> item.holds(entries));
    }

    private static Optional<FolderItem> item(TreeItem<Entry> from, Path folder) {
        Path path = from.getValue().path();
        if (path.equals(folder)) {
            return from instanceof FolderItem found ? Optional.of(found) : Optional.empty();
        }
        return from.getChildren().stream()
                .filter(child -> folder.startsWith(child.getValue().path()))
                .findFirst()
                .flatMap(child -> item(child, folder));
    }

    private void filter(String text) {
        if (text.isBlank()) {
            nothing.setVisible(false);
            tree.setRoot(top);
        } else {
            model.search(text.strip());
        }
    }

    @Override
    public void found(List<Path> found) {
        if (filter.getText().isBlank()) {
            return;
        }
        var results = new TreeItem<>(new Entry(model.top(), true));
        var folders = new HashMap<Path, TreeItem<Entry>>(Map.of(model.top(), results));
        found.stream()
                .sorted()
                .forEach(path -> folder(folders, path.resolveSibling(""))
                        .getChildren()
                        .add(new TreeItem<>(new Entry(path, false))));
        nothing.setVisible(found.isEmpty());
        tree.setRoot(results);
        if (!found.isEmpty()) {
            tree.getSelectionModel().select(firstFile(results));
        }
    }

    private static TreeItem<Entry> folder(Map<Path, TreeItem<Entry>> folders, Path path) {
        var known = folders.get(path);
        if (known == null) {
            known = new TreeItem<>(new Entry(path, true));
            known.setExpanded(true);
            folders.put(path, known);
            folder(folders, path.resolveSibling("")).getChildren().add(known);
        }
        return known;
    }

    private static TreeItem<Entry> firstFile(TreeItem<Entry> item) {
        return item.getChildren().isEmpty()
                ? item
                : firstFile(item.getChildren().getFirst());
    }

    private void keyInFilter(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            open();
        } else if (event.getCode() == KeyCode.DOWN) {
            tree.requestFocus();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            filter.clear();
            tree.requestFocus();
        } else {
            return;
        }
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
        } else if (event.getCode() == KeyCode.F4) {
            openInEditor();
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        boolean file = selected().filter(entry -> !entry.folder()).isPresent();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && file) {
            open();
        }
    }

    private Optional<Entry> selected() {
        return Optional.ofNullable(tree.getSelectionModel().getSelectedItem()).map(TreeItem::getValue);
    }

    private void open() {
        var item = tree.getSelectionModel().getSelectedItem();
        if (item != null && item.getValue().folder()) {
            item.setExpanded(!item.isExpanded());
        } else {
            selected().ifPresent(entry -> navigator.showSource(entry.path(), 0));
        }
    }

    private void openInEditor() {
        selected().filter(entry -> !entry.folder()).ifPresent(entry -> navigator.openInEditor(entry.path(), 1));
    }

    private void copyPath() {
        selected().ifPresent(entry -> Clipboards.put(entry.path().toString()));
    }

    private ContextMenu menu() {
        var show = new MenuItem("Show");
        show.setOnAction(event -> open());
        var editor = new MenuItem("Open in my editor");
        editor.setOnAction(event -> openInEditor());
        var path = new MenuItem("Copy path");
        path.setOnAction(event -> copyPath());
        var relative = new MenuItem("Copy path in the project");
        relative.setOnAction(event -> selected()
                .ifPresent(entry ->
                        Clipboards.put(model.top().relativize(entry.path()).toString())));
        return new ContextMenu(show, editor, path, relative);
    }

    @Override
    public String id() {
        return "project";
    }

    @Override
    public String title() {
        return "Project";
    }

    @Override
    public Ikon icon() {
        return Feather.FOLDER;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focus() {
        tree.requestFocus();
    }
}
