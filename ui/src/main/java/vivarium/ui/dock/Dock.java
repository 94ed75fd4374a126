package vivarium.ui.dock;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.event.DockEvent;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;
import vivarium.ui.Pane;

/** Shows panes side by side and behind each other, and lets them be dragged, hidden and brought back. FX thread only. */
public final class Dock {
    private final Bento bento = new Bento();
    private final StackPane node = new StackPane();
    private final Map<String, Dockable> dockables = new LinkedHashMap<>();
    private final Map<String, ReadOnlyBooleanWrapper> shown = new LinkedHashMap<>();
    private final Map<String, ReadOnlyBooleanWrapper> inFront = new LinkedHashMap<>();
    private final DockLayout standard;
    private DockContainerRootBranch root;

    /** @param standard where panes are unless told otherwise; has every pane */
    public Dock(List<? extends Pane> panes, DockLayout standard) {
        this.standard = standard;
        for (Pane pane : panes) {
            dockables.put(pane.id(), dockable(pane));
            shown.put(pane.id(), new ReadOnlyBooleanWrapper());
            inFront.put(pane.id(), new ReadOnlyBooleanWrapper());
        }
        root = bento.dockBuilding().root("root");
        bento.events().addEventListener(this::moved);
        arrange(standard);
    }

    private Dockable dockable(Pane pane) {
        Dockable made = bento.dockBuilding().dockable(pane.id());
        made.setTitle(pane.title());
        made.setIconFactory(ignored -> new FontIcon(pane.icon()));
        made.setNode(pane.node());
        if (pane.node() instanceof Region region) {
            // The user's dividers say how large a pane is, not what is in it.
            region.setMinSize(0, 0);
        }
        made.setClosable(true);
        return made;
    }

    /** The whole. */
    public Parent node() {
        return node;
    }

    /** Puts the panes there; those that the layout does not name, or names twice, are as they would be hidden. */
    public void arrange(DockLayout layout) {
        assert Platform.isFxApplicationThread();
        for (Dockable dockable : dockables.values()) {
            DockContainerLeaf before = dockable.getContainer();
            if (before != null) {
                before.removeDockable(dockable);
            }
        }
        bento.unregisterRoot(root);
        root = bento.dockBuilding().root("root");
        root.setPruneWhenEmpty(false);
        fill(root, layout.parts().isEmpty() ? wrapped(layout) : layout);
        bento.registerRoot(root);
        node.getChildren().setAll(root);
        update();
    }

    private static DockLayout wrapped(DockLayout tabs) {
        return new DockLayout(tabs.orientation(), List.of(), List.of(tabs), List.of(), "");
    }

    private void fill(DockContainerBranch branch, DockLayout layout) {
        branch.setOrientation(layout.orientation());
        for (DockLayout part : layout.parts()) {
            if (part.parts().isEmpty()) {
                DockContainerLeaf leaf = bento.dockBuilding().leaf();
                part.panes().stream()
                        .map(dockables::get)
                        .filter(Objects::nonNull)
                        .forEach(leaf::addDockable);
                if (leaf.getDockables().isEmpty()) {
                    continue;
                }
                branch.addContainer(leaf);
                Dockable front = dockables.get(part.front());
                leaf.selectDockable(
                        front != null && leaf.getDockables().contains(front)
                                ? front
                                : leaf.getDockables().getFirst());
            } else {
                DockContainerBranch child = bento.dockBuilding().branch();
                fill(child, part);
                branch.addContainer(child);
            }
        }
        branch.setDividerPositions(
                layout.dividers().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Where the panes are now. */
    public DockLayout layout() {
        return layout(root);
    }

    private static DockLayout layout(DockContainerBranch branch) {
        // Not getChildContainers(): BentoFX keeps those in the order in which they were added.
        List<DockLayout> parts = new ArrayList<>();
        for (Node item : branch.getItems()) {
            switch (item) {
                case DockContainerBranch child -> parts.add(layout(child));
                case DockContainerLeaf leaf -> parts.add(layout(leaf));
                default -> {}
            }
        }
        return new DockLayout(
                branch.getOrientation(),
                Arrays.stream(branch.getDividerPositions()).boxed().toList(),
                parts,
                List.of(),
                "");
    }

    private static DockLayout layout(DockContainerLeaf leaf) {
        Dockable front = leaf.getSelectedDockable();
        return new DockLayout(
                javafx.geometry.Orientation.HORIZONTAL,
                List.of(),
                List.of(),
                leaf.getDockables().stream().map(Dockable::getIdentifier).toList(),
                front == null ? "" : front.getIdentifier());
    }

    /** Brings the pane to the front; one that is hidden is put back first, beside the panes that it belongs to. */
    public void show(String id) {
        assert Platform.isFxApplicationThread();
        Dockable dockable = dockables.get(id);
        if (dockable == null) {
            return;
        }
        if (dockable.getContainer() == null) {
            home(id).ifPresentOrElse(leaf -> leaf.addDockable(dockable), () -> arrange(standard));
        }
        inContainer(dockable, leaf -> leaf.selectDockable(dockable));
        update();
    }

    private static void inContainer(Dockable dockable, Consumer<DockContainerLeaf> action) {
        DockContainerLeaf leaf = dockable.getContainer();
        if (leaf != null) {
            action.accept(leaf);
        }
    }

    /** A visible leaf that has a pane which is usually beside this one, or else any. */
    private Optional<DockContainerLeaf> home(String id) {
        return neighbours(standard, id).stream()
                .map(dockables::get)
                .filter(Objects::nonNull)
                .map(Dockable::getContainer)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> dockables.values().stream()
                        .map(Dockable::getContainer)
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    private static List<String> neighbours(DockLayout layout, String id) {
        return layout.panes().contains(id)
                ? layout.panes()
                : layout.parts().stream()
                        .flatMap(part -> neighbours(part, id).stream())
                        .toList();
    }

    /** Takes the pane away until it is shown again. */
    public void hide(String id) {
        Dockable dockable = dockables.get(id);
        if (dockable != null) {
            inContainer(dockable, leaf -> leaf.removeDockable(dockable));
            update();
        }
    }

    /** Whether the pane has a place; it may be behind others. */
    public ReadOnlyBooleanProperty shown(String id) {
        return Objects.requireNonNull(shown.get(id), id).getReadOnlyProperty();
    }

    /** Whether the pane can be seen: it has a place and no other is before it. */
    public ReadOnlyBooleanProperty inFront(String id) {
        return Objects.requireNonNull(inFront.get(id), id).getReadOnlyProperty();
    }

    private void moved(DockEvent event) {
        Platform.runLater(this::update);
    }

    private void update() {
        dockables.forEach((id, dockable) -> {
            DockContainerLeaf leaf = dockable.getContainer();
            Objects.requireNonNull(shown.get(id)).set(leaf != null);
            Objects.requireNonNull(inFront.get(id)).set(leaf != null && leaf.getSelectedDockable() == dockable);
        });
    }
}
