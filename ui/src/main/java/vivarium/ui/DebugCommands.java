package vivarium.ui;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import vivarium.debug.Step;
import vivarium.ui.commands.Command.Group;
import vivarium.ui.commands.Commands;
import vivarium.ui.debugger.DebuggerViewModel;

/** Writes the debugger's part of the table of commands. */
final class DebugCommands {
    private DebugCommands() {}

    /**
     * Adds them.
     *
     * @param open whether a project is
     * @param desk there once a project is open
     */
    static void add(
            Commands all, DebuggerViewModel model, ObservableBooleanValue open, Supplier<Optional<DebugDesk>> desk) {
        ObservableBooleanValue paused = model.paused();
        add(all, "breakpoint", "Breakpoint in this line", "F9", open, on(desk, DebugDesk::toggle));
        add(all, "continue", "Continue", "F8", paused, () -> model.step(new Step.Continue()));
        add(all, "step-over", "Step over", "F10", paused, () -> model.step(new Step.Over()));
        add(all, "step-into", "Step into", "F11", paused, () -> model.step(new Step.Into()));
        add(
                all,
                "step-into-call",
                "Step into a call of the line…",
                "Alt+F11",
                paused,
                on(desk, it -> it.view().chooseCall()));
        add(all, "step-out", "Step out", "Shift+F11", paused, () -> model.step(new Step.Out()));
        add(all, "run-to-cursor", "Run to the cursor", "Shortcut+F10", paused, on(desk, DebugDesk::runToCursor));
        add(all, "jump", "Jump to the cursor", "Shortcut+Shift+F10", paused, on(desk, DebugDesk::jumpToCursor));
        add(all, "pause-request", "Pause a running request", "Shortcut+F8", open, on(desk, DebugDesk::pauseLongest));
        add(all, "abort-request", "Abort the paused request", "Shift+F8", paused, () -> model.step(new Step.Abort()));
    }

    private static Runnable on(Supplier<Optional<DebugDesk>> desk, Consumer<DebugDesk> action) {
        return () -> desk.get().ifPresent(action);
    }

    private static void add(
            Commands all, String id, String label, String keys, ObservableBooleanValue enabled, Runnable action) {
        all.add(id, Group.DEBUG, label, null, keys, enabled, action);
    }
}
