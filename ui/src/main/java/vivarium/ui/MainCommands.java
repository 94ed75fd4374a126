package vivarium.ui;

import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.kordamp.ikonli.feather.Feather;
import vivarium.ui.commands.Command.Group;
import vivarium.ui.commands.Commands;
import vivarium.ui.run.Phase;
import vivarium.ui.run.RunViewModel;

/** Writes the table of the window's commands. */
final class MainCommands {
    /** The panes with their shortcuts, in the order of the menu. */
    private static final List<Map.Entry<String, String>> PANES = List.of(
            Map.entry("project", "Project"),
            Map.entry("source", "Source"),
            Map.entry("requests", "Requests"),
            Map.entry("exchange", "Exchange"),
            Map.entry("environ", "Environ"),
            Map.entry("log", "Error log"),
            Map.entry("threads", "Threads"),
            Map.entry("console", "Console"),
            Map.entry("debugger", "Debugger"),
            Map.entry("replays", "Replays"));

    private MainCommands() {}

    /** What commands do. */
    interface Actions {
        void chooseFolder();

        void openElsewhere();

        void browse();

        void copyAddress();

        void editSettings();

        void editProject();

        void capture();

        void examine();

        void replay();

        void importRequests();

        void savedRequests();

        void clear();

        void sessions();

        void backToRunning();

        void toggleTheme();

        void resetLayout();

        void filter();

        void shortcuts();

        void about();

        void showPane(String id);

        void stop();

        void restart();

        void quit();
    }

    /**
     * @param open whether a project is
     * @param past whether an old session is shown
     */
    static Commands of(Actions act, RunViewModel run, ObservableBooleanValue open, ObservableBooleanValue past) {
        var live = Bindings.createBooleanBinding(() -> open.get() && !past.get(), open, past);
        var always = Bindings.createBooleanBinding(() -> true);
        var startable = Bindings.createBooleanBinding(
                () -> open.get() && run.phase().get().startable(), open, run.phase());
        var running = Bindings.createBooleanBinding(() -> run.phase().get().running(), run.phase());
        var listening = Bindings.createBooleanBinding(() -> run.phase().get().listening(), run.phase());
        var settled = Bindings.createBooleanBinding(
                () -> run.phase().get() == Phase.SERVING || run.phase().get() == Phase.FAILED, run.phase());
        var all = new Commands();

        all.add("open", Group.FILE, "Open folder…", Feather.FOLDER, "Shortcut+O", always, act::chooseFolder);
        all.add("open-elsewhere", Group.FILE, "New window", null, "Shortcut+N", always, act::openElsewhere);
        all.add(
                "project-settings",
                Group.FILE,
                "Project settings…",
                Feather.SLIDERS,
                "Shortcut+P",
                open,
                act::editProject);
        all.add("sessions", Group.FILE, "Sessions…", Feather.ARCHIVE, "Shortcut+Shift+S", open, act::sessions);
        all.add(
                "back-to-running",
                Group.FILE,
                "Back to the running session",
                Feather.ARROW_LEFT,
                "Shortcut+Shift+L",
                past,
                act::backToRunning);
        all.add("settings", Group.FILE, "Settings…", Feather.SETTINGS, "Shortcut+Comma", always, act::editSettings);
        all.add("quit", Group.FILE, "Quit", null, "Shortcut+Q", always, act::quit);

        all.add("run", Group.RUN, "Run", Feather.PLAY, "F5", startable, run::run);
        all.add("stop", Group.RUN, "Stop", Feather.SQUARE, "Shift+F5", running, act::stop);
        all.add("restart", Group.RUN, "Restart", Feather.ROTATE_CCW, "Shortcut+Shift+F5", running, act::restart);
        all.add("reload", Group.RUN, "Reload application", Feather.REFRESH_CW, "F6", settled, run::reload);
        all.add("browse", Group.RUN, "Open in browser", Feather.EXTERNAL_LINK, "Shortcut+B", listening, act::browse);
        all.add(
                "copy-address",
                Group.RUN,
                "Copy address",
                Feather.COPY,
                "Shortcut+Shift+C",
                listening,
                act::copyAddress);
        all.add("capture", Group.RUN, "Pause recording", Feather.PAUSE_CIRCLE, "F7", open, act::capture);
        all.add(
                "replay",
                Group.RUN,
                "Replay the selected requests",
                Feather.REPEAT,
                "Shortcut+R",
                listening,
                act::replay);
        all.add(
                "import",
                Group.RUN,
                "Import requests…",
                Feather.DOWNLOAD,
                "Shortcut+Shift+V",
                open,
                act::importRequests);
        all.add("saved", Group.RUN, "Saved requests…", Feather.BOOKMARK, "Shortcut+Shift+R", open, act::savedRequests);
        all.add("examine", Group.RUN, "Examine requests", Feather.LAYERS, "Shortcut+I", open, act::examine);
        all.add("clear", Group.RUN, "Clear requests and log", Feather.TRASH_2, "Shortcut+K", live, act::clear);

        for (int i = 0; i < PANES.size(); i++) {
            String id = PANES.get(i).getKey();
            all.add(
                    "show-" + id,
                    Group.VIEW,
                    PANES.get(i).getValue(),
                    null,
                    "Alt+" + (i + 1) % 10,
                    open,
                    () -> act.showPane(id));
        }
        all.add("filter", Group.VIEW, "Filter requests", Feather.FILTER, "Shortcut+L", open, act::filter);
        all.add("reset-layout", Group.VIEW, "Standard layout", Feather.LAYOUT, "", open, act::resetLayout);
        all.add("theme", Group.VIEW, "Light or dark", Feather.MOON, "Shortcut+T", always, act::toggleTheme);

        all.add("shortcuts", Group.HELP, "Keyboard shortcuts", Feather.COMMAND, "F1", always, act::shortcuts);
        all.add("about", Group.HELP, "About Vivarium", null, "", always, act::about);
        return all;
    }
}
