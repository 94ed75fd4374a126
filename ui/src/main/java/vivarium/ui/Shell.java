package vivarium.ui;

import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import vivarium.icons.Icons;
import vivarium.ui.commands.Command;
import vivarium.ui.commands.Commands;
import vivarium.ui.dock.Dock;
import vivarium.ui.run.NoticeView;
import vivarium.ui.status.StatusView;
import vivarium.ui.status.StatusViewModel;
import vivarium.ui.toolbar.ToolBarView;
import vivarium.ui.welcome.WelcomeView;

/** What is around the panes: menus, tool bar, notice, status bar; and what is there before a project is open. FX thread only. */
final class Shell {
    private final MainWindow window;
    private final BorderPane frame = new BorderPane();
    private final StackPane root;
    private final Menu view;
    private final ToolBarView tools;

    Shell(Commands commands, WindowActions actions) {
        window = actions.window();
        view = commands.menu(Command.Group.VIEW);
        var menus = new MenuBar(
                commands.menu(Command.Group.FILE),
                commands.menu(Command.Group.RUN),
                commands.menu(Command.Group.DEBUG),
                view,
                commands.menu(Command.Group.HELP));
        menus.setUseSystemMenuBar(true);
        var surroundings = window.surroundings();
        tools = new ToolBarView(
                commands, window.run(), window.counters(), window.capture(), window.examine(), surroundings.browser());
        var notice = new NoticeView(
                window.run(),
                new Remedies(window.run(), window, actions::remember, actions::chooseFolder, actions::editProject),
                window.run()::dismiss);
        var status = new StatusView(
                new StatusViewModel(
                        System::nanoTime,
                        () -> Runtime.getRuntime().totalMemory()
                                - Runtime.getRuntime().freeMemory(),
                        () -> !window.debugger().pausedExchanges().isEmpty()),
                window.run(),
                window.counters().leftOut(),
                surroundings.speed());
        frame.setTop(new VBox(menus, tools.node(), notice.node()));
        frame.setBottom(status.node());
        frame.setCenter(new WelcomeView(
                        window.settings().now().recent(),
                        actions::chooseFolder,
                        window::open,
                        folder -> window.settings().change(now -> now.withoutRecent(folder)))
                .node());
        root = new StackPane(frame, window.modals().node());
        new Drops(window).acceptAt(root);
    }

    Parent node() {
        return root;
    }

    /** Puts the panes into the middle. */
    void show(Workbench bench) {
        frame.setCenter(bench.node());
        tools.focusRun();
        var panes = new Menu("Panes");
        for (Pane pane : bench.panes().all()) {
            panes.getItems().add(visibility(pane, bench.dock()));
        }
        view.getItems().addAll(new SeparatorMenuItem(), panes);
    }

    /** Shows an old session in the place of the panes. */
    void show(PastSession session) {
        frame.setCenter(session.node());
    }

    /** Shows the panes again. */
    void showAgain(Workbench bench) {
        frame.setCenter(bench.node());
    }

    private static CheckMenuItem visibility(Pane pane, Dock dock) {
        var item = new CheckMenuItem(pane.title());
        dock.shown(pane.id()).subscribe(item::setSelected);
        item.setOnAction(event -> {
            if (item.isSelected()) {
                dock.show(pane.id());
            } else {
                dock.hide(pane.id());
            }
        });
        return item;
    }

    /** The window's icons, for the task bar. */
    void icons(Stage stage) {
        Stream.of(16, 24, 32, 48, 64, 128, 256)
                .map(size -> new Image(Icons.png(Icons.MARK, size).toString()))
                .forEach(stage.getIcons()::add);
    }

    /** Nothing can be pressed any more. */
    void closing() {
        root.setDisable(true);
    }
}
