package vivarium.ui.debugger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import vivarium.debug.Breakpoint;
import vivarium.debug.Step;
import vivarium.ui.source.LineMark;
import vivarium.ui.source.LineMarks;
import vivarium.ui.source.Place;

/** Breakpoints and the executing line beside the source. FX thread only. */
public final class DebugMarks implements LineMarks {
    private final BreakpointsViewModel breakpoints;
    private final DebuggerViewModel debugger;
    private final Consumer<Breakpoint> edit;

    /** @param edit opens the form of a breakpoint, new or not */
    public DebugMarks(BreakpointsViewModel breakpoints, DebuggerViewModel debugger, Consumer<Breakpoint> edit) {
        this.breakpoints = breakpoints;
        this.debugger = debugger;
        this.edit = edit;
    }

    @Override
    public Map<Integer, LineMark> of(Path file) {
        var marks = new HashMap<Integer, LineMark>();
        breakpoints
                .in(file)
                .forEach(status -> marks.put(BreakpointsViewModel.drawnAt(status), BreakpointWords.mark(status)));
        return marks;
    }

    @Override
    public int executing(Path file) {
        return debugger.shown()
                .get()
                .spot()
                .filter(spot -> spot.file().equals(file))
                .map(Place::line)
                .orElse(0);
    }

    @Override
    public void toggle(Path file, int line) {
        breakpoints.toggle(file, line);
    }

    @Override
    public List<MenuItem> menu(Path file, int line) {
        var items = new ArrayList<MenuItem>();
        var there = breakpoints.at(file, line);
        if (there.isPresent()) {
            Breakpoint breakpoint = there.get().breakpoint();
            items.add(item("Edit breakpoint…", () -> edit.accept(breakpoint)));
            items.add(item(
                    breakpoint.enabled() ? "Disable breakpoint" : "Enable breakpoint",
                    () -> breakpoints.enable(breakpoint, !breakpoint.enabled())));
            items.add(item("Remove breakpoint", () -> breakpoints.remove(breakpoint)));
        } else {
            Breakpoint plain = Breakpoint.at(file, line);
            items.add(item("Add breakpoint", () -> breakpoints.toggle(file, line)));
            items.add(item("Add breakpoint with a condition or a log message…", () -> edit.accept(plain)));
            items.add(item("Stop here once", () -> breakpoints.put(plain.once())));
        }
        if (executing(file) > 0 && debugger.paused().get()) {
            items.add(new SeparatorMenuItem());
            items.add(item("Run to this line", () -> debugger.step(new Step.Until(line))));
            items.add(item("Jump to this line", () -> debugger.step(new Step.Jump(line))));
        }
        return items;
    }

    private static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words);
        item.setOnAction(event -> action.run());
        return item;
    }

    @Override
    public void value(Path file, String expression, Consumer<String> receiver) {
        if (executing(file) > 0) {
            debugger.value(expression, receiver);
        }
    }

    @Override
    public void read(Path file) {
        breakpoints.follow(file);
    }

    @Override
    public void onChange(Runnable listener) {
        breakpoints.onChange(listener);
        debugger.shown().subscribe(now -> listener.run());
    }

    /** Runs to that line, where a thread has stopped in its file. */
    public void runTo(Optional<Place> place) {
        place.filter(at -> executing(at.file()) > 0).ifPresent(at -> debugger.step(new Step.Until(at.line())));
    }

    /** Has that line executed next. */
    public void jumpTo(Optional<Place> place) {
        place.filter(at -> executing(at.file()) > 0).ifPresent(at -> debugger.step(new Step.Jump(at.line())));
    }
}
