package vivarium.ui.threads;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import vivarium.threads.ThreadDump;
import vivarium.ui.Navigator;
import vivarium.ui.Pane;
import vivarium.ui.exchange.Clipboards;
import vivarium.ui.exchange.Copying;
import vivarium.ui.parts.Parts;
import vivarium.ui.parts.WhileShown;

/** All Python threads on the left, the stack of the chosen ones on the right. */
public final class ThreadsView implements Pane {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PAUSE = new KeyCodeCombination(KeyCode.H);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private final ThreadsViewModel model;
    private final ListView<ShownGroup> groups = new ListView<>();
    private final StackView stack;
    private final LongConsumer pause;
    private final Button pauseButton;
    private final Label taken = new Label();
    private final Node empty;
    private final SplitPane split;
    private final BorderPane root = new BorderPane();

    /**
     * @param folder the project's: names of files below it are shown without it
     * @param pause has this exchange stop in the debugger
     */
    public ThreadsView(ThreadsViewModel model, Navigator navigator, Path folder, LongConsumer pause) {
        this.model = model;
        this.pause = pause;
        stack = new StackView(folder, navigator);
        empty = Parts.empty(
                Feather.ACTIVITY,
                "No threads in Python",
                "While the application runs, every Python thread appears here with its stack and the request that it serves:"
                        + " send a slow request and look.");
        groups.setCellFactory(list -> new GroupCell());
        groups.setId("thread-groups");
        var pauseItem = Copying.item("Pause its request in the debugger (H)", this::pauseRequest);
        groups.setContextMenu(new ContextMenu(
                pauseItem,
                new SeparatorMenuItem(),
                Copying.item("Copy the stack", stack::copy),
                Copying.item("Copy all stacks", this::copy)));
        pauseButton =
                Parts.button(Feather.PAUSE, "Pause this thread’s request in the debugger (H)", this::pauseRequest);
        pauseButton.setId("threads-pause");
        pauseButton.setDisable(true);
        pauseItem.disableProperty().bind(pauseButton.disableProperty());
        groups.getSelectionModel().selectedItemProperty().subscribe(group -> {
            stack.show(group);
            pauseButton.setDisable(request().isEmpty());
        });
        split = new SplitPane(groups, stack.node());
        split.setDividerPositions(0.38);
        SplitPane.setResizableWithParent(groups, false);
        root.setTop(bar());
        root.setCenter(new StackPane(split, empty));
        root.getStyleClass().addAll("list-pane", "threads-pane");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        Parts.style(root, ThreadsView.class, "threads.css");
        model.shownProperty().subscribe(this::show);
        WhileShown.every(Duration.ofSeconds(1), root, model::tick);
    }

    private Node bar() {
        ToggleButton live = Parts.toggle(Feather.RADIO, "Take the stacks anew every second");
        Parts.named(live, "Live");
        live.selectedProperty().bindBidirectional(model.liveProperty());
        var locals = Parts.button(
                Feather.LIST, "Take the stacks once with all local variables, and hold them", model::takeWithLocals);
        Parts.named(locals, "Locals");
        return Parts.bar(
                live,
                Parts.button(Feather.REFRESH_CW, "Take the stacks now (F5)", model::refresh),
                locals,
                pauseButton,
                Parts.space(),
                taken,
                Parts.button(Feather.COPY, "Copy all stacks as text (Ctrl+C)", this::copy),
                Parts.button(Feather.SAVE, "Write the stacks to a file and to the error log", model::write));
    }

    private void show(Optional<ThreadsViewModel.Shown> shown) {
        var list = shown.map(ThreadsViewModel.Shown::groups).orElse(java.util.List.of());
        empty.setVisible(list.isEmpty());
        split.setVisible(!list.isEmpty());
        taken.setText(shown.map(it -> threads(it.dump().threads().size()) + " at "
                        + TIME.format(it.dump().takenAt()) + (it.withLocals() ? ", held" : ""))
                .orElse(""));
        var before = groups.getSelectionModel().getSelectedItem();
        if (!groups.getItems().equals(list)) {
            groups.getItems().setAll(list);
        }
        if (!list.isEmpty()) {
            int again = 0;
            for (int i = 0; before != null && i < list.size(); i++) {
                if (list.get(i).holds(before.key())) {
                    again = i;
                }
            }
            groups.getSelectionModel().clearAndSelect(again);
        }
    }

    private static String threads(int count) {
        return count == 1 ? "1 thread" : count + " threads";
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F5) {
            model.refresh();
            event.consume();
        } else if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (PAUSE.match(event)) {
            pauseRequest();
            event.consume();
        }
    }

    /** Of several threads at the same place the one that has been there for longest. */
    private Optional<Long> request() {
        return Optional.ofNullable(groups.getSelectionModel().getSelectedItem())
                .filter(chosen -> !chosen.group().state().equals("paused"))
                .flatMap(chosen -> chosen.group().requests().stream().findFirst())
                .map(ThreadDump.Serving::exchange);
    }

    private void pauseRequest() {
        request().ifPresent(pause::accept);
    }

    private void copy() {
        Clipboards.put(model.text());
    }

    @Override
    public String id() {
        return "threads";
    }

    @Override
    public String title() {
        return "Threads";
    }

    @Override
    public Ikon icon() {
        return Feather.ACTIVITY;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void focus() {
        groups.requestFocus();
    }
}
