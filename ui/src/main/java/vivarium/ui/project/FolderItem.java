package vivarium.ui.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TreeItem;

/** A node of the tree. A folder asks for its contents when it is opened, and keeps its open folders when they change. */
final class FolderItem extends TreeItem<Entry> {
    private final ProjectTreeViewModel model;

    FolderItem(Entry entry, ProjectTreeViewModel model) {
        super(entry);
        this.model = model;
        if (entry.folder()) {
            expandedProperty().addListener((property, was, is) -> {
                if (is) {
                    model.open(entry.path());
                } else {
                    model.close(entry.path());
                }
            });
        }
    }

    @Override
    public boolean isLeaf() {
        return !getValue().folder();
    }

    /** Takes over what the folder holds now. */
    void holds(List<Entry> entries) {
        Map<Entry, TreeItem<Entry>> before = new HashMap<>();
        getChildren().forEach(child -> before.put(child.getValue(), child));
        getChildren()
                .setAll(entries.stream()
                        .map(entry -> before.computeIfAbsent(entry, it -> new FolderItem(it, model)))
                        .toList());
    }
}
