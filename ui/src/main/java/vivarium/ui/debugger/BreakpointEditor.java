package vivarium.ui.debugger;

import java.nio.file.Path;
import java.util.function.Consumer;
import vivarium.debug.Breakpoint;
import vivarium.ui.modal.Modals;
import vivarium.ui.modal.Modals.Choice;

/**
 * Lets the user change a breakpoint, or make one. FX thread only.
 *
 * @param folder the project's: names of files below it are shown without it
 */
public record BreakpointEditor(Modals modals, BreakpointsViewModel breakpoints, Path folder)
        implements Consumer<Breakpoint> {
    @Override
    public void accept(Breakpoint breakpoint) {
        var form = new BreakpointForm(breakpoint, folder);
        modals.show(
                breakpoint.id() == 0 ? "New breakpoint" : "Breakpoint " + breakpoint.id(),
                form.node(),
                Choice.cancel(),
                new Choice("Save", () -> breakpoints.put(form.result())));
        form.focusSoon();
    }
}
