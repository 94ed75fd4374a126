package vivarium.ui.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import vivarium.replay.Trial;
import vivarium.ui.Navigator;
import vivarium.ui.Pane;
import vivarium.ui.exchange.Copying;
import vivarium.ui.modal.Modals;
import vivarium.ui.parts.Parts;

/** The replays on the left, how the chosen one differs from its origin on the right. FX thread only. */
public final class ReplaysView implements Pane {
    /** The list's part of the width. */
    private static final double ROOM = 0.36;

    private final ReplaysViewModel model;
    private final ListView<ReplayRow> list;
    private final ListView<CompareLine> comparison = new ListView<>();
    private final ToggleButton watch =
            Parts.toggle(Feather.EYE, "Send the request again after each reload, and show here whether it is fixed");
    private final TrialsTable trials = new TrialsTable();
    private final SplitPane split = new SplitPane();
    private final Modals modals;
    private final BorderPane root = new BorderPane();
    private Runnable saved = () -> {};
    private Runnable importing = () -> {};
    private long left;
    private long right;
    private long newest;

    /** @param project the project's folder: names of files below it are shown without it */
    public ReplaysView(ReplaysViewModel model, Navigator navigator, Modals modals, Path project) {
        this.model = model;
        this.modals = modals;
        list = new ListView<>(model.rows());
        list.setId("replays");
        list.getStyleClass().add("plain-list");
        list.setCellFactory(_ -> new ReplayCell(navigator));
        list.getSelectionModel().selectedItemProperty().subscribe((@Nullable ReplayRow row) -> show(row));
        Copying.rows(list, ReplaysView::text);
        list.getSelectionModel().setSelectionMode(javafx.scene.control.SelectionMode.SINGLE);
        comparison.setId("comparison");
        comparison.getStyleClass().addAll("plain-list", "comparison");
        comparison.setCellFactory(_ -> new CompareCell(project, navigator));
        Copying.rows(comparison, lines -> lines.stream().map(CompareLine::text).collect(Collectors.joining("\n")));
        comparison.getContextMenu().getItems().add(ignoring());
        model.rules().names().addListener((javafx.beans.InvalidationListener) change -> {
            if (right != 0 && !trials.isVisible()) {
                compare(left, right);
            }
        });
        var empty = Parts.empty(
                Feather.REPEAT,
                "Nothing was replayed yet",
                "Select a request in the table and press R (or Ctrl+R anywhere): it is sent again, and what differs appears here.");
        empty.visibleProperty()
                .bind(javafx.beans.binding.Bindings.isEmpty(model.rows())
                        .and(javafx.beans.binding.Bindings.isEmpty(comparison.getItems()))
                        .and(trials.visibleProperty().not()));
        trials.setVisible(false);
        comparison.visibleProperty().bind(trials.visibleProperty().not());
        split.getItems().setAll(list, new StackPane(comparison, trials));
        split.setDividerPositions(ROOM);
        split.visibleProperty().bind(empty.visibleProperty().not());
        SplitPane.setResizableWithParent(list, false);
        root.setTop(bar());
        root.setCenter(new StackPane(split, empty));
        Parts.style(root, ReplaysView.class, "replay.css");
    }

    private Node bar() {
        Parts.named(watch, "Watch");
        watch.setId("replay-watch");
        watch.setOnAction(
                click -> chosen().ifPresent(row -> model.watch(row.replay().origin(), watch.isSelected())));
        var again = Parts.named(Parts.button(Feather.REPEAT, "Send this request again", this::again), "Again");
        var running = new ProgressIndicator();
        running.setMaxSize(16, 16);
        running.visibleProperty().bind(model.sending().busy());
        var progress = new Label();
        progress.setId("replay-progress");
        progress.textProperty().bind(model.sending().progress());
        var cancel = Parts.button(Feather.X_CIRCLE, "Stop sending", model.sending()::cancel);
        cancel.setId("replay-cancel");
        cancel.visibleProperty().bind(model.sending().busy());
        var kept = Parts.named(
                Parts.button(Feather.BOOKMARK, "The requests that this project keeps", () -> saved.run()), "Saved…");
        kept.setId("replay-saved");
        var imports = Parts.named(
                Parts.button(
                        Feather.DOWNLOAD,
                        "Send the requests of a curl command or of a HAR; they may be dropped on the window",
                        () -> importing.run()),
                "Import…");
        imports.setId("replay-import");
        var left = Parts.named(
                Parts.button(Feather.EYE_OFF, "What is left out of comparisons", this::showIgnored), "Left out…");
        left.setId("replay-ignored");
        return Parts.bar(again, watch, kept, imports, left, Parts.space(), progress, running, cancel);
    }

    private MenuItem ignoring() {
        return Copying.item("Leave this out of comparisons", () -> {
            if (comparison.getSelectionModel().getSelectedItem() instanceof CompareLine.Differs it) {
                it.name()
                        .ifPresentOrElse(
                                name -> model.rules().add(name),
                                () -> modals.ask(
                                        "This has no name",
                                        "Lines and bytes are compared as they are; only what has a name can be left out: headers,"
                                                + " members of JSON, cookies, fields of forms, environ keys.",
                                        new Modals.Choice("OK", () -> {})));
            }
        });
    }

    private Optional<ReplayRow> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private void show(@Nullable ReplayRow row) {
        if (row != null) {
            watch.setSelected(model.watches(row.replay().origin()));
            compare(row.replay().origin(), row.replay().id());
        }
    }

    private void again() {
        chosen().flatMap(row -> model.captured(row.replay().origin()))
                .ifPresent(captured -> model.send(List.of(captured)));
    }

    private void showIgnored() {
        new IgnoredSheet(model.rules()).show(modals);
    }

    /** From now on this shows the requests that the project keeps. */
    void onSaved(Runnable show) {
        saved = show;
    }

    /** From now on this asks for requests to import. */
    void onImport(Runnable show) {
        importing = show;
    }

    /** Shows the table of the ways in which a request is being sent, empty at first. */
    void showTrials() {
        trials.getItems().clear();
        trials.setVisible(true);
        split.setDividerPositions(0.3);
    }

    /** Shows comparisons again in the place of that table. */
    void hideTrials() {
        if (trials.isVisible()) {
            trials.setVisible(false);
            split.setDividerPositions(ROOM);
        }
    }

    /** Adds to that table. */
    void add(Trial trial) {
        trials.getItems().add(trial);
    }

    /** Shows how these two exchanges differ. */
    public void compare(long first, long second) {
        hideTrials();
        left = first;
        right = second;
        model.compare(first, second, lines -> {
            if (left == first && right == second) {
                comparison.getItems().setAll(lines);
            }
        });
    }

    /** Shows the newest replay as soon as there is one, and after that whatever the user chooses. */
    public void followNewest() {
        // After the list's own listener, which clears the selection when rows are exchanged for newer ones.
        model.rows().addListener((ListChangeListener<ReplayRow>) change -> {
            long first = model.rows().isEmpty()
                    ? 0
                    : model.rows().getFirst().replay().id();
            boolean another = first != newest;
            newest = first;
            if (trials.isVisible()) {
                return; // while a table grows, its replays are not what the user looks at
            }
            list.getSelectionModel().select(another ? 0 : index(right));
        });
    }

    private int index(long replay) {
        for (int i = 0; i < model.rows().size(); i++) {
            if (model.rows().get(i).replay().id() == replay) {
                return i;
            }
        }
        return -1;
    }

    private static String text(List<ReplayRow> rows) {
        return rows.stream()
                .map(row -> "#" + row.replay().id() + "\t#" + row.replay().origin() + "\t"
                        + row.replay().head().method() + " "
                        + row.replay().head().target() + "\t" + row.statuses()
                        + "\t" + row.verdict().words())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String id() {
        return "replays";
    }

    @Override
    public String title() {
        return "Replays";
    }

    @Override
    public Ikon icon() {
        return Feather.REPEAT;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focus() {
        list.requestFocus();
    }
}
